/** Texts of data that take no marks but those of language: titles, captions, heads of columns, labels, names. */
import type { Place, Report } from '../diagnostics.ts';
import { formsIn, hasLanguages, languageLimit, shownMark, withoutLanguages } from '../model/marks.ts';
import type { Attribute, Child, MarkupText } from './parse.ts';
import { quote } from './quote.ts';

/** A run with its marks of language as elements. */
export function notedLanguages(run: MarkupText, report: Report, depth = 0): readonly Child[] {
  if (!hasLanguages(run.value) || depth === languageLimit) return [run];
  const part = (start: number, end: number): readonly MarkupText[] =>
    start === end ? [] : [{ ...run, value: run.value.slice(start, end) }];
  const plain: Child[] = [];
  let end = 0;
  for (const { start, inner, tag, end: next } of formsIn(run.value, false)) {
    const { at, from } = run;
    if (tag === null || tag.trim() === '') reportNoTag(from, report);
    const lang: Attribute = { name: 'lang', value: tag ?? '', at, from };
    const children = part(inner.start, inner.end).flatMap((each) => notedLanguages(each, report, depth + 1));
    plain.push(...part(end, start), {
      kind: 'element',
      name: 'span',
      at,
      from,
      noted: true,
      attributes: new Map([['lang', lang]]),
      children,
    });
    end = next;
  }
  return [...plain, ...part(end, run.value.length)];
}

/** An attribute that is empty counts as absent; here somebody has forgotten it. */
export function reportNoTag(from: Place, report: Report): void {
  report.error('bad-language', from, '"{lang=}" names no language.', {
    hints: ['Write its tag (BCP 47), such as {lang=ka}.'],
  });
}

/** Warns of a mark that readers will see. */
export function warnOfMarks(text: string, from: Place, report: Report): void {
  const shown = shownMark(withoutLanguages(text));
  if (shown !== null)
    report.warning(
      'mark-shown',
      from,
      `${quote(shown)} is shown as it is written: this text takes no marks but {lang=…}.`,
      {
        hints: ['Remove the signs of the mark.'],
      },
    );
}
