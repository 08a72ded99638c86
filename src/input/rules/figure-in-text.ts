import { languageOf } from '../../language/languages.ts';
import { countedIn, covers, stemsIn } from '../check/figures.ts';
import { unmarked } from '../check/prose.ts';
import type { DataRule } from '../check/rule.ts';
import { numbersIn, withoutDays } from '../check/tokens.ts';

/** A sentence with all words of a figure’s name and one number in it speaks of that figure. */
export const figureInText: DataRule = {
  code: 'figure-in-text',
  severity: 'warning',
  says: 'A sentence gives another number than the key figure that it speaks of.',
  mend: 'Check both against the source.',
  *check(sheet) {
    for (const tag of sheet.data.languages) {
      const figures = [...countedIn(sheet, tag)].filter(({ what }) => what === 'key figure');
      const named = figures.map((figure) => ({ ...figure, stems: stemsIn(figure.name) }));
      for (const { path, texts, rich } of sheet.texts) {
        if (!rich || named.length === 0) continue;
        for (const sentence of unmarked(texts[tag] ?? '').split(/(?<=[.!?…])\s+/)) {
          const numbers = numbersIn(withoutDays(sentence, languageOf(tag)), languageOf(tag));
          const [only, another] = numbers;
          if (only === undefined || another !== undefined) continue;
          const stems = stemsIn(sentence);
          const figure = named.find((each) => covers(stems, each.stems));
          if (figure === undefined || figure.values.includes(Number(only))) continue;
          yield {
            at: [...path, tag],
            message: `The sentence “${sentence.slice(0, 80)}” says ${only}, and the key figure “${figure.name}” is ${figure.values[0]}.`,
            hints: ['Check both against the source.'],
          };
        }
      }
    }
  },
};
