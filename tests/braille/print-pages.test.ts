/** The pages of the PDF in braille: each told once, in order, before the words that it begins with; and no word is lost for it. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.ts';
import { readPagedText } from '../../src/outline/pdf/pages.ts';
import { packageRoot } from '../../src/world.ts';

const engine = createEngine({ root: packageRoot, env: {} });

/** Rows in cells of Unicode, without the numbers of braille pages. */
function pagesOf(bytes: Uint8Array | undefined): string[][] {
  const xml = new TextDecoder().decode(bytes);
  return [...xml.matchAll(/<page>(.*?)<\/page>/gs)].map(([, page = '']) =>
    [...page.matchAll(/<row(?:\/>|>(.*?)<\/row>)/g)].map(([, row = '']) => row.replaceAll('\u2800', ' ')).slice(0, -1),
  );
}

const number = (cells: string) => Number([...cells].map((cell) => '⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊'.indexOf(cell)).join(''));
const header = /^ +([⠁-⠵]*)⠼([⠁-⠛]+)$/;
const separator = /^⠤+⠼([⠁-⠛]+)$/;

describe.each([
  ['data/brochure/brochure.json', 'ka'],
  ['data/document/guide.json', 'en'],
])('%s in %s', async (file, lang) => {
  const build = async (formats: readonly ('pdf' | 'pef')[]) => {
    const { outputs } = await engine.build(file, { formats, languages: [lang], alongside: ['pef'] });
    return (format: string) => outputs.find((output) => output.format === format)?.bytes;
  };
  const both = await build(['pef', 'pdf']);
  const pages = pagesOf(both('pef'));

  it('tells each page of the PDF once, in order', async () => {
    const { pageCount } = await readPagedText(both('pdf') ?? new Uint8Array());
    const told = pages.flatMap(([first = '', ...rows]) => {
      const [, letters, top = ''] = header.exec(first) ?? [];
      const under = rows.flatMap((row) => separator.exec(row)?.[1] ?? []);
      return [...(letters === '' ? [top] : []), ...under].map(number);
    });
    expect(told).toEqual(Array.from({ length: pageCount }, (_, index) => index + 1));
  });

  it('has letters before the number on the pages that a page of the PDF goes on to', () => {
    let current = 0;
    let before = 0;
    for (const [first = '', ...rows] of pages) {
      const [, letters = '', top = ''] = header.exec(first) ?? [];
      if (letters !== '') {
        expect(number(top)).toBe(current);
        expect(letters).toBe('⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏'[before]);
        before += 1;
      } else if (top !== '') [current, before] = [number(top), 0];
      for (const row of rows) {
        const [, under] = separator.exec(row) ?? [];
        if (under !== undefined) [current, before] = [number(under), 0];
      }
    }
  });

  it('says all that it says without the PDF', async () => {
    const alone = pagesOf((await build(['pef']))('pef'));
    const cells = (all: readonly (readonly string[])[]) =>
      all
        .flat()
        .join(' ')
        .replace(/⠐(?= )| |⠐⠷⠄|⠠⠐⠾|⠘[⠷⠾]|⠐⠐+/g, '');
    const text = cells(pages.map(([, ...rows]) => rows.filter((row) => !separator.test(row))));
    // What stands after the note that opens the file.
    const opening = (all: string) => all.slice(all.indexOf('⠈⠨⠜') + 3);
    // Contents name other pages of braille.
    const unnumbered = (all: string) => opening(all).replace(/⠼[⠁-⠛]+/g, '');
    expect(unnumbered(text)).toBe(unnumbered(cells(alone)));
  });
});
