/** The limits of a shop, as its own file has them. */
import { expect, it } from 'vitest';
import { readPressProfile } from '../../src/config/press-profile.ts';
import { Report } from '../../src/diagnostics.ts';

const read = (settings: unknown) => {
  const report = new Report();
  const profile = readPressProfile(Buffer.from(JSON.stringify(settings)), 'shop.json', report);
  return { profile, found: report.diagnostics.map(({ code, message }) => `${code}: ${message}`) };
};

it('refuses a warning that could never come', () => {
  const message = 'bad-value: The limit of the warning is below that of the error, so that it could never come.';
  expect(read({ ppi: { error: 300, warning: 200 } })).toEqual({ profile: null, found: [message] });
  expect(read({ lineArtPpi: { error: 300, warning: 300 } }).found).toEqual([]);
});
