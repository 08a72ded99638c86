import type { DataRule } from '../check/rule.ts';
import { same, sumOf } from '../check/sums.ts';

export const sectorSum: DataRule = {
  code: 'sector-sum',
  title: 'Sectors that do not add up',
  why: 'Aid is counted by sector all over the world: the sums are wrong.',
  applies: 'Sectors of projects.',
  severity: 'error',
  says: 'The shares of the sectors do not add up to 100 per cent.',
  mend: 'Change the shares so that they add up to 100 per cent.',
  clause: 'IATI 2.03, sector/@percentage',
  *check(sheet) {
    for (const { path, value } of sheet.parts('sectors')) {
      const sum = sumOf(value.map(({ percentage }) => percentage));
      if (same(sum, 100)) continue;
      yield {
        at: path,
        message: `The shares of the sectors add up to ${sum} per cent.`,
        hints: ['Change the shares so that they add up to 100 per cent.'],
      };
    }
  },
};
