/**
 * Puts in place of <rich> what its text says: elements, as if a template had written them. All that is checked of a
 * template's elements is then checked of these too.
 */
import type { Report } from '../diagnostics.ts';
import { placeOf } from '../model/place.ts';
import { notedBlocks, notedInlines } from './notation.ts';
import { type Attribute, type Child, type Element, given, type MarkupText } from './parse.ts';
import { notedLanguages, warnOfMarks } from './plain.ts';
import { quote } from './quote.ts';
import { reportFault } from './reading.ts';

/** The tree with no <rich> in it. */
export function expand(element: Element, report: Report): Element {
  const children = element.children.flatMap((child): readonly Child[] => {
    if (child.kind === 'run') return child.given ? plainRun(child, report) : [child];
    return child.name === 'rich' ? readRich(child, report) : [expand(child, report)];
  });
  return { ...element, children };
}

/** A text of data that is not rich. */
function plainRun(run: MarkupText, report: Report): readonly Child[] {
  warnOfMarks(run.value, run.from, report);
  return notedLanguages(run, report);
}

/** UTF-16 units: no text that anybody would read is longer. */
const lengthLimit = 20_000;

function readRich(element: Element, report: Report): readonly Child[] {
  checkAttributes(element, report);
  const stray = element.children.find((child) => child.kind === 'element');
  if (stray !== undefined)
    report.error(
      'misplaced-element',
      stray.at,
      `<${stray.kind === 'element' ? stray.name : ''}> is not allowed in <rich>.`,
      {
        hints: ['Put only text in <rich>.'],
      },
    );
  const isBlock = given(element, 'block')?.value === 'true';
  const runs = element.children.filter((child): child is MarkupText => child.kind === 'run');
  const length = runs.reduce((sum, { value }) => sum + value.length, 0);
  if (length > lengthLimit) {
    report.error('text-too-long', placeOf(runs[0] ?? element), `The text has more than ${lengthLimit} characters.`, {
      hints: ['Split it into several texts.'],
    });
    return isBlock ? [{ ...element, name: 'p', attributes: new Map(), children: runs }] : runs;
  }
  return isBlock ? notedBlocks(runs, report) : notedInlines(runs, report);
}

function checkAttributes(element: Element, report: Report): void {
  for (const attribute of element.attributes.values())
    if (attribute.name !== 'block')
      report.error('unknown-attribute', attribute.at, `<rich> has no attribute "${attribute.name}".`, {
        hints: ['Its only attribute is "block".'],
      });
    else if (!['true', 'false', ''].includes(attribute.value)) reportBlock(attribute, report);
}

function reportBlock(attribute: Attribute, report: Report): void {
  reportFault(report, 'bad-value', attribute, `"block" must be "true" or "false", not ${quote(attribute.value)}.`);
}
