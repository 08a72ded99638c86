import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import type { Picture } from '../../src/model/picture.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { print } from '../../src/write/pdf/print.ts';
import type { FormatWriter, WrittenFile } from '../../src/write/targets.ts';
import { chart, document, figure, l, link, note, p, restart, section, square, text } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { isNamed, namesIn, offPaper, readPress, textOf, unlinked } from './reading.ts';

const theme = await gza();
const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date('2026-11-22T00:00:00Z') };
/** Pages as they are: what folds and booklets do with them has tests of its own. */
async function write(
  target: FormatWriter<Uint8Array | readonly WrittenFile[]>,
  content: Document,
): Promise<Uint8Array> {
  const made = await target.write(content, { ...job, report: new Report(), print: { layout: 'sheets' } });
  return made instanceof Uint8Array ? made : (made[0]?.bytes ?? new Uint8Array());
}

/** Colours that no theme has, stops of gradients, and what is drawn as a group of its own. */
const colourful: Picture = {
  ...square,
  file: 'colourful.svg',
  bytes: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">
<defs><linearGradient id="g"><stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#00ff00" stop-opacity="0.5"/></linearGradient>
<clipPath id="c"><circle cx="9" cy="9" r="8"/><circle cx="20" cy="9" r="8"/></clipPath></defs>
<rect width="20" height="20" fill="url(#g)"/><g opacity="0.5"><rect width="9" height="9" fill="red" stroke="#123456"/></g>
<rect width="40" height="20" fill="rgb(1,2,3)" clip-path="url(#c)"/></svg>`),
};

async function photo(): Promise<Picture> {
  const made = sharp({
    create: { width: 40, height: 20, channels: 4, background: { r: 200, g: 30, b: 60, alpha: 0.5 } },
  });
  return { ...square, file: 'photo.png', format: 'png', bytes: new Uint8Array(await made.png().toBuffer()) };
}

const rich = async (): Promise<Document> => {
  restart();
  const photograph = await photo();
  return document({
    title: 'Borders & <migration>',
    body: [
      section('one', 'One', [
        p([text('See '), link('https://example.org/', 'the page'), text(' or '), link('#two', 'Two'), note('A note.')]),
        figure(colourful, 'Colours', 'In many colours'),
        figure(photograph, 'A photograph'),
        chart({ one: 1, two: 2 }),
      ]),
      section('two', 'Two', [p('Text')]),
    ],
  });
};

const bytes = await write(print, await rich());
const reading = await readPress(bytes);
const { catalog, context } = { catalog: reading.file.catalog, context: reading.file.context };

describe('the print edition', () => {
  it('has the same bytes each time, and another name where it says something else', async () => {
    expect(Buffer.compare(Buffer.from(await write(print, await rich())), Buffer.from(bytes))).toBe(0);
    const other = await write(
      print,
      document({ title: 'Borders & <migration>', body: [section('one', 'One', [p('x')])] }),
    );
    const name = /<xmpMM:DocumentID>uuid:[0-9a-f-]{36}</;
    const [mine, others] = [bytes, other].map((file) => name.exec(Buffer.from(file).toString('latin1'))?.[0]);
    expect(mine).toBeDefined();
    expect(mine).not.toBe(others);
  });

  it('paints in no colour of a screen', () => {
    expect(reading.contents.length).toBeGreaterThan(4);
    for (const content of reading.contents) {
      expect(content).not.toMatch(/(?:^|\s)(?:rg|RG)(?:\s|$)/);
      expect(content).not.toContain('DeviceRGB');
    }
    expect(reading.dictionaries.flatMap(namesIn)).not.toContain('DeviceRGB');
  });

  it('separates pictures into inks, without their transparency', () => {
    const images = reading.dictionaries.filter((dict) => isNamed(dict, 'Subtype', 'Image'));
    expect(images).toHaveLength(1);
    expect(images.every((dict) => isNamed(dict, 'ColorSpace', 'DeviceCMYK') && !dict.has(PDFName.of('SMask')))).toBe(
      true,
    );
  });

  it('has 3 mm of bleed around the page, and no box that hides it', () => {
    const bleed = (3 * 72) / 25.4;
    for (const { node } of reading.file.getPages()) {
      const box = (name: string) => node.lookup(PDFName.of(name))?.toString();
      const page = node.TrimBox()?.asRectangle();
      expect(page?.x).toBeCloseTo(bleed, 3);
      expect(page?.width).toBeCloseTo(theme.page.width, 2);
      expect(node.MediaBox().asRectangle().height).toBeCloseTo(theme.page.height + 2 * bleed, 2);
      expect(box('BleedBox')).toBe(box('MediaBox'));
      expect(['CropBox', 'ArtBox', 'UserUnit', 'Annots'].filter((name) => node.has(PDFName.of(name)))).toEqual([]);
    }
  });

  it('fills the bleed of the cover: its field reaches over the sheet from side to side and to its foot', () => {
    const { width, height } = theme.page;
    const bleed = (3 * 72) / 25.4;
    const edge = /(\S+) (\S+) m\n(\S+) \S+ l\n\S+ (\S+) l\n/.exec(
      reading.contents.find((c) => c.includes('-8.504')) ?? '',
    );
    const expected = [-bleed, (height * 158) / 297, width + bleed, height + bleed];
    edge?.slice(1).forEach((found, index) => {
      expect(Number(found)).toBeCloseTo(expected[index] ?? 0, 2);
    });
    expect(edge).not.toBeNull();
  });

  it('names one press for PDF/X and PDF/A', () => {
    const intents = catalog.lookup(PDFName.of('OutputIntents'))?.toString() ?? '';
    const found = [...intents.matchAll(/(\d+) 0 R/g)].map(([, id]) =>
      reading.dictionaries.find((dict) => context.getObjectRef(dict)?.objectNumber === Number(id)),
    );
    expect(found.map((dict) => dict?.get(PDFName.of('S'))?.toString())).toEqual(['/GTS_PDFX', '/GTS_PDFA1']);
    const [first, second] = found.map((dict) => dict?.get(PDFName.of('DestOutputProfile')));
    expect(first).toBe(second);
    const profile = context.lookup(first);
    if (!(profile instanceof PDFRawStream)) throw new Error('no profile');
    expect(profile.dict.get(PDFName.of('N'))?.toString()).toBe('4');
    expect(textOf(profile).slice(12, 20)).toBe('prtrCMYK');
  });

  it('says what it is, in both places where a press looks', () => {
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.startsWith('%PDF-1.6\n')).toBe(true);
    expect(file).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(file).toContain('<pdf:Trapped>False</pdf:Trapped>');
    const info = context.lookup(context.trailerInfo.Info);
    if (!(info instanceof PDFDict)) throw new Error('no Info');
    expect(info.get(PDFName.of('Trapped'))).toBe(PDFName.of('False'));
    const title = info.get(PDFName.of('Title'));
    expect(title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : null).toBe(
      'Borders & <migration>',
    );
  });

  it('prints black text over its ground, and nothing else', () => {
    const texts = reading.contents.flatMap((content) => [
      ...content.matchAll(/(q \/Over gs\n)?BT\n(\S+ \S+ \S+ \S+) k /g),
    ]);
    expect(texts.filter(([, over]) => over !== undefined).length).toBeGreaterThan(3);
    for (const [, over, inks] of texts) expect([inks, over !== undefined]).toEqual([inks, inks === '0 0 0 1']);
    // Areas of pictures have states of their own; strokes of pictures never print over.
    const states = reading.dictionaries.filter((dict) => dict.get(PDFName.of('OPM'))?.toString() === '1');
    const said = states.map((dict) => ['OP', 'op'].map((name) => dict.get(PDFName.of(name))?.toString()).join());
    expect(said.sort()).toEqual(['false,false', 'false,true', 'true,true']);
  });

  it('has no actions, and says what the accessible PDF says, but for links', async () => {
    expect(reading.dictionaries.filter((dict) => isNamed(dict, 'S', 'GoTo') || isNamed(dict, 'S', 'URI'))).toEqual([]);
    const accessible = await outlineOf(await write(pdf, await rich()), 'pdf');
    expect(offPaper(await outlineOf(bytes, 'pdf'), accessible)).toEqual(unlinked(accessible));
  });
});
