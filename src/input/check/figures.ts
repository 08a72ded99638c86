/** What the data counts: key figures and indicators, by the stems of the words that name them. */
import type { Path } from '../../json/path.ts';
import type { LanguageTag } from '../../language/languages.ts';
import type { DataSheet } from './sheet.ts';

export interface CountedFigure {
  readonly path: Path;
  readonly what: 'key figure' | 'indicator';
  /** Its name in the language. */
  readonly name: string;
  /** The value that is shown; of an indicator, all that it has had or shall have. */
  readonly values: readonly number[];
}

/** Key figures and indicators as one language names them. */
export function* countedIn(sheet: DataSheet, tag: LanguageTag): Generator<CountedFigure> {
  for (const { path, value } of sheet.parts('indicator')) {
    const { baseline, values, title, disaggregation } = value;
    const known = values.flatMap(({ target, actual }) => [target, actual ?? target]);
    const parts = (disaggregation ?? []).flatMap((each) =>
      each.parts.flatMap(({ actual, target }) => [actual, target ?? actual]),
    );
    yield { path, what: 'indicator', name: title[tag] ?? '', values: [baseline.value, ...known, ...parts] };
  }
  for (const { path, value } of sheet.parts('figure')) {
    const { value: own, of, target, label } = value;
    yield {
      path: [...path, 'value'],
      what: 'key figure',
      name: label[tag] ?? '',
      values: [own, of ?? own, target ?? own],
    };
  }
}

/** The stems of the words of a text that carry its meaning: Georgian and English change the ends of words. */
export function stemsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)));
}

/** Whether all of some stems are among others; two at least, since one word names too much. */
export function covers(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  return some.size >= 2 && [...some].every((stem) => all.has(stem));
}
