import { knownLanguage } from '../../language/languages.ts';
import { isCurrency } from '../../language/numerals.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import type { Cell } from '../../model/table.ts';
import { descend, inlinesOf, plain } from '../../model/walk.ts';
import { matchesIn } from '../../text.ts';
import type { DocumentRule } from '../rule.ts';
import { columnsOf, headsOf, tablesOf, textOf } from '../tables.ts';

/** Signs of currencies; the dollar’s is that of many, and of other things too. */
const currencySign = /[₴₽₺֏₼¥₪₹₩]/u;

const number = /^[^\p{L}\d]*\d[\d\s.,\u00a0]*$/u;

export const amountWithoutCurrency: DocumentRule = {
  code: 'amount-without-currency',
  title: 'Amounts without a currency',
  why: 'Readers of a column of amounts cannot know whether lari or euros are meant.',
  applies: 'Columns of tables whose head names amounts, in texts.',
  severity: 'warning',
  says: 'A column of amounts does not say in which currency they are.',
  mend: 'Write the amounts as "money" and give the table a "currency", or name the currency in the head of the column.',
  *check({ document }) {
    for (const table of tablesOf(document)) {
      const lang = table.lang ?? document.lang;
      const wording = knownLanguage(lang)?.wording;
      if (wording === undefined) continue;
      const words = [...Object.values(wording.currencies), wording.otherCurrency, currencySign];
      const named = (text: string) => hasCode(text) || words.some((pattern) => text.search(pattern) !== -1);
      const lines = [table.caption, table.summary, table.source].map((each) => plain(each ?? [])).join(' ');
      if (named(lines)) continue;
      const columns = columnsOf(table);
      for (const [index, heads] of headsOf(table).entries()) {
        const head = heads.map(textOf).join(' ');
        const last = heads.at(-1);
        if (last === undefined || !wording.amountHead.test(head) || named(head)) continue;
        const values = (columns[index] ?? []).map(textOf).filter((text) => text !== '');
        if (values.filter((text) => number.test(text)).length < Math.max(2, values.length / 2)) continue;
        const message = `The column ‘${head}’ does not say in which currency its amounts are.`;
        const own = textPlace(inlinesOfCell(last));
        // The head of a table that is made of the data is ours: its lines around it are the author's.
        const isOurs = own?.path === undefined || !own.path.endsWith(`.${lang}`);
        const beside = textPlace(table.summary ?? []) ?? textPlace(table.caption ?? []);
        const hint = isOurs
          ? 'Name the currency in the summary or the caption of the table.'
          : 'Write the amounts as "money" and give the table a "currency", or name the currency in the head of the column.';
        yield { at: isOurs ? (beside ?? placeOf(last)) : placeOf(last), message, hints: [hint] };
        if (isOurs) break;
      }
    }
  },
};

function inlinesOfCell({ blocks }: Cell) {
  return descend(blocks).flatMap((block) => inlinesOf(block));
}

/** Whether a text names a currency by its code. */
function hasCode(text: string): boolean {
  return [...matchesIn(text, /(?<![\p{L}\d])[A-Z]{3}(?![\p{L}\d])/gu)].some(([code]) => isCurrency(code));
}
