/** The facts of a cover in large print that have no room on it open the text: they are on no page alone. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { readFile } from '../../src/finished/pdf/paint/file.ts';
import { languageOf } from '../../src/language/languages.ts';
import { largeDocument } from '../../src/large/document.ts';
import { largeTheme } from '../../src/large/theme.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { document, p, section, terms } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = largeTheme(await gza());

it.each([
  [1, 0],
  [14, 1],
])('%i facts are on page %i with what is there', async (count, place) => {
  const facts = Array.from({ length: count }, (_, index) => [`Fact ${index}`, 'What is said of it'] as const);
  const made = largeDocument(
    document({ title: 'T', after: [terms(facts, 'cover')], body: [section('one', 'One', [p('Text.')])] }),
    theme,
  );
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const { sheets } = await readFile(await pdf.write(made, job));
  const texts = sheets.map(({ paints }) =>
    paints.flatMap((paint) => (paint.type === 'text' ? [paint.text] : [])).join(' '),
  );
  expect(sheets).toHaveLength(2);
  expect(texts.findIndex((text) => /Fact\s*0/.test(text))).toBe(place);
  expect(texts[1]).toContain('One');
});
