/** The first page and the closing matter: places of their own on their pages. */
import type { Languages } from '../../model/document.ts';
import { breakLines, breakRuns, type Run, type RunStyle } from './inlines.ts';
import type { Node } from './layout.ts';
import { runsOf } from './runs.ts';
import { blankFrame, type Setting } from './setting.ts';
import type { StructureElement } from './structure.ts';
import { mm } from './type.ts';

/** The title stands left of the lanes' bend and above the navy field. */
const titleRoom = { top: 24 * mm, width: 108 * mm, height: 96 * mm };
/** What follows the title stands on the navy field, this far from the page's foot. */
const footHeight = 42 * mm;
/** The lanes that close the document stand in the lowest part of its last page. */
const closingHeight = 24 * mm;

export function setCover(root: StructureElement, setting: Setting): Node {
  const { before, title, after, lang } = setting.document.cover;
  const { page } = setting.job.theme;
  const element = root.add('Sect', { lang: lang ?? undefined });
  const frame = blankFrame(setting.document.lang);
  const head = before.map((block) =>
    block.type === 'languages' ? setCoverLanguages(block, element, setting) : setting.block(block, 1, element, frame),
  );
  const h1 = element.add('H1', { lang: title.lang ?? undefined });
  setting.tree.targets.set('cover', h1);
  const runs = fitTitle(runsOf(title.children, h1, setting.type.style('title'), setting), frame.lang);
  const right = page.width - page.left - page.right - titleRoom.width;
  const titleNode: Node = {
    text: '',
    runs,
    lang: frame.lang,
    margin: [0, titleRoom.top, right, 0],
    anchor: { id: 'cover', level: 0 },
  };
  const foot = after.map((block) => setting.block(block, 1, element, { ...frame, ground: 'field' }));
  const field = { stack: foot, absolutePosition: { x: page.left, y: page.height - footHeight } };
  return { stack: [...head, titleNode, ...(foot.length > 0 ? [field] : [])] };
}

/** The title in the largest size in which it stays clear of the lanes. */
function fitTitle(runs: readonly Run[], lang: string): readonly Run[] {
  const sized = [1, 0.85, 0.7, 0.58, 0.48].map((factor) =>
    runs.map((run) => ({ ...run, style: scale(run.style, factor) })),
  );
  const height = (set: readonly Run[]): number =>
    breakLines(breakRuns(set, lang), titleRoom.width).reduce((sum, line) => sum + line.getHeight(), 0);
  return sized.find((set) => height(set) <= titleRoom.height) ?? sized.at(-1) ?? runs;
}

function scale(style: RunStyle, factor: number): RunStyle {
  return { ...style, size: style.size * factor, leading: style.leading * factor, tracking: style.tracking * factor };
}

/** The languages stand at the top right, beside the emblems. */
function setCoverLanguages(block: Languages, element: StructureElement, setting: Setting): Node {
  const { page } = setting.job.theme;
  const node = setting.block(block, 1, element, blankFrame(setting.document.lang));
  return { ...node, absolutePosition: { x: page.left, y: 22 * mm }, alignment: 'right' } as Node;
}

/** The imprint, at the foot of the last page above the closing lanes; nothing where a document has none. */
export function setImprint(root: StructureElement, setting: Setting): Node[] {
  const { imprint, lang } = setting.document;
  if (imprint === null) return [];
  const element = root.add('Sect', { lang: imprint.lang ?? undefined });
  const blocks = imprint.blocks.map((block) =>
    setting.block(block, 1, element, { ...blankFrame(lang), text: 'small' }),
  );
  return [{ stack: blocks, margin: [0, 26, 0, 0], keepTogether: true, sink: closingHeight }];
}
