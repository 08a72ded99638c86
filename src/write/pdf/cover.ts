/** The first page and the closing matter: places of their own on their pages. */
import type { Languages } from '../../model/document.ts';
import { breakRuns, type Run, type RunStyle } from './inlines.ts';
import { breakLines, widestWord } from './lines.ts';
import type { Node } from './node.ts';
import { runsOf } from './runs.ts';
import { blankFrame, type Frame, type Setting } from './setting.ts';
import type { StructureElement } from './structure.ts';
import { mm } from './type.ts';

/** The title stands left of the lanes' bend and above the navy field. */
const titleRoom = { top: 24 * mm, width: 108 * mm, height: 96 * mm };
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
  const stack = { stack: [...head, titleNode, ...foot], absolutePosition: { x: page.left, y: 12 * mm } };
  return { stack: [stack, { stack: [], margin: [0, headHeight + 9 * mm - page.top, 0, 0] }] };
}

export function setCover(root: StructureElement, setting: Setting): Node {
  const { before, title, after, lang } = setting.document.cover;
  const { page } = setting.job.theme;
  const element = root.add('Sect', { lang: lang ?? undefined });
  const frame = blankFrame(setting.document.lang);
  const head = before.map((block) =>
    block.type === 'languages' ? setCoverLanguages(block, element, setting) : setting.block(block, 1, element, frame),
  );
  const heading = element.add('Title', { lang: title.lang ?? undefined });
  setting.tree.targets.set('cover', heading);
  const scale = scaleOf(page);
  const room = { width: titleRoom.width * scale, height: titleRoom.height * scale };
  const runs = fitTitle(runsOf(title.children, heading, setting.type.style('title'), setting), frame.lang, room);
  const right = page.width - page.left - page.right - room.width;
  const titleNode: Node = {
    text: '',
    runs,
    lang: frame.lang,
    margin: [0, titleRoom.top * scale, right, 0],
    anchor: { id: 'cover', level: 0 },
  };
  const foot = after.map((block) => setting.block(block, 1, element, { ...frame, ground: 'field' }));
  return { stack: [...head, titleNode, ...(foot.length > 0 ? [{ stack: foot, sink: footGap * scale }] : [])] };
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
