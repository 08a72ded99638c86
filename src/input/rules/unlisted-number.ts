import { languageOf } from '../../language/languages.ts';
import { matchesIn } from '../../text.ts';
import { unmarked } from '../check/prose.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';

/** The parts of a report that have codes. */
const coded = ['activity', 'indicator', 'line'] as const;

export const unlistedNumber: DataRule = {
  code: 'unlisted-number',
  title: 'Number of a risk or line that is not there',
  why: 'Readers look for risk R7 in a register of six.',
  applies: 'Texts of reports that name a risk, an activity, an indicator or a budget line by its number.',
  severity: 'warning',
  says: 'A text names a risk, an activity, an indicator or a budget line by a number that none of the report has.',
  mend: 'Correct the number, or add what it is of.',
  *check(sheet) {
    const codes = coded.map((what) => [what, new Set(sheet.parts(what).map(({ value }) => value.code))] as const);
    const risks = new Set(sheet.parts('risks').flatMap(({ value }) => value.map(({ code }) => code)));
    const risk = riskPattern(risks);
    for (const { at, tag, text } of sayingsIn(sheet)) {
      if (!/\d/.test(text)) continue;
      const { wording } = languageOf(tag);
      const plain = unmarked(text);
      const finding = (what: string, code: string): DataFinding => ({
        at,
        message: `The text names the ${what} ${code}, and the report has none of that number.`,
        hints: ['Correct the number, or add what it is of.'],
      });
      for (const [what, known] of codes) {
        if (known.size === 0) continue;
        for (const { groups } of matchesIn(plain, wording.codes[what]))
          if (!known.has(groups?.code ?? '')) yield finding(what === 'line' ? 'budget line' : what, groups?.code ?? '');
      }
      if (risk !== null) for (const [code] of matchesIn(plain, risk)) if (!risks.has(code)) yield finding('risk', code);
    }
  },
};

/** All risks of a register are numbered behind one letter: R1, R2; null where they are not. */
function riskPattern(codes: ReadonlySet<string>): RegExp | null {
  const letters = new Set([...codes].map((code) => /^(\p{Lu})\d{1,2}$/u.exec(code)?.[1] ?? ''));
  const [letter = ''] = letters;
  return letters.size === 1 && letter !== '' && codes.size > 2
    ? new RegExp(`(?<![\\p{L}\\p{N}.-])${letter}\\d{1,2}(?![\\p{L}\\p{N}.])`, 'gu')
    : null;
}
