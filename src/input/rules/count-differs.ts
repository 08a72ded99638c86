import { languageOf } from '../../language/languages.ts';
import { unmarked } from '../check/prose.ts';
import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';

/** “Of eight risks …”: a sentence that takes its parts from all of them, in a report that lists them. */
export const countDiffers: DataRule = {
  code: 'count-differs',
  title: 'Sentence that counts the report wrongly',
  why: 'Readers look for a risk that is not listed, or overlook one that is.',
  applies: 'Sentences of reports that take their parts from all risks, activities or indicators.',
  severity: 'warning',
  says: 'A sentence counts the risks, activities or indicators, and the report has more or fewer of them.',
  mend: 'Correct the number or the list.',
  *check(sheet) {
    const register: unknown = Reflect.get(Object(Reflect.get(sheet.data, 'risks')), 'register');
    const risks: unknown = Reflect.get(Object(register), 'risks');
    const counts = {
      risk: Array.isArray(risks) ? risks.length : 0,
      activity: sheet.parts('activity').length,
      indicator: sheet.parts('indicator').length,
    };
    const listed = (Object.entries(counts) as [keyof typeof counts, number][]).filter(([, count]) => count > 0);
    if (listed.length === 0) return;
    for (const { at, tag, text } of sayingsIn(sheet)) {
      const { wording } = languageOf(tag);
      const plain = unmarked(text);
      for (const [what, count] of listed) {
        const [found, number = ''] = wording.allOf[what].exec(plain) ?? [];
        const counted = wording.numberOf(number.toLowerCase()) ?? (/^\d+$/.test(number) ? Number(number) : null);
        if (found === undefined || counted === null || counted === count) continue;
        const message = `The text says “${found}”, and the report has ${count}.`;
        yield { at, message, hints: ['Correct the number or the list.'] };
      }
    }
  },
};
