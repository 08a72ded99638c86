import type { Language } from '../../language/language.ts';
import { languageOf } from '../../language/languages.ts';
import type { DataRule } from '../check/rule.ts';

/** Months, or years, along a chart: each as far from the one before it as all others are. */
export const timeAxis: DataRule = {
  code: 'time-axis',
  title: 'Time along a chart that jumps',
  why: 'A line over months of which one is left out climbs more steeply than the numbers do.',
  applies: 'Charts whose categories are all months, or all years.',
  severity: 'warning',
  says: 'The months or years along a chart are out of order, or a line leaves some of them out.',
  mend: 'Put them in order; name each of them, with null where there is no value, or draw bars.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('chart')) {
      const [tag] = sheet.languages;
      if (tag === undefined || value.chart === 'share' || value.categories.length < 3) continue;
      const names = value.categories.map((each) => (each[tag] ?? '').trim());
      const times = timesOf(names, languageOf(tag));
      if (times === null) continue;
      const steps = times.slice(1).map((each, index) => each - (times[index] ?? 0));
      const back = steps.findIndex((step) => step <= 0);
      const [usual = 1] = steps;
      const jump = value.chart === 'line' ? steps.findIndex((step) => step !== usual) : -1;
      const wrong = back >= 0 ? back : jump;
      if (wrong < 0) continue;
      const message =
        back >= 0
          ? `“${names[wrong + 1]}” follows “${names[wrong]}” along the chart, and is before it.`
          : `From “${names[wrong]}” to “${names[wrong + 1]}” is not as long as from “${names[0]}” to “${names[1]}”, and the line has them as far apart.`;
      const hint =
        back >= 0 ? 'Put them in order.' : 'Name each of them, with null where there is no value, or draw bars.';
      yield { at: [...path, 'categories', wrong + 1, tag], message, hints: [hint] };
    }
  },
};

/** Months or years as numbers that count on; null where one of them is neither, or where both are. */
function timesOf(names: readonly string[], { dates }: Language): readonly number[] | null {
  if (names.every((name) => /^(?:19|20)\d\d$/.test(name))) return names.map(Number);
  const months = names.map((name) => {
    const bare = name.replace(/\.$/, '').toLowerCase();
    const at = (of: readonly string[]) => of.findIndex((each) => each.replace(/\.$/, '').toLowerCase() === bare);
    return Math.max(at(dates.months), at(dates.shortMonths));
  });
  if (months.includes(-1)) return null;
  // January may follow December, once: what comes back to a month that was there does not go on.
  let year = 0;
  return months.map((month, index) => {
    const before = months[index - 1];
    if (before === 11 && month < before) year += 12;
    return year + month;
  });
}
