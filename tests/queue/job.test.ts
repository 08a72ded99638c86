/** What a worker takes for a job: whoever may write to the queue may ask for documents, and for nothing else. */
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import type { RecordOrder } from '../../src/many/record.ts';
import { isJob } from '../../src/queue/job.ts';

const at = { file: 'a.csv', line: 2, column: 3 };
const report = new Report();
report.warning('rows-in-cell', at, 'A line of this cell looks like a row of the table.', { hints: ['Look.'] });
const order: RecordOrder = {
  number: 1,
  at,
  name: 'a',
  file: 'base.json',
  naming: { file: at },
  warnings: report.diagnostics,
};
const settings = { sourceDate: '', print: {}, allow: [], logos: {} };

/** As it comes from a queue. */
const jobWith = (change: object): unknown =>
  JSON.parse(
    JSON.stringify({ version: '1.0.0', base: null, designs: '', named: {}, settings, order: { ...order, ...change } }),
  );

it('takes no job that does not say what its files were', () => {
  expect(isJob(Object.assign(Object(jobWith({})), { named: undefined }))).toBe(false);
});

it('takes an order with all that was found as it was read', () => {
  expect(isJob(jobWith({}))).toBe(true);
  expect(isJob(jobWith({ warnings: undefined, naming: undefined }))).toBe(true);
});

describe('takes no order whose findings are none', () => {
  const [warning] = report.diagnostics;
  it.each([
    ['a text', 'all is well'],
    ['a record', { 0: warning }],
    ['a list of texts', ['all is well']],
    ['a list of nothing', [null]],
    ['an error', [{ ...warning, severity: 'error' }]],
    ['a code that is no text', [{ ...warning, code: 7 }]],
    ['no message', [{ ...warning, message: undefined }]],
    ['hints that are a text', [{ ...warning, hints: 'Look.' }]],
    ['a place without a line', [{ ...warning, at: { file: 'a.csv' } }]],
    ['related places that are none', [{ ...warning, related: [{ message: 'Here.' }] }]],
  ])('%s', (_, warnings) => {
    expect(isJob(jobWith({ warnings }))).toBe(false);
  });
});

it.each([['a text'], [{ file: 'base.json' }]])('takes no order whose names have no places: %o', (naming) => {
  expect(isJob(jobWith({ naming }))).toBe(false);
});
