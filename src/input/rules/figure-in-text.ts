import type { Path } from '../../json/path.ts';
import type { Currency, Language } from '../../language/language.ts';
import { type LanguageTag, languageOf } from '../../language/languages.ts';
import { matchesIn, sentencesIn } from '../../text.ts';
import { countedIn, covers, stemsIn } from '../check/figures.ts';
import { currenciesIn, unmarked } from '../check/prose.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataSheet } from '../check/sheet.ts';
import { type KnownNumber, knownIn, sharedFor, valuesIn } from '../check/slips.ts';
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
      const judges = [byName(sheet, tag), byPart(sheet, tag), bySlip(sheet, tag, values), byShare(sheet)];
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
  const ofPeriods = increasesIn(sheet);
  return ({ sentence, at, rich, language }) => {
    if (named.length === 0) return null;
    const [only, another] = rich ? numbersIn(withoutDays(sentence, language), language) : [];
    if (only === undefined || another !== undefined) return null;
    const stems = stemsIn(sentence);
    const figure = named.find((each) => covers(stems, each.stems));
    if (figure === undefined || figure.values.includes(Number(only))) return null;
    // The figure may count from the start of the project, and the sentence or its chart a part of that time.
    if (ofPeriods.has(Number(only)) || totalAround(at, sheet) === Number(only)) return null;
    if (
      speaksOfPart(sentence, language) ||
      figure.values.some((value) => isNear(Number(only), value, sentence, language))
    )
      return null;
    const message = `The sentence “${sentence.slice(0, 80)}” says ${only}, and the key figure “${figure.name}” is ${figure.values[0]}.`;
    return { at, message, hints };
  };
}

/** Whether a sentence speaks of a part of what it names, or of another time. */
function speaksOfPart(sentence: string, { wording, prose }: Language): boolean {
  return wording.narrows.test(sentence) || prose.anyMonth.test(sentence);
}

/** Whether what a sentence says of a value in a round number is true of it: “more than 400” of 412, “nearly 1,300” of 1,260. */
function isNear(
  claimed: number,
  value: number,
  sentence: string,
  { wording: { roughly, choices } }: Language,
): boolean {
  const [more, less] = choices.bound.map((pattern) => pattern.test(sentence));
  if (roughly.test(sentence)) return Math.abs(claimed - value) <= value / 10;
  return (
    (more === true && claimed <= value && claimed >= value * 0.8) ||
    (less === true && claimed >= value && claimed <= value * 1.2)
  );
}

/** What the actual values of indicators have grown by from one period to the next. */
function increasesIn(sheet: DataSheet): ReadonlySet<number> {
  return new Set(
    sheet.parts('indicator').flatMap(({ value: { values } }) =>
      values.flatMap(({ actual }, index) => {
        const before = values[index - 1]?.actual ?? null;
        return actual === null || before === null ? [] : [actual - before];
      }),
    ),
  );
}

/** The total of the chart that a text belongs to. */
function totalAround(at: Path, sheet: DataSheet): number | null {
  const own = sheet.parts('chart').find(({ path }) => path.every((step, index) => step === at[index]));
  return own?.value.total ?? null;
}

/** “8 of 12 municipalities”, where the key figure of municipalities is 9 of 12. */
function byPart(sheet: DataSheet, tag: LanguageTag): Judge {
  const figures = sheet.parts('figure').flatMap(({ value: { value, of, label } }) => {
    const name = label[tag] ?? '';
    return of === null ? [] : [{ value, of, name, stems: stemsIn(name) }];
  });
  return ({ sentence, at, language }) => {
    if (figures.length === 0) return null;
    for (const found of language.wording.partOfWhole.flatMap((pattern) => [...matchesIn(sentence, pattern)])) {
      const [part, whole] = [found.groups?.part, found.groups?.whole].map((each) => Number(each?.replace(/\D/g, '')));
      const stems = stemsIn(sentence.slice(found.index, found.index + found[0].length + 20));
      const figure = figures.find((each) => each.of === whole && [...each.stems].some((stem) => stems.has(stem)));
      if (figure === undefined || figure.value === part || part === undefined) continue;
      const message = `The text says “${found[0]}”, and the key figure “${figure.name}” is ${figure.value} of ${figure.of}.`;
      return { at, message, hints };
    }
    return null;
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
      if (count % 10 === 0 && language.wording.roughly.test(sentence)) continue;
      if (values.has(count)) {
        const other = inOtherCurrency(count, known, currencies);
        if (other === null) continue;
        const message = `The text says ${count} ${currencies[0]}, and ${other.called} is in ${other.currency} in the data.`;
        return { at, message, hints };
      }
      const meant = known.find((each) => {
        const shared = sharedFor(count, each.value);
        if (shared === null || counts.includes(each.value)) return false;
        if (each.currency !== null) return shared === 1 && currencies.includes(each.currency as Currency);
        return [...each.stems].filter((stem) => stems.has(stem)).length >= shared;
      });
      if (meant === undefined) continue;
      const currency = meant.currency === null ? '' : ` ${meant.currency}`;
      const message = `The text says ${count}${currency}, and ${meant.called} is ${meant.value}${currency} in the data.`;
      return { at, message, hints };
    }
    return null;
  };
}

/** The amount that a sentence gives in one other currency: a number from a thousand on that the data has as an amount alone. */
function inOtherCurrency(count: number, known: readonly KnownNumber[], currencies: readonly Currency[]) {
  const [own] = new Set(currencies).size === 1 ? currencies : [];
  const same = count < 1000 || own === undefined ? [] : known.filter(({ value }) => value === count);
  return same.every(({ currency }) => currency !== null && currency !== own) ? (same[0] ?? null) : null;
}

/** The share of the budget that was spent; or of one line or category, where the sentence names it. */
function byShare(sheet: DataSheet): Judge {
  const [money] = sheet.parts('money');
  return ({ sentence, at, language }) => {
    if (money === undefined) return null;
    const [found, number = ''] = language.wording.budgetSpent.exec(sentence) ?? [];
    if (found === undefined || language.wording.narrows.test(sentence)) return null;
    const { agreed, total, spent, before, categories } = money.value;
    const share = Number(number.replace(',', '.'));
    const shares = [total, spent, before].map(({ value }) => (100 * Number(value)) / agreed);
    const named = categories.flatMap(({ lines }) => lines).filter(({ code }) => sentence.includes(code));
    const ofLines = named.flatMap((line) =>
      [line.before + line.spent, line.spent].map((each) => (100 * each) / line.budget),
    );
    if ([...shares, ...ofLines].some((each) => Math.abs(each - share) <= 1)) return null;
    const [line] = named;
    const message =
      line === undefined
        ? `The text says “${found}”, and ${Math.round(shares[0] ?? 0)} per cent of the budget are spent in the data.`
        : `The text says “${found}”, and ${Math.round(ofLines[0] ?? 0)} per cent of line ${line.code} are spent in the data.`;
    return { at, message, hints };
  };
}
