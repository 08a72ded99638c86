/** The languages that a document is to be had in, each by its own name. */
import { designOf } from '../../../design/design.ts';
import type { Languages } from '../../../model/document.ts';
import type { StructureElement } from '../tag/structure.ts';
import type { StyledRun } from '../text/inlines.ts';
import type { LayoutNode } from './node.ts';
import { editionLink } from './runs.ts';
import { type Inset, placeOf, type SetContext, styleOf } from './setting.ts';

export function setLanguages(
  block: Languages,
  parent: StructureElement,
  frame: Inset,
  { type, document, job, paper }: SetContext,
): LayoutNode {
  // Nothing on paper leads to another edition.
  if (paper !== null) return { stack: [] };
  const element = parent.add('P', { lang: block.lang ?? undefined });
  const design = designOf(block, placeOf(frame), job.theme);
  const style = styleOf(design.between, type);
  const runs = block.editions.flatMap(({ lang, name }, index): StyledRun[] => {
    const between = index === 0 ? [] : [{ text: ' | ', style, slot: element.slot('|'), link: null, lineEnd: false }];
    const here = lang === document.lang;
    const run: StyledRun = {
      text: name,
      style: here ? styleOf(design.here, type) : { ...styleOf(design.others, type), underline: true },
      slot: element.add(here ? 'Span' : 'Link', { lang }).slot(name),
      link: here ? null : editionLink(job, lang, name),
      lineEnd: false,
    };
    return [...between, run];
  });
  return {
    text: '',
    runs,
    lang: frame.lang,
    margin: [frame.left, 0, frame.right, job.theme.looks.paged.languages.after],
  };
}
