import type { Path } from '../../json/path.ts';
import type { Currency, Language } from '../../language/language.ts';
import { type LanguageTag, languageOf } from '../../language/languages.ts';
import { sentencesIn } from '../../text.ts';
import { countedIn, covers, stemsIn } from '../check/figures.ts';
import { currenciesIn, unmarked } from '../check/prose.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataSheet } from '../check/sheet.ts';
import { isSlip, knownIn, valuesIn } from '../check/slips.ts';
import { countsIn, numbersIn, withoutDays } from '../check/tokens.ts';

export const figureInText: DataRule = {
  code: 'figure-in-text',
  title: 'Number in a sentence that differs from the data',
  why: 'Readers quote the sentence; the table says something else.',
  applies: 'Sentences that speak of a key figure, an indicator, the budget or a total.',
  severity: 'warning',
  says: 'A sentence gives another number than the key figure, indicator, budget or total that it speaks of.',
  mend: 'Check both against the source.',
  *check(sheet) {
    const values = valuesIn(sheet.data);
    for (const tag of sheet.data.languages) {
      const judges = [byName(sheet, tag), bySlip(sheet, tag, values), byShare(sheet)];
      for (const { path, texts, rich } of sheet.texts) {
        const text = unmarked(texts[tag] ?? '');
        if (!/\d/.test(text)) continue;
        for (const sentence of sentencesIn(text)) {
          if (!/\d/.test(sentence)) continue;
          const at = [...path, tag];
          const found = judges.map((judge) => judge({ sentence, at, rich, language: languageOf(tag) })).find(Boolean);
          if (found) yield found;
        }
      }
    }
  },
};

interface Sentence {
  readonly sentence: string;
  readonly at: Path;
  readonly rich: boolean;
  readonly language: Language;
}

type Judge = (sentence: Sentence) => DataFinding | null;

const hints = ['Check both against the source.'];

/** A sentence with all words of a figure’s name and one number in it speaks of that figure. */
function byName(sheet: DataSheet, tag: LanguageTag): Judge {
  const figures = [...countedIn(sheet, tag)].filter(({ what }) => what === 'key figure');
  const named = figures.map((figure) => ({ ...figure, stems: stemsIn(figure.name) }));
  return ({ sentence, at, rich, language }) => {
    if (named.length === 0) return null;
    const [only, another] = rich ? numbersIn(withoutDays(sentence, language), language) : [];
    if (only === undefined || another !== undefined) return null;
    const stems = stemsIn(sentence);
    const figure = named.find((each) => covers(stems, each.stems));
    if (figure === undefined || figure.values.includes(Number(only))) return null;
    const message = `The sentence “${sentence.slice(0, 80)}” says ${only}, and the key figure “${figure.name}” is ${figure.values[0]}.`;
    return { at, message, hints };
  };
}

/** A number that is nowhere in the data, and is one of those that the sentence names, or is an amount in its currency, but for a slip. */
function bySlip(sheet: DataSheet, tag: LanguageTag, values: ReadonlySet<number>): Judge {
  const known = [...knownIn(sheet, tag)].map((each) => ({ ...each, stems: stemsIn(each.name) }));
  return ({ sentence, at, language }) => {
    if (known.length === 0) return null;
    const counts = countsIn(withoutDays(sentence, language), language);
    const stems = stemsIn(sentence);
    const currencies = currenciesIn(sentence, language);
    for (const count of counts) {
      if (values.has(count)) continue;
      const meant = known.find(
        (each) =>
          isSlip(count, each.value) &&
          !counts.includes(each.value) &&
          (each.currency === null
            ? [...each.stems].some((stem) => stems.has(stem))
            : currencies.includes(each.currency as Currency)),
      );
      if (meant === undefined) continue;
      const currency = meant.currency === null ? '' : ` ${meant.currency}`;
      const message = `The text says ${count}${currency}, and ${meant.called} is ${meant.value}${currency} in the data.`;
      return { at, message, hints };
    }
    return null;
  };
}

/** The share of the budget that was spent. */
function byShare(sheet: DataSheet): Judge {
  const [money] = sheet.parts('money');
  return ({ sentence, at, language }) => {
    if (money === undefined) return null;
    const [found, number = ''] = language.wording.budgetSpent.exec(sentence) ?? [];
    if (found === undefined) return null;
    const { agreed, total, spent, before } = money.value;
    const share = Number(number.replace(',', '.'));
    const shares = [total, spent, before].map(({ value }) => (100 * Number(value)) / agreed);
    if (shares.some((each) => Math.abs(each - share) <= 1)) return null;
    const message = `The text says “${found}”, and ${Math.round(shares[0] ?? 0)} per cent of the budget are spent in the data.`;
    return { at, message, hints };
  };
}
