/** Links to what stands side by side lead to the one that is meant. */
import { expect, it } from 'vitest';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { chart, columns, document, figure, link, p, section, square, text, w } from '../make.ts';
import { job } from './job.ts';

it('at one height in two columns', async () => {
  const bars = { ...chart({ Women: 700, Men: 560 }), id: section('bars', 'x', []).id, number: w('Chart 1') };
  const flag = { ...figure(square, 'A square', 'The flag'), id: section('flag', 'x', []).id, number: w('Figure 1') };
  const body = [
    section('one', 'One', [p([link('#bars', 'Chart 1'), text(' and '), link('#flag', 'Figure 1')])]),
    section('two', 'Two', [columns([bars], [flag])]),
  ];
  const made = document({ body });
  const expected = expectedOutline(made, { name: 'test', extension: 'pdf' });
  expect(compareOutlines(expected, await outlineOf(await pdf.write(made, job), 'pdf'), projections.pdf)).toBeNull();
});
