/** Books of documents at random, for the judges: `RANDOM_BOOKS=FOLDER npx vitest run tests/epub/random-books.test.ts` writes them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { openBook } from '../../src/finished/epub/book.ts';
import { languageOf } from '../../src/language/languages.ts';
import { epub } from '../../src/write/epub/epub.ts';
import { documents } from '../outline/documents.ts';
import { gza } from '../theme/gza.ts';

const folder = process.env.RANDOM_BOOKS;
const count = folder === undefined ? 3 : Number(process.env.RANDOM_DOCUMENTS ?? 12);

it('makes a book of any document', async () => {
  const theme = await gza();
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  for (const [index, document] of fc.sample(documents, { seed: 17, numRuns: count }).entries()) {
    const report = new Report();
    const language = languageOf(document.lang);
    const bytes = await epub.write(document, { theme, language, name: 'random', created: new Date(0), report });
    expect(openBook(bytes).spine.length).toBeGreaterThan(0);
    if (folder !== undefined) writeFileSync(path.join(folder, `random-${index}.${document.lang}.epub`), bytes);
  }
}, 240_000);
