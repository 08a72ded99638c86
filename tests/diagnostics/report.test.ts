/** The same thing is said once. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';

const place = { file: 'a.xlsx', line: 2, column: 4, sheet: 'Sheet1', path: '$.rows[0].cells[1].text.en' };

it('keeps one finding of the same words at the same place, whatever the paths in the data that lead there', () => {
  const report = new Report();
  report.warning('file-large', place, 'The address a@b.ge is not a link.');
  report.warning('file-large', { ...place, path: '$.rows[0].cells[1].text.ka' }, 'The address a@b.ge is not a link.');
  expect(report.diagnostics).toHaveLength(1);
});

it.each([
  ['another line', { ...place, line: 3 }, 'x'],
  ['another sheet', { ...place, sheet: 'Sheet2' }, 'x'],
  ['another file', { ...place, file: 'b.xlsx' }, 'x'],
  ['other words', place, 'y'],
])('keeps both where they differ: %s', (_, at, message) => {
  const report = new Report();
  report.warning('file-large', place, 'x');
  report.warning('file-large', at, message);
  expect(report.diagnostics).toHaveLength(2);
});

it('keeps what has no place each time', () => {
  const report = new Report();
  for (const _ of [1, 2]) report.error('not-a-picture', null, 'x');
  expect(report.diagnostics).toHaveLength(2);
});
