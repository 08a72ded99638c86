import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { setPages } from '../../src/write/pdf/page/pages.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { StructureTree } from '../../src/write/pdf/tag/structure.ts';
import type { Job } from '../../src/write/targets.ts';
import {
  abbreviation,
  bodyRow,
  contents,
  document,
  figure,
  headRow,
  l,
  lineBreak,
  link,
  note,
  ol,
  p,
  section,
  span,
  square,
  strong,
  table,
  text,
  ul,
  w,
} from '../make.ts';
import { gza } from '../theme/gza.ts';
import { unpacked } from './unpacked.ts';

const theme = await gza();
const jobOf = (): Job => ({
  theme,
  language: languageOf(l('en')),
  name: 'test',
  created: new Date('2026-11-22T00:00:00Z'),
  report: new Report(),
});
const write = (content: Document): Promise<Uint8Array> => pdf.write(content, jobOf());
const rich = (): Document =>
  document({
    title: 'Borders & <migration>',
    body: [
      section('one', 'One', [
        p([
          text('See '),
          link('https://example.org/a?b=1&c=2', 'the page'),
          text(' or '),
          link('#two', 'Two'),
          lineBreak(),
          span('ka', 'ქართული'),
        ]),
        ul(['first', 'office affiliate fi']),
        figure(square, 'A blue square', 'Caption'),
      ]),
      section('two', 'Two', [section('inner', 'Inner', [ol(['a', 'b']), p([strong('Stress')])])]),
    ],
  });

describe('the PDF file', () => {
  it('has the same bytes each time, also after another document', async () => {
    const first = await write(rich());
    await write(document({ title: 'Another', body: [section('x', 'X', [p('zyxწვუ')])] }));
    expect(Buffer.compare(Buffer.from(await write(rich())), Buffer.from(first))).toBe(0);
  });

  it('packs its objects, and tells their places in a stream', async () => {
    const file = Buffer.from(await write(rich())).toString('latin1');
    const alone = file.match(/^\d+ 0 obj$/gm) ?? [];
    expect(file.match(/\nendstream\nendobj$/gm)).toHaveLength(alone.length);
    expect(file.match(/\/Type \/(?:ObjStm|XRef)/g)).toEqual(['/Type /ObjStm', '/Type /XRef']);
    expect(file).not.toMatch(/^(?:xref|trailer)$/m);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    expect(file.slice(start)).toMatch(/^\d+ 0 obj\n<<\n\/Type \/XRef/);
  });

  it('says what it conforms to, with the title escaped', async () => {
    const file = unpacked(await write(rich()));
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(file).toContain('Borders &amp; &lt;migration&gt;');
    expect(file).toMatch(/\/DisplayDocTitle true/);
    expect(file).toMatch(/\/Lang \(en\)/);
  });

  it('gives every link an annotation with words, inside the structure', async () => {
    const file = unpacked(await write(rich()));
    expect(file).toContain('/Contents (the page)');
    expect(file).toContain('/URI (https://example.org/a?b=1&c=2)');
    expect(file.match(/\/Type \/OBJR/g)).toHaveLength(2);
  });

  it('reads back as it was, ligatures and languages too', async () => {
    const read = JSON.stringify(await outlineOf(await write(rich()), 'pdf'));
    for (const words of ['office affiliate fi', 'A blue square', 'Caption', 'ქართული', 'Stress'])
      expect(read).toContain(words);
  });

  it('names places for links from outside', async () => {
    expect(unpacked(await write(rich()))).toMatch(/\/Dests <<\n\/Names \[\(cover\) .*\(inner\) .*\(one\) .*\(two\)/s);
  });
});

describe('the structure tree', () => {
  it('knows content that was never painted', () => {
    const tree = new StructureTree();
    const slot = tree.root.add('P').slot();
    expect(tree.lost()).toEqual([slot]);
    expect(tree.lostWords()).toBe('one part, in a P');
  });

  it('says which words were never painted', () => {
    const tree = new StructureTree();
    const place = (words: string, painted: boolean) => {
      const slot = tree.root.add('P').slot();
      slot.words = words;
      if (painted) slot.marks.push({ page: {} as never, mcid: 0 });
    };
    place('There', true);
    expect(tree.lostWords()).toBeNull();
    place('Not there', false);
    place('Nor this', false);
    expect(tree.lostWords()).toBe('2 parts, first “Not there” in a P');
  });

  it('says the alternative text of a picture', () => {
    const tree = new StructureTree();
    tree.root.add('Figure', { alt: 'A bridge' }).slot();
    expect(tree.lostWords()).toBe('one part, “A bridge” in a Figure');
  });

  it('has the words of each place that is made, so that none is lost without a word', async () => {
    const cells = table([headRow('# A')], [bodyRow('# a')], { number: w('Table 1'), caption: [text('Caption of it')] });
    const noted = p([text('A note'), note('at the foot'), lineBreak(), abbreviation('GBP', 'Georgian Border Police')]);
    const list = contents('sections', [[1, 'one', null, 'One']]);
    const content = document({
      body: [...rich().body, { ...section('three', 'Three', [list, noted, cells]), number: w('3') }],
    });
    const { tree } = await setPages(content, jobOf());
    const wordless = tree.slots.filter(({ words, element }) => words === '' && element.properties.alt === undefined);
    expect(wordless.map(({ element }) => element.type)).toEqual([]);
    const words = tree.slots.map((slot) => slot.words);
    for (const each of ['See ', 'the page', ' or ', '1', '•', 'A note', 'at the foot', ' ', 'GBP', '3', 'Table 1.'])
      expect(words).toContain(each);
  });
});
