/** Large print on a narrow screen: no word of a title is parted, and no value of a record is out of sight. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { largeDocument } from '../../src/large/document.ts';
import { largeTheme } from '../../src/large/theme.ts';
import { html } from '../../src/write/html/html.ts';
import { enlarged } from '../../src/write/html/sheets/large.ts';
import { bodyRow, document, headRow, section, table } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = largeTheme(await gza());

it('has large titles as narrow as the window, never under 18 points, and other type as it is', () => {
  expect(enlarged('h1{font-size:2.7rem}', theme)).toBe('h1{font-size:clamp(1.5rem,10.8vw,2.7rem)}');
  expect(enlarged('p{font-size:1.6rem}td{font-size:.9rem}', theme)).toBe('p{font-size:1.6rem}td{font-size:1.5rem}');
});

it('sets the value of a record under its name where there is no room beside it', async () => {
  const rows = [headRow('# Town', '# A', '# B', '# C')];
  const made = largeDocument(
    document({ body: [section('one', 'One', [table(rows, [bodyRow('# Gori', '1', '2', '3')])])] }),
    theme,
  );
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const page = new TextDecoder().decode(await html.write(made, job));
  const narrow = page
    .split('@media (width < 30rem){')
    .find((rules) => rules.startsWith('\ntable:has([data-look=field])'));
  expect(narrow).toContain(':is(caption,tbody,tfoot,tr,th,td){display:block}');
  expect(narrow).toContain('{min-inline-size:0}');
  expect(page).toContain('<tr data-look="field">');
});
