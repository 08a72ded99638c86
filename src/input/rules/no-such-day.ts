import { languageOf } from '../../language/languages.ts';
import { matchesIn } from '../../text.ts';
import { hasOwnWords } from '../check/parity.ts';
import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The longest that a month may be. */
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const noSuchDay: DataRule = {
  code: 'no-such-day',
  title: 'Day that is not in the calendar',
  why: 'Readers do not know on which day to come.',
  applies: 'Texts that name a day, or a day with its day of the week.',
  severity: 'error',
  says: 'A text names a day that there is not, such as 31 June, or another day of the week than it was.',
  mend: 'Check the day against the source.',
  *check(sheet) {
    for (const { at, tag, text } of sayingsIn(sheet)) {
      const language = languageOf(tag);
      const { prose, wording } = language;
      if (!/\d/.test(text) || !prose.anyMonth.test(text)) continue;
      for (const { day, month, year, name, before, after } of datesIn(text, prose.months)) {
        const hints = ['Check the day against the source.'];
        const most = month === 1 && year !== null && new Date(Date.UTC(year, 2, 0)).getUTCDate();
        if (day < 1 || day > (most || (longest[month] ?? 31))) {
          yield { at, message: `“${name}” is not in the calendar.`, hints };
          continue;
        }
        if (year === null || !hasOwnWords(language, 'wording.weekdays')) continue;
        const named = wording.weekdays.findIndex((pattern) => pattern.test(before) || pattern.test(after));
        const own = (new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7;
        if (named < 0 || named === own) continue;
        yield { at, message: `“${name}” is a ${weekdays[own]}, and the text says another day of the week.`, hints };
      }
    }
  },
};

interface NamedDay {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** As many characters before a month as a year and a day may take. */
const mostBefore = 20;

/** The days of a text with their months: “8 June 2026”, „2026 წლის 8 ივნისს“. */
function* datesIn(text: string, months: readonly RegExp[]): Generator<NamedDay> {
  for (const [month, pattern] of months.entries())
    for (const { 0: name, index } of matchesIn(text, pattern)) {
      const [, early, number] =
        /(?:(\d{4}) \p{L}{1,6} )?(?<![\d.,:–-])(\d{1,2})[ \u00a0]$/u.exec(
          text.slice(Math.max(0, index - mostBefore), index),
        ) ?? [];
      if (number === undefined) continue;
      const rest = text.slice(index + name.length);
      const [tail = '', late] = /^\p{L}*,?[ \u00a0](\d{4})(?!\d)/u.exec(rest) ?? [];
      const start = index - number.length - 1;
      const year = early ?? late;
      yield {
        day: Number(number),
        month,
        year: year === undefined ? null : Number(year),
        name: `${number} ${name}`,
        before: text.slice(Math.max(0, start - 14), start),
        after: rest.slice(tail.length, tail.length + 14).replace(/^\p{L}+/u, ''),
      };
    }
}
