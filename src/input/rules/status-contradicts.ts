import type { Language } from '../../language/language.ts';
import { languageOf } from '../../language/languages.ts';
import type { DataRule } from '../check/rule.ts';

type Status = keyof Language['wording']['statuses'];

export const statusContradicts: DataRule = {
  code: 'status-contradicts',
  title: 'Words that contradict their mark',
  why: 'Who sees the mark and who hears the words learn different things.',
  applies: 'Cells with a status and words.',
  severity: 'warning',
  says: 'The words in a cell say another status than the mark beside them.',
  mend: 'Correct the words or the "status".',
  *check(sheet) {
    for (const { path, value: table } of sheet.parts('table'))
      for (const list of ['rows', 'foot'] as const)
        for (const [row, { cells }] of (table[list] ?? []).entries())
          for (const [index, { status, text }] of cells.entries())
            for (const [tag, words = ''] of Object.entries(status === null ? {} : (text ?? {}))) {
              const named = saidIn(words, languageOf(tag));
              if (named.length === 0 || status === null || named.includes(status)) continue;
              yield {
                at: [...path, list, row, 'cells', index, 'text', tag],
                message: `The words "${words}" say "${named[0]}", and the mark beside them is "${status}".`,
                hints: ['Correct the words or the "status".'],
              };
            }
  },
};

function saidIn(words: string, { wording }: Language): readonly Status[] {
  const all = Object.entries(wording.statuses) as [Status, RegExp][];
  return all.filter(([, pattern]) => pattern.test(words)).map(([status]) => status);
}
