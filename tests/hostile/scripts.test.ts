/** Names in other scripts, in every place that a text may stand: every format says them and draws them with fonts of its own. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Project } from '../cli/project.ts';
import { gza } from '../theme/gza.ts';
import { type Made, make, said } from './made.ts';
import { deobfuscated, familiesIn } from './word-fonts.ts';

const names = {
  armenian: 'Արմեն Հակոբյան։',
  russian: 'Иван Щёлоков',
  ukrainian: 'Євгенія Ґалаґан',
  greek: 'Γιώργος Παπαδόπουλος',
  polytonic: 'Ἀθηνᾶ τῇ Ἑλλάδι',
  azerbaijani: 'Əliyev Şəhriyar',
  vietnamese: 'Nguyễn Thị Hường',
  signs: '43′ 21″ ✓ ☐',
};
const all = Object.values(names);
const en = (text: string) => ({ en: text });

/** A document with a title, words, list, table, chart, note and contents. */
function documentWith(words: readonly string[]): string {
  const [one = '', two = one, three = two] = words;
  return JSON.stringify({
    kind: 'document',
    languages: ['en'],
    date: '2026-11-23',
    title: en(`Names of ${one}`),
    description: en('A test.'),
    author: en(`Office of ${two}`),
    keywords: [en('names')],
    cover: { kind: en('Note') },
    sections: [
      {
        id: 'a',
        title: en(`Section of ${two}`),
        blocks: [
          { type: 'contents', of: 'sections' },
          {
            type: 'text',
            text: en(`Here: **${one}**, *${three}*, *${one}*^[Note on ${three}.] and ${words.join('; ')}.`),
          },
          { type: 'list', items: words.map(en) },
          {
            type: 'table',
            caption: en(`Table of ${three}`),
            columns: [{ head: en(one) }, { head: en('Persons'), align: 'end' }],
            rows: words.map((word) => ({ cells: [{ text: en(word) }, { number: 12 }] })),
          },
          {
            type: 'chart',
            caption: en(`Chart of ${two}`),
            chart: 'bar',
            source: en('Source: a list.'),
            axis: en('Place'),
            categories: words.map(en),
            series: [{ name: en('Persons'), values: words.map((_, index) => index + 1) }],
          },
        ],
      },
      { id: 'b', title: en(`And ${three}`), blocks: [{ type: 'text', text: en('Second.') }] },
    ],
    imprint: { statements: [en(`By ${two}.`)], copyright: en('© 2026 Office') },
  });
}

const file = 'data/document/names.json';

function makeOf(words: readonly string[]): Promise<Made> {
  const project = new Project();
  project.write(file, documentWith(words));
  return make(project.root, file, 'en');
}

async function fontsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(pdf);
  const found = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const name = 'get' in object ? (object as { get(key: PDFName): unknown }).get(PDFName.of('BaseFont')) : undefined;
    return name === undefined ? [] : [String(name).replace(/^\/\w+\+/, '')];
  });
  return [...new Set(found)];
}

describe('names in other scripts', () => {
  let first: Promise<Made> | null = null;
  const once = (): Promise<Made> => {
    first ??= makeOf(all);
    return first;
  };

  it('are said by every format, in order', async () => {
    const made = await once();
    for (const outline of Object.values(made.outlines)) for (const name of all) expect(said(outline)).toContain(name);
    // Nobody has said what language they are in: that is asked for, and nothing else.
    expect([...new Set(made.diagnostics.map(({ code }) => code))]).toEqual(['unmarked-language']);
  });
  it('are drawn in PDF by fonts in the file', async () => {
    expect(await fontsOf((await once()).bytes.pdf)).toEqual(
      expect.arrayContaining([
        'FiraGO-Regular',
        'NotoSansArmenian-Bold',
        'NotoSansArmenian-Regular',
        'NotoSans-Regular',
      ]),
    );
  });
  it('are in Word in runs whose fonts are in the file and draw every letter of them', async () => {
    const parts = unzipSync((await once()).bytes.docx);
    const fonts = deobfuscated(parts);
    for (const part of [
      'word/document.xml',
      'word/footnotes.xml',
      ...Object.keys(parts).filter((name) => /word\/(header|footer)\d+\.xml$/.test(name)),
    ])
      for (const { family, text } of familiesIn(strFromU8(parts[part] ?? new Uint8Array())))
        for (const letter of text) {
          const drawn = fonts.get(family ?? 'FiraGO')?.has(letter.codePointAt(0) ?? 0);
          expect(drawn, `${letter} in ${family} of ${part}`).toBe(true);
        }
    expect([...fonts.keys()].sort()).toEqual([
      'FiraGO',
      'FiraGO Cyrillic',
      'FiraGO Greek',
      'FiraGO Latin',
      'Noto Sans',
      'Noto Sans Armenian',
      'Noto Sans Symbols 2',
    ]);
  });
  it('are upright in Word where the family has no italic', async () => {
    const xml = strFromU8(unzipSync((await once()).bytes.docx)['word/document.xml'] ?? new Uint8Array());
    const armenian = [...xml.matchAll(/<w:rPr>((?:(?!<\/w:rPr>).)*Noto Sans Armenian(?:(?!<\/w:rPr>).)*)<\/w:rPr>/g)];
    expect(armenian.length).toBeGreaterThan(3);
    for (const [, properties = ''] of armenian) expect(properties).not.toMatch(/<w:i(?:Cs)?\/>/);
  });
  it('are drawn on the web page by faces that say for which letters', async () => {
    const html = new TextDecoder().decode((await once()).bytes.html);
    const rules = [...html.matchAll(/@font-face\{font-family:"FiraGO";font-weight:400;font-style:normal[^}]*\}/g)];
    const ranges = rules.flatMap(([rule]) => (/unicode-range:([^;}]*)/.exec(rule)?.[1] ?? '').split(','));
    const inRange = (point: number) =>
      ranges.some((range) => {
        const [first = Number.NaN, last = first] = range
          .replace('U+', '')
          .split('-')
          .map((end) => Number.parseInt(end, 16));
        return first <= point && point <= last;
      });
    const [regular] = (await gza()).faces;
    for (const letter of all.join('')) {
      const point = letter.codePointAt(0) ?? 0;
      expect(inRange(point), letter).toBe(regular?.covers(point) === false);
    }
  });
});

it('a document pays for no script that it has not', async () => {
  const plain = await makeOf(['Nino Beridze', 'ნინო ბერიძე', 'Łódź']);
  const cyrillic = await makeOf(['Иван Щёлоков', 'Nino Beridze', 'Łódź']);
  const familiesOf = ({ bytes }: Made) => [...deobfuscated(unzipSync(bytes.docx)).keys()];
  expect(familiesOf(plain)).toEqual(['FiraGO']);
  expect(familiesOf(cyrillic)).toEqual(['FiraGO', 'FiraGO Cyrillic']);
  expect(new TextDecoder().decode(plain.bytes.html)).not.toContain('unicode-range');
});

it('the print edition draws them too', async () => {
  const project = new Project();
  project.write(file, documentWith(all));
  const engine = createEngine({ root: project.root, env: {} });
  const { outputs, diagnostics } = await engine.build(file, { languages: ['en'], formats: ['print'] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [print] = outputs;
  expect(await fontsOf(print?.bytes ?? new Uint8Array())).toEqual(expect.arrayContaining(['NotoSansArmenian-Bold']));
  engine.close();
});
