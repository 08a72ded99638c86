/** The first page and the closing matter: places of their own on their pages. */
import type { Block, Cover, Inlines, Languages } from '../../../model/document.ts';
import { placeOf, textPlace, type Written } from '../../../model/place.ts';
import { descend, inlinesOf, plain } from '../../../model/walk.ts';
import { coverEdge, lanesEnd } from '../../../theme/art.ts';
import type { PageGrid } from '../../../theme/theme.ts';
import type { StructureElement } from '../tag/structure.ts';
import { breakRuns, type Run, type RunStyle } from '../text/inlines.ts';
import { breakLines, widestWord } from '../text/lines.ts';
import { mm } from '../text/type.ts';
import type { Node } from './node.ts';
import { runsOf } from './runs.ts';
import { blankFrame, type Frame, type Setting } from './setting.ts';

/** The title stands left of the lanes' bend and above the navy field. */
const titleRoom = { top: 24 * mm, width: 108 * mm };
/** Between the title and the navy field. */
const titleGap = 5 * mm;
/** The margins of a cover above and under its text. */
export const coverMargin = 16 * mm;
export const footMargin = 14 * mm;
/** What stands over a drawing by less is no fault that anyone sees. */
const tolerance = 0.5 * mm;
/** What follows the title stands at the foot of the navy field, this far above its margin. */
const footGap = 14 * mm;
/** The lanes that close the document stand in the lowest part of its last page. */
const closingHeight = 24 * mm;

/** Pages are drawn for a width of 210 mm; smaller ones have all of it smaller. */
export function scaleOf({ width }: { readonly width: number }): number {
  return width / (210 * mm);
}

/** The navy head of a sheet, on whose first page the text begins (picture 07). */
export const headHeight = 93 * mm;
/** Where its text begins, and the lanes under it. */
const headTop = 12 * mm;
const headLanes = 69 * mm;

/** The head of a sheet: everything on the navy field, left of the lanes' bend. */
export function setHead(root: StructureElement, setting: Setting): Node {
  const { before, title, after, lang } = setting.document.cover;
  const { page } = setting.job.theme;
  const element = root.add('Sect', { lang: lang ?? undefined });
  const frame: Frame = {
    ...blankFrame(setting.document.lang),
    ground: 'field',
    right: page.width - page.left - page.right - 128 * mm,
  };
  const head = before.map((block) =>
    block.type === 'languages' ? setCoverLanguages(block, element, setting) : setting.block(block, 1, element, frame),
  );
  const heading = element.add('Title', { lang: title.lang ?? undefined });
  setting.tree.targets.set('cover', heading);
  const style = { ...setting.type.style('title', { color: 'white' }), size: 24, leading: 31.5 };
  const runs = fitTitle(runsOf(title.children, heading, style, setting), frame.lang, {
    width: 120 * mm,
    height: 38 * mm,
  });
  const titleNode: Node = {
    text: '',
    runs,
    lang: frame.lang,
    margin: [0, 10, frame.right, 6],
    anchor: { id: 'cover', level: 0 },
  };
  const foot = after.map((block) => setting.block(block, 1, element, frame));
  const all = [...head, titleNode, ...foot];
  checkRoom(all, headLanes - headTop, textsOf(setting.document.cover), setting);
  const stack = { stack: all, absolutePosition: { x: page.left, y: headTop } };
  return { stack: [stack, { stack: [], margin: [0, headHeight + 9 * mm - page.top, 0, 0] }] };
}

export function setCover(root: StructureElement, setting: Setting): Node {
  const { before, title, after, lang } = setting.document.cover;
  const { page } = setting.job.theme;
  const element = root.add('Sect', { lang: lang ?? undefined });
  const frame = blankFrame(setting.document.lang);
  const scale = scaleOf(page);
  const right = page.width - page.left - page.right - titleRoom.width * scale;
  const head = before.map((block) => {
    if (block.type === 'languages') return setCoverLanguages(block, element, setting);
    return setting.block(block, 1, element, block.type === 'paragraph' ? { ...frame, right } : frame);
  });
  const heading = element.add('Title', { lang: title.lang ?? undefined });
  setting.tree.targets.set('cover', heading);
  const above = coverEdge(page) - (coverMargin + titleGap) * scale;
  const left = above - titleRoom.top * scale - setting.heightOf(inFlow(head), widthOf(page));
  const room = { width: titleRoom.width * scale, height: left };
  const runs = fitTitle(runsOf(title.children, heading, setting.type.style('title'), setting), frame.lang, room);
  const titleNode: Node = {
    text: '',
    runs,
    lang: frame.lang,
    margin: [0, titleRoom.top * scale, right, 0],
    anchor: { id: 'cover', level: 0 },
  };
  const foot = after.map((block) => setting.block(block, 1, element, { ...frame, ground: 'field' }));
  const texts = [{ part: title, words: title.children }, ...before.flatMap(textsIn)];
  checkRoom([...head, titleNode], above, texts, setting);
  if (foot.length === 0) return { stack: [...head, titleNode] };
  const below = lanesEnd(page);
  checkRoom(foot, page.height - footMargin * scale - below, after.flatMap(textsIn), setting);
  return { stack: [...head, titleNode, { stack: foot, sink: footGap * scale, below }] };
}

function widthOf({ width, left, right }: PageGrid): number {
  return width - left - right;
}

/** Those that have a place in the column. */
function inFlow(nodes: readonly Node[]): readonly Node[] {
  return nodes.filter(({ absolutePosition }) => absolutePosition === undefined);
}

interface Text {
  readonly part: Written;
  readonly words: Inlines;
}

function textsOf({ before, title, after }: Cover): readonly Text[] {
  return [...before.flatMap(textsIn), { part: title, words: title.children }, ...after.flatMap(textsIn)];
}

function textsIn(block: Block): readonly Text[] {
  return [...descend([block])].map((part) => ({ part, words: inlinesOf(part) }));
}

/** Text is never set over the lanes: what has no room between them is refused, at the longest of its texts. */
function checkRoom(nodes: readonly Node[], room: number, texts: readonly Text[], setting: Setting): void {
  const over = setting.heightOf(inFlow(nodes), widthOf(setting.job.theme.page)) - room;
  if (over <= tolerance) return;
  const lengthOf = ({ words }: Text) => plain(words).length;
  const [longest] = texts.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  if (longest === undefined) return;
  const at = textPlace(longest.words) ?? placeOf(longest.part);
  const message = `The text is ${Math.ceil(over / mm)} mm too long for the opening page.`;
  const hints = [`Shorten this text, the longest in its part of the page: it has ${lengthOf(longest)} characters.`];
  setting.job.report.error('cover-overflow', at, message, { hints });
}

/** The title of a folded sheet, on the navy panel above the lanes: `room` is the panel's text area, in points. */
export function setPanelCover(root: StructureElement, setting: Setting, room: { width: number; height: number }): Node {
  const { before, title, after, lang } = setting.document.cover;
  const element = root.add('Sect', { lang: lang ?? undefined });
  const frame: Frame = { ...blankFrame(setting.document.lang), ground: 'field', width: room.width };
  const head = before.map((block) => {
    const node = setting.block(block, 1, element, frame);
    // Beside the emblems, so that the title has the room.
    return block.type === 'languages'
      ? { ...node, absolutePosition: besideEmblems(setting), alignment: 'right' as const }
      : node;
  });
  const heading = element.add('Title', { lang: title.lang ?? undefined });
  setting.tree.targets.set('cover', heading);
  const style = setting.type.style('title', { color: 'white' });
  const largest = { width: room.width, height: room.height - 45 * mm };
  const titleNode: Node = {
    text: '',
    runs: fitTitle(runsOf(title.children, heading, style, setting), frame.lang, largest),
    lang: frame.lang,
    margin: [0, 6 * mm, 0, 6 * mm],
    anchor: { id: 'cover', level: 0 },
  };
  return { stack: [...head, titleNode, ...after.map((block) => setting.block(block, 1, element, frame))] };
}

function besideEmblems({ form, job, type }: Setting): { x: number; y: number } {
  const { left, top } = job.theme.page;
  return { x: left, y: top + (form.emblem.height - type.style('small').leading) / 2 };
}

/** The title in the largest size in which it stays clear of the lanes, with its words whole where one size can. */
function fitTitle(runs: readonly Run[], lang: string, room: { width: number; height: number }): readonly Run[] {
  const sized = [1, 0.85, 0.7, 0.58, 0.48, 0.4, 0.33, 0.27].map((factor) =>
    runs.map((run) => ({ ...run, style: scale(run.style, factor) })),
  );
  const height = (set: readonly Run[]): number =>
    breakLines(breakRuns(set, lang), room.width).reduce((sum, line) => sum + line.getHeight(), 0);
  const low = sized.filter((set) => height(set) <= room.height);
  return low.find((set) => widestWord(breakRuns(set, lang)) <= room.width) ?? low[0] ?? sized.at(-1) ?? runs;
}

function scale(style: RunStyle, factor: number): RunStyle {
  return { ...style, size: style.size * factor, leading: style.leading * factor, tracking: style.tracking * factor };
}

/** The languages stand at the top right, beside the emblems. */
function setCoverLanguages(block: Languages, element: StructureElement, setting: Setting): Node {
  const { page } = setting.job.theme;
  const node = setting.block(block, 1, element, blankFrame(setting.document.lang));
  return { ...node, absolutePosition: { x: page.left, y: 22 * mm * scaleOf(page) }, alignment: 'right' } as Node;
}

/** The imprint, at the foot of the last page above the closing lanes; nothing where a document has none. */
export function setImprint(
  root: StructureElement,
  setting: Setting,
  frame = blankFrame(setting.document.lang),
): Node[] {
  const { imprint } = setting.document;
  const { form } = setting;
  const sink = form.name === 'pages' ? closingHeight * scaleOf(setting.job.theme.page) : 0;
  if (imprint === null) return [];
  const element = root.add('Sect', { lang: imprint.lang ?? undefined });
  const blocks = imprint.blocks.map((block) => setting.block(block, 1, element, { ...frame, text: 'small' }));
  return [{ stack: blocks, margin: [0, form.imprintGap, 0, 0], keepTogether: true, sink }];
}
