import { difference, pairsIn } from '../check/parity.ts';
import { currenciesIn } from '../check/prose.ts';
import type { DataRule } from '../check/rule.ts';

export const parityCurrencies: DataRule = {
  code: 'parity-currencies',
  title: 'Currencies differ between languages',
  why: 'Readers of the one language learn another amount than those of the other.',
  applies: 'Texts in two languages with numbers.',
  severity: 'error',
  says: 'Two languages of the document name amounts in different currencies.',
  mend: 'Check the currency against the source.',
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      if (!/\d/.test(pair.first.text)) continue;
      // One language may say a currency once where the other says it with each amount.
      const find = ({ text, language }: typeof pair.first) => [...new Set(currenciesIn(text, language))];
      const found = difference(pair, 'currencies', find, 'Check the currency against the source.');
      if (found !== null) yield found;
    }
  },
};
