/** Somebody's words, and whose they are. */
import { designOf } from '../../../design/design.ts';
import type { Quote } from '../../../model/document.ts';
import type { StructureElement } from '../tag/structure.ts';
import type { LayoutNode } from './node.ts';
import { opened } from './openings.ts';
import { runsOf } from './runs.ts';
import { blankFrame, type Inset, placeOf, type SetContext, styleOf } from './setting.ts';

export function setQuote(quote: Quote, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  const element = parent.add('BlockQuote', { lang: quote.lang ?? undefined });
  const lang = quote.lang ?? frame.lang;
  const design = designOf(quote, placeOf(frame), setting.job.theme);
  const { before, after, source: gap } = design.space;
  const inner: Inset = { ...blankFrame(lang, setting.job.theme), text: design.words };
  const words = quote.blocks.map((block) => setting.block(block, 1, element, inner));
  const runs =
    quote.source === null
      ? null
      : runsOf(quote.source, element.add('P'), styleOf(design.source, setting.type), setting);
  const source: LayoutNode[] = runs === null ? [] : [{ text: '', runs, lang, margin: [0, gap.page, 0, 0] }];
  return {
    stack: [...opened(design.opening, setting), ...words, ...source],
    margin: [frame.left, before.page, frame.right, after.page],
    keepTogether: true,
  };
}
