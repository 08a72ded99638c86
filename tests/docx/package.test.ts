/** The file as a package: fonts, properties, relationships; and the same bytes each time. */
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { faceFor } from '../../src/theme/faces.ts';
import { obfuscate } from '../../src/write/docx/fonts.ts';
import { renameFace, tableOf } from '../../src/write/docx/sfnt.ts';
import { aside, document, figure, link, p, section, span, square, text, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { all, one, opened, Package, paragraphs, textOf, values, write } from './kit.ts';

const rich = document({
  body: [
    section('one', 'One', [p([link('https://iom.int', 'IOM'), span('ka', 'აქ')]), ul(['a']), figure(square, 'b', 'c')]),
    section('two', 'Two', [aside([p('d')], 'callout')]),
  ],
});

describe('same bytes', () => {
  it('twice, and after another document', async () => {
    const first = await write(rich);
    const second = await write(rich);
    await write(document({ title: 'Another', body: [section('x', 'X', [figure(square, 'y'), p([link('#x', 'z')])])] }));
    const third = await write(rich);
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, third)).toBe(0);
  });

  it('has its entries in order, all of one time', async () => {
    const bytes = Buffer.from(await write(rich));
    const names: string[] = [];
    const times = new Set<number>();
    for (let offset = 0; bytes.readUInt32LE(offset) === 0x04034b50; ) {
      const [compressed, name, extra] = [
        bytes.readUInt32LE(offset + 18),
        bytes.readUInt16LE(offset + 26),
        bytes.readUInt16LE(offset + 28),
      ];
      names.push(bytes.toString('utf8', offset + 30, offset + 30 + name));
      times.add(bytes.readUInt32LE(offset + 10));
      offset += 30 + name + extra + compressed;
    }
    expect(names[0]).toBe('[Content_Types].xml');
    expect(names).toEqual([...names].sort());
    expect([...times]).toEqual([0x00210000]);
  });
});

describe('relationships', () => {
  it('lead to parts that are there, each of a declared type, and all used ones are declared', async () => {
    const pack = await opened(rich);
    const types = pack.part('[Content_Types].xml');
    const overrides = all(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1) ?? '');
    const extensions = all(types, 'Default').map(({ attributes }) => attributes.Extension);
    expect(overrides.filter((path) => pack.files[path] === undefined)).toEqual([]);
    const untyped = Object.keys(pack.files).filter(
      (path) => !overrides.includes(path) && !extensions.includes(path.split('.').at(-1)),
    );
    expect(untyped).toEqual([]);
    for (const path of Object.keys(pack.files).filter((name) => name.endsWith('.rels'))) {
      const folder = path.replace(/_rels\/[^/]+$/, '');
      const links = all(pack.part(path), 'Relationship').map(({ attributes }) => attributes);
      expect(new Set(links.map(({ Id }) => Id)).size).toBe(links.length);
      const inner = links
        .filter(({ TargetMode }) => TargetMode !== 'External')
        .map(({ Target }) => `${folder}${Target}`);
      expect(inner.filter((target) => pack.files[target] === undefined)).toEqual([]);
      const source = pack.files[path.replace(/_rels\/([^/]+)\.rels$/, '$1')];
      const used = [...new TextDecoder().decode(source).matchAll(/ r:(?:id|embed)="([^"]+)"/g)].map(
        (match) => match[1],
      );
      expect(used.filter((id) => !links.some(({ Id }) => Id === id))).toEqual([]);
    }
  });
});

describe('opening', () => {
  it('asks nothing: no dirty field, no update of fields, no template, mode 15', async () => {
    const pack = await opened(rich);
    const xml = Object.keys(pack.files)
      .filter((path) => path.endsWith('.xml'))
      .map((path) => pack.text(path))
      .join('');
    expect(xml).not.toMatch(/dirty=|w:updateFields|w:attachedTemplate|w:documentProtection/);
    const mode = all(pack.part('word/settings.xml'), 'w:compatSetting').find(
      ({ attributes }) => attributes['w:name'] === 'compatibilityMode',
    );
    expect(mode?.attributes['w:val']).toBe('15');
  });

  it('tells what it is', async () => {
    const core = (await opened(rich)).part('docProps/core.xml');
    const facts = ['dc:title', 'dc:creator', 'dc:description', 'cp:keywords', 'dcterms:created', 'dcterms:modified'];
    expect(facts.map((name) => textOf(one(core, name)))).toEqual([
      ...['Support to secure borders', 'IOM', 'A test', 'migration'],
      ...['2026-11-22T09:30:00Z', '2026-11-22T09:30:00Z'],
    ]);
  });
});

describe('fonts', () => {
  it('embeds the four faces of the family, which give the fonts back', async () => {
    const pack = await opened(rich);
    const theme = await gza();
    const table = pack.part('word/fontTable.xml');
    const links = new Map(
      all(pack.part('word/_rels/fontTable.xml.rels'), 'Relationship').map(({ attributes }) => [
        attributes.Id,
        attributes.Target,
      ]),
    );
    const faces = [
      ['w:embedRegular', false, false, 'Regular'],
      ['w:embedBold', true, false, 'Bold'],
      ['w:embedItalic', false, true, 'Italic'],
      ['w:embedBoldItalic', true, true, 'Bold Italic'],
    ] as const;
    for (const [name, bold, italic, style] of faces) {
      const { attributes } = one(table, name);
      const hidden = pack.files[`word/${links.get(attributes['r:id'])}`] ?? new Uint8Array();
      const font = obfuscate(hidden, attributes['w:fontKey']?.slice(1, -1) ?? '');
      const face = faceFor(theme, bold, italic);
      expect(face && Buffer.compare(font, renameFace(face.bytes, 'FiraGO', bold, italic))).toBe(0);
      const read = create(Buffer.from(font));
      if (!('familyName' in read)) throw new Error('not one font');
      expect([read.familyName, read.subfamilyName]).toEqual(['FiraGO', style]);
      expect(read.glyphForCodePoint(0x10d0).path.toSVG()).not.toBe('');
      expect(hidden.subarray(0, 4)).not.toEqual(font.subarray(0, 4));
    }
  });

  it('leaves a font alone that has its names already', async () => {
    const face = faceFor(await gza(), false, false);
    expect(face && renameFace(face.bytes, 'FiraGO', false, false)).toBe(face?.bytes);
  });

  it('renames a face in whole: sums that add up, tables as they were', async () => {
    const face = faceFor(await gza(), true, false);
    if (face === undefined) throw new Error('no bold face');
    const font = Buffer.from(renameFace(face.bytes, 'FiraGO', true, false));
    let sum = 0;
    for (let offset = 0; offset < font.length; offset += 4) sum = (sum + font.readUInt32BE(offset)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
    for (const tag of ['glyf', 'cmap', 'GPOS', 'GSUB', 'hmtx'])
      expect(Buffer.compare(tableOf(font, tag), tableOf(face.bytes, tag))).toBe(0);
    expect(tableOf(font, 'OS/2').readUInt16BE(62) & 0x61).toBe(0x20);
    expect(tableOf(font, 'head').readUInt16BE(44) & 3).toBe(1);
  });

  it('has the signature of the font, Georgian among its ranges', async () => {
    const signature = one((await opened(rich)).part('word/fontTable.xml'), 'w:sig').attributes;
    expect(Number.parseInt(signature['w:usb0'] ?? '', 16) & (1 << 26)).not.toBe(0);
  });

  it('stands in all four slots and for Georgian in the theme', async () => {
    const pack = await opened(rich);
    const { attributes } = one(one(pack.styles, 'w:rPrDefault'), 'w:rFonts');
    expect(['ascii', 'hAnsi', 'eastAsia', 'cs'].map((slot) => attributes[`w:${slot}`])).toEqual(
      Array(4).fill('FiraGO'),
    );
    const scripts = all(pack.part('word/theme/theme1.xml'), 'a:font').filter(
      ({ attributes: { script } }) => script === 'Geor',
    );
    expect(scripts.map(({ attributes: { typeface } }) => typeface)).toEqual(['FiraGO', 'FiraGO']);
    expect(all(pack.part('word/settings.xml'), 'w:saveSubsetFonts')).toHaveLength(1);
  });
});

describe('hostile text', () => {
  const hostile = '<b> &amp; &#65; {{x}} {ListBullet-page-1} {default-bullet-numbering-0} ]]> <!-- "\' * _ \\ %1';

  it('stays what it is, in text, headings, alternative texts, heads and properties', async () => {
    const pack = await opened(
      document({
        title: hostile,
        body: [section('one', hostile, [p(hostile), ul([hostile]), figure(square, hostile, hostile)])],
      }),
    );
    const said = paragraphs(pack).map((line) => line.replace(/^[A-Za-z0-9]+: /, ''));
    expect(said.filter((line) => line === hostile)).toHaveLength(5);
    expect(one(one(pack.document, 'wp:inline'), 'wp:docPr').attributes.descr).toBe(hostile);
    expect(textOf(one(pack.part('docProps/core.xml'), 'dc:title'))).toBe(hostile);
    expect(
      Object.keys(pack.files)
        .filter((path) => /header\d\.xml$/.test(path))
        .map((path) => textOf(pack.part(path))),
    ).toContain(hostile);
  });

  it('keeps spaces and no-break spaces', async () => {
    const pack = await opened(document({ body: [section('one', 'One', [p([text('25\u00A0% '), text(' a')])])] }));
    expect(paragraphs(pack).at(-1)).toBe('BodyText: 25\u00A0%  a');
  });
});

it('is a package that opens', async () => {
  expect(new Package(await write(rich)).document.children).toHaveLength(1);
  expect(values((await opened(rich)).document, 'w:numId').length).toBeGreaterThan(0);
});
