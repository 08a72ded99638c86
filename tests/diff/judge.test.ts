/** Whatever a colleague does to the content of a document: diff never says that nothing was changed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { type Compared, compare } from '../../src/diff/compare.ts';
import { type DiffData, openData } from '../../src/diff/data.ts';
import { withKnownPictures } from '../../src/diff/likeness.ts';
import { type Manuscript, readManuscript } from '../../src/finished/docx/manuscript.ts';
import { reportFiles } from './report.ts';
import { Word } from './word.ts';

const file = 'data/report/field.json';
const [document, rels] = ['word/document.xml', 'word/_rels/document.xml.rels'];
let made: Uint8Array;
let base: Manuscript;
let data: DiffData;
let other: Uint8Array;

beforeAll(async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'etrati-judge-'));
  for (const [name, text] of reportFiles()) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const engine = createEngine({ root });
  const { outputs, diagnostics } = await engine.build(file, { formats: ['docx'], languages: ['en'] });
  engine.close();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  made = outputs[0]?.bytes ?? new Uint8Array();
  base = readManuscript(made);
  data = await openData(root, file);
  other = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c02040' } })
    .png()
    .toBuffer();
}, 120_000);

async function changesOf(edit: (word: Word) => void): Promise<Compared['changes']> {
  const word = new Word(made);
  edit(word);
  return compare(base, await withKnownPictures(readManuscript(word.bytes), base), data, 'en').changes;
}

/** At the end of the paragraph of these words. */
const into = (words: string, xml: string) => (word: Word) =>
  word.change('w:p', words, (p) => p.replace(/<\/w:p>$/, () => `${spaced(xml)}</w:p>`));
const after = (words: string, xml: string) => (word: Word) => word.change('w:p', words, (p) => p + spaced(xml));
const add = (word: Word, part: string, type: string, content: string | Uint8Array) => {
  const id = `rIdJudge${word.next()}`;
  const own = `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${part}"/>`;
  word.write(rels, word.read(rels).replace('</Relationships>', `${own}</Relationships>`));
  word.write(`word/${part}`, content);
  return id;
};

const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  dgm: 'http://schemas.openxmlformats.org/drawingml/2006/diagram',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
};
/** Elements with the namespaces that they need, whatever the document has declared. */
function spaced(xml: string): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return xml.replace(/^<[\w:]+/, (start) => start + declared.join(''));
}
const run = (inner: string, properties = '') => `<w:r>${properties}${inner}</w:r>`;
const drawn = (graphic: string, alt = '') =>
  run(
    `<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="900" name="N" descr="${alt}"/><a:graphic>${graphic}</a:graphic></wp:inline></w:drawing>`,
  );
const pictured = (id: string) =>
  drawn(
    `<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData>`,
    'A pasted photo',
  );
const equation = '<m:oMath><m:r><m:t>E=QQ</m:t></m:r></m:oMath>';
const box = '<w:txbxContent><w:p><w:r><w:t>In a box QQ</w:t></w:r></w:p></w:txbxContent>';
const words = 'The second office';

/** The drawing with this alternative text. */
function drawing(word: Word, alt: string, to: (xml: string) => string): void {
  const xml = word.read(document);
  const found = [...xml.matchAll(/<w:drawing>.*?<\/w:drawing>/gs)]
    .map(([each]) => each)
    .find((each) => each.includes(alt));
  if (found === undefined) throw new Error(`no drawing of "${alt}"`);
  word.write(
    document,
    xml.replace(found, () => to(found)),
  );
}
const route = 'A road from the town';
const mediaOf = (word: Word, xml: string) =>
  [...xml.matchAll(/r:embed="([^"]+)"/g)].map(
    ([, id]) =>
      new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(word.read(rels))?.[0].match(/Target="([^"]+)"/)?.[1] ?? '',
  );

/** Each kind of content, and words by which it has to be told. */
const kinds: Readonly<Record<string, readonly [(word: Word) => void, RegExp]>> = {
  'an equation': [into(words, equation), /E=QQ/],
  'an equation of its own': [into(words, `<m:oMathPara>${equation}</m:oMathPara>`), /E=QQ/],
  'an equation between paragraphs': [after(words, `<m:oMathPara>${equation}</m:oMathPara>`), /E=QQ/],
  'an equation in a heading': [into('Plans for winter', equation), /E=QQ/],
  'an equation in a cell': [into('Village', equation), /E=QQ/],
  'an equation in a cell of a number': [into('640', equation), /E=QQ/],
  'an equation in a caption': [into('Most people live', equation), /E=QQ/],
  'an equation in a footnote': [
    (word) =>
      word.change(
        'w:p',
        'A note on summer',
        (p) => p.replace(/<\/w:p>$/, () => `${spaced(equation)}</w:p>`),
        'word/footnotes.xml',
      ),
    /E=QQ/,
  ],
  'a tracked equation': [
    into(words, `<w:ins w:author="Ana" w:date="2026-11-28T10:00:00Z">${equation}</w:ins>`),
    /E=QQ/,
  ],
  'a symbol': [into(words, run('<w:sym w:font="Wingdings" w:char="F0FC"/>')), /F0FC/],
  'words with a reading': [
    into(
      words,
      run('<w:ruby><w:rt><w:r><w:t>ka</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>QQ</w:t></w:r></w:rubyBase></w:ruby>'),
    ),
    /QQ/,
  ],
  'a chart': [
    (word) => {
      const xml = `<c:chartSpace xmlns:c="${namespaces.c}"><c:chart><c:v>QQ 12</c:v></c:chart></c:chartSpace>`;
      const id = add(word, 'charts/chart1.xml', 'chart', xml);
      into(words, drawn(`<a:graphicData uri="${namespaces.c}"><c:chart r:id="${id}"/></a:graphicData>`))(word);
    },
    /chart.*QQ 12/,
  ],
  SmartArt: [
    (word) => {
      const xml = `<dgm:dataModel xmlns:dgm="${namespaces.dgm}" xmlns:a="${namespaces.a}"><a:t>QQ step</a:t></dgm:dataModel>`;
      const id = add(word, 'diagrams/data1.xml', 'diagramData', xml);
      into(words, drawn(`<a:graphicData uri="${namespaces.dgm}"><dgm:relIds r:dm="${id}"/></a:graphicData>`))(word);
    },
    /diagram QQ step/,
  ],
  'an embedded object': [
    (word) => {
      const id = add(word, 'embeddings/oleObject1.bin', 'oleObject', new Uint8Array([1, 2, 3]));
      into(words, run(`<w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="${id}"/></w:object>`))(word);
    },
    /embedded object/,
  ],
  'a text box': [
    into(
      words,
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="9" name="B"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
    ),
    /In a box QQ/,
  ],
  'a text box of old': [
    into(words, run(`<w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`)),
    /In a box QQ/,
  ],
  'a shape': [into(words, drawn('<a:graphicData><wps:wsp/></a:graphicData>', 'An arrow QQ')), /An arrow QQ/],
  ink: [into(words, run('<w:contentPart r:id="rId1"/>')), /drawing/],
  'a picture': [(word) => into(words, pictured(add(word, 'media/q.png', 'image', other)))(word), /A pasted photo/],
  'a picture in a paragraph of its own': [
    (word) => after(words, `<w:p>${pictured(add(word, 'media/q.png', 'image', other))}</w:p>`)(word),
    /A pasted photo/,
  ],
  'a picture in a cell': [
    (word) => into('Village', pictured(add(word, 'media/q.png', 'image', other)))(word),
    /A pasted photo/,
  ],
  'a picture deleted, its caption kept': [(word) => drawing(word, route, () => ''), /A road from the town/],
  'a picture with other bytes': [
    (word) =>
      drawing(word, route, (xml) => {
        for (const target of mediaOf(word, xml))
          word.write(
            `word/${target}`,
            target.endsWith('.svg') ? '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' : other,
          );
        return xml;
      }),
    /Another picture/,
  ],
  'a picture that leads to another file': [
    (word) => {
      const id = add(word, 'media/q.png', 'image', other);
      drawing(word, route, (xml) => xml.replaceAll(/r:embed="[^"]+"/g, `r:embed="${id}"`));
    },
    /Another picture/,
  ],
  'a picture that is cropped': [
    (word) =>
      drawing(word, route, (xml) =>
        xml.replace(/<a:stretch>|<a:srcRect\/>/, (each) => `<a:srcRect l="40000"/>${each.replace('<a:srcRect/>', '')}`),
      ),
    /Another picture/,
  ],
  'a picture with other words': [(word) => word.describe(route, 'QQ road'), /QQ road/],
  'a field': [into(words, '<w:fldSimple w:instr="DATE"><w:r><w:t>1 May QQ</w:t></w:r></w:fldSimple>'), /1 May QQ/],
  'a field of several runs': [
    into(
      words,
      '<w:ins w:author="Ana"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>AUTHOR</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>QQ</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins>',
    ),
    /QQ/,
  ],
  'a footnote': [(word) => noted(word, words), /New note QQ/],
  'a footnote on a label': [(word) => noted(word, 'Source: our own records'), /New note QQ/],
  'a footnote on a number': [(word) => noted(word, '640'), /New note QQ/],
  'words of a footnote': [(word) => word.retype('A note on summer', 'A note QQ', 'word/footnotes.xml'), /A note QQ/],
  'the head of pages': [
    (word) => edge(word, 'header', (xml) => xml.replace(/(<w:t(?: [^>]*)?>)([^<]+)/, '$1QQ $2')),
    /QQ/,
  ],
  'the foot of pages': [
    (word) => edge(word, 'footer', (xml) => xml.replace(/(<w:t(?: [^>]*)?>)([^<]+)/, '$1QQ $2')),
    /QQ/,
  ],
  'no words in the foot of pages': [
    (word) => {
      for (const part of word.parts.filter((name) => name.startsWith('word/footer')))
        word.write(part, word.read(part).replace(/<w:t(?: [^>]*)?>[^<]+/g, '<w:t>'));
    },
    /Heads and feet/,
  ],
  'a watermark': [
    (word) =>
      edge(word, 'header', (xml) =>
        xml.replace(
          /<\/w:p>/,
          () => `${spaced(run('<w:pict><v:shape><v:textpath string="QQ DRAFT"/></v:shape></w:pict>'))}</w:p>`,
        ),
      ),
    /QQ DRAFT/,
  ],
  'an inserted document': [
    (word) => after(words, `<w:altChunk r:id="${add(word, 'afchunk.html', 'aFChunk', '<p>QQ</p>')}"/>`)(word),
    /inserted document/,
  ],
  'a content control': [
    after(words, '<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>QQ control</w:t></w:r></w:p></w:sdtContent></w:sdt>'),
    /QQ control/,
  ],
  'hidden words': [into(words, run('<w:t>QQ secret</w:t>', '<w:rPr><w:vanish/></w:rPr>')), /QQ secret/],
  'words in a tag': [into(words, `<w:smartTag>${run('<w:t>QQ tag</w:t>')}</w:smartTag>`), /QQ tag/],
  'a table': [
    after(words, '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>QQ cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'),
    /QQ cell/,
  ],
  'a table in a cell': [
    after('Village', '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>QQ cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'),
    /QQ cell/,
  ],
  'a link': [(word) => word.link('second', 'https://example.org/qq'), /example\.org\/qq/],
};

function noted(word: Word, at: string): void {
  const note = `<w:footnote w:id="88"><w:p><w:r><w:t>New note QQ</w:t></w:r></w:p></w:footnote></w:footnotes>`;
  word.write('word/footnotes.xml', word.read('word/footnotes.xml').replace('</w:footnotes>', note));
  into(at, run('<w:footnoteReference w:id="88"/>'))(word);
}

/** The first of the heads or feet of pages that has words. */
function edge(word: Word, part: 'header' | 'footer', to: (xml: string) => string): void {
  const name = word.parts.find(
    (each) => each.startsWith(`word/${part}`) && /<w:t[ >][^<]*[^<\s]/.test(word.read(each)),
  );
  if (name === undefined) throw new Error(`no ${part}`);
  word.write(name, to(word.read(name)));
}

describe('a change of each kind is told', () => {
  it.each(Object.entries(kinds))('%s', async (_, [edit, said]) => {
    const changes = await changesOf(edit);
    expect(changes.map(({ before, after: now, note }) => [before, now, note].join(' ')).join('\n')).toMatch(said);
    // What cannot be mapped is never written as if it were words.
    expect(JSON.stringify(changes.map((change) => change.edit))).not.toMatch(
      /\[(?:equation|symbol|chart|diagram|hidden)/,
    );
  });
});

it('what is in a note is at the note', async () => {
  const [edit] = kinds['an equation in a footnote'] ?? [];
  const changes = await changesOf((word) => edit?.(word));
  const note = await changesOf((word) => word.retype('A note on summer', 'A note QQ', 'word/footnotes.xml'));
  expect(changes.find(({ kind }) => kind === 'added')?.path).toBe(note[0]?.path);
});

it('words for the ear that look like a value of the data are words', async () => {
  const [change] = await changesOf((word) => word.describe(route, 'QQ {value=$.x}'));
  expect(change?.edit).toMatchObject({ type: 'set', value: expect.stringContaining('QQ \\{value=$.x}') });
});

it('each word, paragraph, row and drawing of the document that is another one or gone', async () => {
  const whole = new Word(made).read(document);
  const from = whole.indexOf('<w:body>');
  const isListed = (at: number) => {
    const start = whole.lastIndexOf('<w:p>', at);
    return /w:pStyle w:val="(?:TOC|TableofF|Languages|Contents\d)/.test(whole.slice(start, at));
  };
  const silent: string[] = [];
  const tried = async (was: string, at: number, now: string) => {
    const xml = whole.slice(0, at) + now + whole.slice(at + was.length);
    const changes = await changesOf((word) => word.write(document, xml));
    if (changes.length === 0) silent.push(was.slice(0, 300));
  };
  let count = 0;
  for (const found of whole.matchAll(
    /<w:t(?: [^>]*)?>[^<]*\S[^<]*<\/w:t>|<w:tr[ >].*?<\/w:tr>|<w:drawing>.*?<\/w:drawing>/gs,
  )) {
    const [piece] = found;
    // What a field shows, programs write anew.
    if (/>Table \d</.test(piece)) continue;
    if (found.index < from || isListed(found.index) || /adec:decorative[^>]*val="(?:1|true)"/.test(piece)) continue;
    count += 1;
    // All of it takes minutes: one in seven, another one whenever the document grows.
    if (piece.startsWith('<w:t') && !piece.startsWith('<w:tr') && count % 7 !== 0) continue;
    const isText = piece.startsWith('<w:t>') || piece.startsWith('<w:t ');
    await tried(piece, found.index, isText ? piece.replace('</w:t>', 'QQ</w:t>') : '');
    if (isText) await tried(piece, found.index, '<w:t></w:t>');
  }
  expect(count).toBeGreaterThan(60);
  expect(silent).toEqual([]);
}, 300_000);

const isAtHand = spawnSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;

it.skipIf(!isAtHand)(
  `nothing, after LibreOffice has saved it${isAtHand ? '' : ' (skipped: soffice is not installed)'}`,
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'etrati-judge-'));
    writeFileSync(path.join(folder, 'made.docx'), made);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [
        profile,
        '--headless',
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        path.join(folder, 'out'),
        'made.docx',
      ],
      { cwd: folder, stdio: 'ignore', timeout: 200_000 },
    );
    const saved = await withKnownPictures(readManuscript(readFileSync(path.join(folder, 'out/made.docx'))), base);
    expect(compare(base, saved, data, 'en').changes).toEqual([]);
  },
  240_000,
);
