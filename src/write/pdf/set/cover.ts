/** The first page and the closing matter: places of their own on their pages. */
import type { Block, Cover, Inlines, Languages } from '../../../model/document.ts';
import { placeOf, textPlace, type WithPlaces } from '../../../model/place.ts';
import { descend, inlinesOf, plain } from '../../../model/walk.ts';
import { measureOf } from '../../../theme/drawings.ts';
import { textArea } from '../../../theme/page-size.ts';
import { titleSizes } from '../../../theme/title-sizes.ts';
import type { StructureElement } from '../tag/structure.ts';
import { breakRuns, type RunStyle, type StyledRun } from '../text/inlines.ts';
import { breakLines, widestWord } from '../text/lines.ts';
import { mm } from '../text/type.ts';
import { withBadge } from './badge.ts';
import type { LayoutNode, Margin } from './node.ts';
import { opened } from './openings.ts';
import { runsOf } from './runs.ts';
import { blankFrame, type Inset, onField, type SetContext } from './setting.ts';

/** What stands over a drawing by less is no fault that anyone sees: half a millimetre. */
const tolerance = mm / 2;

/** Pages are drawn for a width of 210 mm; smaller ones have all of it smaller. */
export function scaleOf({ width }: { readonly width: number }): number {
  return width / (210 * mm);
}

/** The head of a sheet: everything on its field, left of what is drawn there; or as it comes, where it stands on the page. */
export function setHead(root: StructureElement, setting: SetContext): LayoutNode {
  const { cover } = setting.document;
  const { page, roles, looks } = setting.job.theme;
  const look = looks.cover.head;
  const element = root.add('Sect', { lang: cover.lang ?? undefined });
  const plain = look.arrangement === 'plain';
  const blank = blankFrame(setting.document.lang, setting.job.theme);
  const right = textArea(page).width - look.text;
  const frame: Inset = plain ? blank : { ...blank, ...onField(roles), right };
  const head = cover.before.map((block) =>
    block.type === 'languages' ? setCoverLanguages(block, element, setting) : setting.block(block, 1, element, frame),
  );
  const { color, size, leading, width, height } = look.title;
  const style = { ...setting.type.style('title', { color }), size, leading };
  const margin: Margin = [0, looks.paged.head.above, frame.right, looks.paged.head.below];
  const title = setTitle(element, { style, room: { width, height }, margin }, setting);
  const foot = cover.after.map((block) => setting.block(block, 1, element, frame));
  const all = [...opened(look.opening, setting), ...head, title, ...foot];
  if (plain) return { stack: [{ stack: all, margin: [0, look.top - page.top, 0, look.under] }] };
  checkRoom(all, look.clear - look.top, textsOf(cover), setting);
  const stack = { stack: all, absolutePosition: { x: page.left, y: look.top } };
  return { stack: [stack, { stack: [], margin: [0, look.height + look.under - page.top, 0, 0] }] };
}

/** The title in the tree and in the largest size that fits `room`. */
function setTitle(
  parent: StructureElement,
  { style, room, margin }: { style: RunStyle; room: { width: number; height: number }; margin: Margin },
  setting: SetContext,
): LayoutNode {
  const { title } = setting.document.cover;
  const { lang } = setting.document;
  const heading = parent.add('Title', { lang: title.lang ?? undefined });
  setting.tree.targets.set('cover', heading);
  const { large } = setting.job.theme;
  const least = (large?.least ?? 0) / style.size;
  const runs = fitTitle(runsOf(title.children, heading, style, setting), lang, room, least);
  return { text: '', runs, lang, margin, anchor: { id: 'cover', level: 0 } };
}

/** The page of a cover, and what of it has no room there and opens the text. */
interface SetCover {
  readonly cover: LayoutNode;
  readonly over: readonly LayoutNode[];
}

export function setCover(root: StructureElement, setting: SetContext): SetCover {
  return setting.job.theme.looks.cover.plain.arrangement === 'field'
    ? { cover: setFieldCover(root, setting), over: [] }
    : setPlainCover(root, setting);
}

/** The title on the page, what follows it on the field below. */
function setFieldCover(root: StructureElement, setting: SetContext): LayoutNode {
  const { before, title, after, lang } = setting.document.cover;
  const { page, roles, looks } = setting.job.theme;
  const look = looks.cover.plain;
  const element = root.add('Sect', { lang: lang ?? undefined });
  const frame = blankFrame(setting.document.lang, setting.job.theme);
  const scale = scaleOf(page);
  const right = textArea(page).width - look.title.width * scale;
  const head = before.map((block) => {
    if (block.type === 'languages') return setCoverLanguages(block, element, setting);
    return setting.block(block, 1, element, block.type === 'paragraph' ? { ...frame, right } : frame);
  });
  const above =
    (measureOf(setting.job.theme, 'cover', 'edge', page) ?? page.height / 2) - (look.top + look.title.gap) * scale;
  const left = above - look.title.top * scale - setting.heightOf(inFlow(head), textArea(page).width);
  const room = { width: look.title.width * scale, height: left };
  const style = setting.type.style('title', { color: look.title.color });
  const titleNode = setTitle(element, { style, room, margin: [0, look.title.top * scale, right, 0] }, setting);
  const foot = after.map((block) => setting.block(block, 1, element, { ...frame, ...onField(roles) }));
  const texts = [{ part: title, words: title.children }, ...before.flatMap(textsIn)];
  checkRoom([...head, titleNode], above, texts, setting);
  if (foot.length === 0) return { stack: [...head, titleNode] };
  const below = measureOf(setting.job.theme, 'cover', 'end', page) ?? page.height / 2;
  checkRoom(foot, page.height - look.foot * scale - below, after.flatMap(textsIn), setting);
  return { stack: [...head, titleNode, { stack: foot, sink: look.footGap * scale, below }] };
}

/** All on the page: the title from a height of its own, with the leads that follow it, and the rest at the foot. */
function setPlainCover(root: StructureElement, setting: SetContext): SetCover {
  const { cover, lang } = setting.document;
  const { page, looks } = setting.job.theme;
  const look = looks.cover.plain;
  const element = root.add('Sect', { lang: cover.lang ?? undefined });
  const frame = blankFrame(lang, setting.job.theme);
  const scale = scaleOf(page);
  const whole = textArea(page).width;
  const right = whole - look.title.width * scale;
  const narrow = { ...frame, right };
  const set = cover.before.map((block) => {
    if (block.type === 'languages') return setCoverLanguages(block, element, setting);
    return setting.block(block, 1, element, block.type === 'paragraph' ? narrow : frame);
  });
  // The kind of the document stands with its title.
  const kinds = cover.before.findIndex((block) => block.type === 'paragraph');
  const [head, kind] = kinds < 0 ? [set, []] : [set.slice(0, kinds), set.slice(kinds)];
  const bar = withBadge(cover, head, whole);
  const opening = opened(look.opening, setting);
  const used = setting.heightOf([...opening, ...inFlow(bar)], whole);
  const down = Math.max(0, (look.title.top - look.top) * scale - used);
  const style = setting.type.style('title', { color: look.title.color });
  const area = page.height - (look.top + look.foot) * scale;
  const leads = cover.after.filter((block) => block.type === 'paragraph' && block.look === 'lead');
  const most = area / 2 - setting.heightOf(inFlow(kind), whole);
  const room = { width: look.title.width * scale, height: most };
  const title = setTitle(
    element,
    { style, room, margin: [0, look.title.gap * scale, right, setting.job.theme.looks.paged.cover.after * scale] },
    setting,
  );
  const under = leads.map((block) => setting.block(block, 1, element, narrow));
  const foot = cover.after
    .filter((block) => !leads.includes(block))
    .map((block) => setting.block(block, 1, element, frame));
  const parts = [...opening, ...bar, ...kind, title, ...under];
  if (setting.job.theme.large !== null)
    return setLargeCover(parts, foot, { down, at: opening.length + bar.length, area }, setting);
  const space: LayoutNode = { stack: [], margin: [0, down, 0, 0] };
  const all = [...opening, ...bar, space, ...kind, title, ...under];
  checkRoom([...all, ...foot], area, textsOf(cover), setting);
  return {
    cover: { stack: foot.length === 0 ? all : [...all, { stack: foot, sink: look.footGap * scale }] },
    over: [],
  };
}

/** Where a cover in large print has no room, first that over its title is given up; then its facts open the text. */
function setLargeCover(
  parts: readonly LayoutNode[],
  foot: readonly LayoutNode[],
  { down, at, area }: { readonly down: number; readonly at: number; readonly area: number },
  setting: SetContext,
): SetCover {
  const whole = textArea(setting.job.theme.page).width;
  const excess = Math.max(0, setting.heightOf(inFlow([...parts, ...foot]), whole) + down - area);
  const { least } = setting.job.theme.looks.paged.cover;
  const fits = excess <= Math.max(0, down - least);
  // At the foot of the page: facts, or how to get other editions.
  const [last, ...others] = foot.toReversed();
  const over = fits || last === undefined || others.length === 0 ? [] : [last];
  const left = over.length === 0 ? excess : excess - setting.heightOf(over, whole);
  const space: LayoutNode = { stack: [], margin: [0, Math.max(least, down - Math.max(0, left)), 0, 0] };
  const [lowest, ...upper] = over.length === 0 ? foot.toReversed() : others;
  const sunk: LayoutNode[] =
    lowest === undefined ? [] : left > down - least ? [lowest] : [{ stack: [lowest], sink: 0 }];
  return { cover: { stack: [...parts.slice(0, at), space, ...parts.slice(at), ...upper.toReversed(), ...sunk] }, over };
}

/** Those that have a place in the column. */
function inFlow(nodes: readonly LayoutNode[]): readonly LayoutNode[] {
  return nodes.filter(({ absolutePosition }) => absolutePosition === undefined);
}

interface Text {
  readonly part: WithPlaces;
  readonly words: Inlines;
}

function textsOf({ before, title, after }: Cover): readonly Text[] {
  return [...before.flatMap(textsIn), { part: title, words: title.children }, ...after.flatMap(textsIn)];
}

function textsIn(block: Block): readonly Text[] {
  return descend([block]).map((part) => ({ part, words: inlinesOf(part) }));
}

/** Text is never set over the lanes: what has no room between them is refused, at the longest of its texts. */
function checkRoom(nodes: readonly LayoutNode[], room: number, texts: readonly Text[], setting: SetContext): void {
  const over = setting.heightOf(inFlow(nodes), textArea(setting.job.theme.page).width) - room;
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
export function setPanelCover(
  root: StructureElement,
  setting: SetContext,
  room: { width: number; height: number },
): LayoutNode {
  const { before, after, lang } = setting.document.cover;
  const { roles, looks } = setting.job.theme;
  const look = looks.cover.panel;
  const element = root.add('Sect', { lang: lang ?? undefined });
  const blank = blankFrame(setting.document.lang, setting.job.theme);
  const frame: Inset = { ...blank, ...onField(roles), width: room.width };
  const head = before.map((block) => {
    const node = setting.block(block, 1, element, frame);
    // Beside the emblems, so that the title has the room.
    return block.type === 'languages'
      ? { ...node, absolutePosition: besideEmblems(setting), alignment: 'right' as const }
      : node;
  });
  const style = setting.type.style('title', { color: look.color });
  const largest = { width: room.width, height: room.height - look.others };
  const titleNode = setTitle(element, { style, room: largest, margin: [0, look.gap, 0, look.gap] }, setting);
  const foot = after.map((block) => setting.block(block, 1, element, frame));
  return { stack: [...opened(look.opening, setting), ...head, titleNode, ...foot] };
}

function besideEmblems({ form, job, type }: SetContext): { x: number; y: number } {
  const { left, top } = job.theme.page;
  return { x: left, y: top + (form.emblem.height - type.style('small').leading) / 2 };
}

/** The title in the largest size in which it stays clear of the lanes, with its words whole where one size can. */
function fitTitle(
  runs: readonly StyledRun[],
  lang: string,
  room: { width: number; height: number },
  least: number,
): readonly StyledRun[] {
  const sizes = titleSizes.filter((factor) => factor >= least);
  const sized = sizes.map((factor) => runs.map((run) => ({ ...run, style: scale(run.style, factor) })));
  const height = (set: readonly StyledRun[]): number =>
    breakLines(breakRuns(set, lang), room.width).reduce((sum, line) => sum + line.getHeight(), 0);
  const low = sized.filter((set) => height(set) <= room.height);
  return low.find((set) => widestWord(breakRuns(set, lang)) <= room.width) ?? low[0] ?? sized.at(-1) ?? runs;
}

function scale(style: RunStyle, factor: number): RunStyle {
  return { ...style, size: style.size * factor, leading: style.leading * factor, tracking: style.tracking * factor };
}

/** The languages stand at the top right, beside the emblems. */
function setCoverLanguages(block: Languages, element: StructureElement, setting: SetContext): LayoutNode {
  const { page } = setting.job.theme;
  const node = setting.block(block, 1, element, blankFrame(setting.document.lang, setting.job.theme));
  // Large print has nothing beside them.
  if (setting.job.theme.large !== null) return node;
  const y = setting.job.theme.looks.cover.plain.languages * scaleOf(page);
  return { ...node, absolutePosition: { x: page.left, y }, alignment: 'right' } as LayoutNode;
}

/** What it costs that the imprint stands alone on the last page. */
const aloneCost = 300;

/** The imprint, at the foot of the last page above the closing lanes; nothing where a document has none. */
export function setImprint(
  root: StructureElement,
  setting: SetContext,
  frame = blankFrame(setting.document.lang, setting.job.theme),
): LayoutNode[] {
  const { imprint } = setting.document;
  const { form } = setting;
  const { closing } = setting.job.theme.looks.page;
  const sink = form.name === 'pages' ? closing * scaleOf(setting.job.theme.page) : 0;
  if (imprint === null) return [];
  const element = root.add('Sect', { lang: imprint.lang ?? undefined });
  const blocks = imprint.blocks.map((block) => setting.block(block, 1, element, { ...frame, text: 'small' }));
  return [{ stack: blocks, margin: [0, form.imprintGap, 0, 0], keepTogether: true, sink, parting: aloneCost }];
}
