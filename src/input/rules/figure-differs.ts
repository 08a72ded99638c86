import type { Path } from '../../json/path.ts';
import { type LanguageTag, languageOf } from '../../language/languages.ts';
import { countedIn, covers, stemsIn } from '../check/figures.ts';
import type { DataRule } from '../check/rule.ts';
import type { DataSheet } from '../check/sheet.ts';
import { isSlip } from '../check/slips.ts';
import { countsIn, withoutDays } from '../check/tokens.ts';

const hints = ['Check both against the source.'];

export const figureDiffers: DataRule = {
  code: 'figure-differs',
  title: 'One name, two values',
  why: 'Readers quote the one or the other, and both as the truth.',
  applies: 'Key figures and indicators.',
  severity: 'warning',
  says: 'A key figure has a value that the indicator, or the other key figure, of the same name does not have.',
  mend: 'Check both against the source; name what is not the same differently.',
  *check(sheet) {
    const [tag] = sheet.data.languages;
    const all =
      tag === undefined ? [] : [...countedIn(sheet, tag)].map((each) => ({ ...each, stems: stemsIn(each.name) }));
    for (const [index, own] of all.entries()) {
      if (own.what !== 'key figure') continue;
      const [value] = own.values;
      const slip = slipOf(value ?? 0, own.path, sheet, tag);
      if (slip !== null) {
        yield { at: own.path, message: `The key figure “${own.name}” is ${value}, and ${slip}.`, hints };
        continue;
      }
      const other = all.find(
        (each, place) =>
          place !== index && (each.what === 'indicator' || place < index) && covers(each.stems, own.stems),
      );
      if (other === undefined || value === undefined || other.values.includes(value)) continue;
      yield {
        at: own.path,
        message: `The key figure “${own.name}” is ${value}, and the ${other.what} “${other.name}” has no such value.`,
        hints: ['Check both against the source; if they count different things, name them differently.'],
      };
    }
  },
};

/** What else the document says in its place: a number with the same digits but for a slip, while no text says the figure’s own. */
function slipOf(value: number, path: Path, sheet: DataSheet, tag: LanguageTag | undefined): string | null {
  if (tag === undefined || value < 100) return null;
  const language = languageOf(tag);
  const sayings = sheet.texts.map(({ path: at, texts }) => ({ at, text: texts[tag] ?? '' }));
  if (sayings.some(({ text }) => countsIn(text, language).includes(value))) return null;
  // A year is no count that somebody has mistyped.
  const counts = sayings.flatMap(({ at, text }) =>
    isNear(at, path) ? countsIn(withoutDays(text, language), language) : [],
  );
  const count = counts.find((each) => isSlip(each, value));
  if (count !== undefined) return `the text of its part says ${count}`;
  const total = sheet.parts('chart').find(({ value: chart }) => isSlip(chart.total ?? 0, value))?.value.total;
  return total === undefined ? null : `the total of a chart is ${total}`;
}

/** In the same part of the document: of sections, which are a list, in the same one. */
function isNear(one: Path, other: Path): boolean {
  const inList = typeof one[1] === 'number';
  return one[0] === other[0] && (!inList || one[1] === other[1]);
}
