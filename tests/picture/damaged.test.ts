/** What is wrong with a picture file, in words for those who have it before them: no decoder's own. */
import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import type { World } from '../../src/world.ts';
import { at } from '../make.ts';
import { chunkOf, pngOf, u32 } from './png-kinds.ts';

async function said(bytes: Uint8Array, name = 'logo.png'): Promise<string> {
  const report = new Report();
  const world: World = { root: '/', relative: String, read: async () => bytes, exists: async () => true };
  const picture = await loadPicture({ value: name, from: at }, world, report);
  expect(picture === null).toBe(report.failed);
  return report.diagnostics.map(({ code, message, hints }) => `${code}: ${message} | ${hints.join(' ')}`).join('\n');
}

const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
const photo = sharp({ create: { width: 300, height: 200, channels: 3, background: '#000', noise } });
const png = await photo.clone().png().toBuffer();
const jpeg = await photo.clone().jpeg().toBuffer();
const progressive = await photo.clone().jpeg({ progressive: true }).toBuffer();
const head = (name: string, rest = ''): Buffer => Buffer.from(name + rest.padEnd(64, '\0'), 'latin1');
const small = pngOf({ type: 2, bits: 8 }).bytes;
const framed = (...chunks: Uint8Array[]): Buffer => Buffer.concat([small.subarray(0, 8), ...chunks]);
const header = (...fields: number[]): Buffer =>
  chunkOf('IHDR', Buffer.concat([u32(fields[0] ?? 0, fields[1] ?? 0), Buffer.from(fields.slice(2))]));
const end = chunkOf('IEND', Buffer.alloc(0));
const data = (bytes: Uint8Array): Buffer => chunkOf('IDAT', bytes);

/** A byte of the copy set to another value. */
const changed = (bytes: Uint8Array, where: number, value: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[where] = value;
  return copy;
};
const plain = { compression: 'none' } as const;
const tiled = { ...plain, tile: true, tileWidth: 64, tileHeight: 64 } as const;
/** As Pillow and cameras write it: the directory first, the one strip of grey pixels after it. */
const baseline = Buffer.concat([
  Buffer.from('4949 2a00 08000000 0800'.replaceAll(' ', ''), 'hex'),
  ...[
    [256, 100],
    [257, 100],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 110],
    [278, 100],
    [279, 10_000],
  ].map(([tag = 0, value = 0]) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(tag, 0);
    entry.writeUInt16LE(4, 2);
    entry.writeUInt32LE(1, 4);
    entry.writeUInt32LE(value, 8);
    return entry;
  }),
  Buffer.alloc(4 + 10_000, 90),
]);
const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));

const cutOff = /^picture-damaged: "logo\.png" is damaged: the file ends before the picture does\. \| Copy or download/;
const changedAfter = /^picture-damaged: .* changed after it was saved\. \| Copy or download/;
const incomplete = /^picture-damaged: .* picture data are incomplete or were changed after it was saved/;

it.each<readonly [string, Uint8Array, RegExp]>([
  ['a PNG cut off in its data', png.subarray(0, 2000), cutOff],
  ['a PNG cut off in its header', png.subarray(0, 20), cutOff],
  ['a PNG without its end', png.subarray(0, -12), cutOff],
  ['a PNG with a byte changed', changed(png, 1000, (png[1000] ?? 0) ^ 1), changedAfter],
  ['a PNG with a byte of its header changed', changed(png, 19, 9), changedAfter],
  [
    'a PNG of text mode: line ends changed',
    Buffer.concat([png.subarray(0, 40), Buffer.from('\r\n'), png.subarray(41)]),
    changedAfter,
  ],
  [
    'a PNG whose data end early',
    framed(header(30, 20, 8, 2, 0, 0, 0), data(deflateSync(Buffer.alloc(700))), end),
    incomplete,
  ],
  ['a PNG whose data are none', framed(header(30, 20, 8, 2, 0, 0, 0), data(Buffer.from('abc')), end), incomplete],
  ['a PNG without data', framed(header(30, 20, 8, 2, 0, 0, 0), end), /the data of the picture are missing/],
  ['a PNG of no height', framed(header(30, 0, 8, 2, 0, 0, 0), data(Buffer.alloc(9)), end), /header does not describe/],
  ['a PNG of 3 bits', framed(header(30, 20, 3, 2, 0, 0, 0), data(Buffer.alloc(9)), end), /header does not describe/],
  [
    'a PNG without its palette',
    framed(header(30, 20, 8, 3, 0, 0, 0), data(deflateSync(Buffer.alloc(620))), end),
    /table of colours is missing/,
  ],
  ['a JPEG cut off in its data', jpeg.subarray(0, 3000), cutOff],
  ['a JPEG cut off in its header', jpeg.subarray(0, 40), cutOff],
  ['a progressive JPEG cut off', progressive.subarray(0, -500), cutOff],
  [
    'a JPEG of 12 bits',
    changed(jpeg, frame + 4, 12),
    /^not-a-picture: .* 12 bits a colour, which most programs cannot show\. \| .* save it as an ordinary JPEG/,
  ],
  [
    'an arithmetic-coded JPEG',
    changed(jpeg, frame + 1, 0xc9),
    /arithmetic-coded JPEG, which most programs cannot show/,
  ],
  ['a lossless JPEG', changed(jpeg, frame + 1, 0xc3), /lossless JPEG, which most programs cannot show/],
  ['a JPEG of no width', changed(changed(jpeg, frame + 7, 0), frame + 8, 0), /header does not describe a picture/],
  [
    'an empty file',
    Buffer.alloc(0),
    /^not-a-picture: "logo\.png" is not a picture: the file is empty\. \| Copy or download/,
  ],
  ['a WebP cut off', (await photo.clone().webp().toBuffer()).subarray(0, 300), /^picture-damaged/],
  ['an AVIF cut off', (await photo.clone().resize(64, 64).avif().toBuffer()).subarray(0, 300), /^picture-damaged/],
  // Decoders paint what is missing in black.
  ['a TIFF cut off that is not packed', (await photo.clone().tiff(plain).toBuffer()).subarray(0, -9000), cutOff],
  ['a TIFF cut off in tiles', (await photo.clone().tiff(tiled).toBuffer()).subarray(0, 60_000), cutOff],
  [
    'a BigTIFF cut off',
    (
      await photo
        .clone()
        .tiff({ ...plain, bigtiff: true })
        .toBuffer()
    ).subarray(0, 60_000),
    cutOff,
  ],
  ['a TIFF cut off behind its directory', baseline.subarray(0, -3000), cutOff],
  ['a TIFF cut off', (await photo.clone().tiff().toBuffer()).subarray(0, 3000), /^picture-damaged/],
  [
    'a GIF',
    await photo.clone().resize(16, 16).gif().toBuffer(),
    /"logo\.png" is a GIF picture, not a PNG, JPEG, WebP, AVIF, TIFF or SVG\. \| .* save it as JPEG \(photos\) or PNG/,
  ],
  ['a HEIC', head('\0\0\0\x18ftypheic'), /is a HEIC photo, as iPhones take them.* save it as JPEG/],
  ['a BMP', head('BM\x36\0\0\0'), /is a BMP picture/],
  [
    'a PDF',
    head('%PDF-1.7\n'),
    /is a PDF, not a PNG, JPEG, WebP, .*\. \| Name a PNG, JPEG, WebP, AVIF, TIFF or SVG file\./,
  ],
  [
    'an SVGZ',
    gzipSync('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    /as SVGZ drawings are, .* \| Save the drawing as plain SVG\./,
  ],
  [
    'an SVG in UTF-16',
    Buffer.from('\ufeff<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le'),
    /is a file in UTF-16, not a PNG.* \| Export or save it again as UTF-8\./,
  ],
  ['a ZIP', head('PK\x03\x04'), /is a ZIP archive or an Office document/],
  ['a text', Buffer.from('Minutes of the meeting\n'), /is a text file/],
  ['a Georgian text', Buffer.from('შეხვედრის ოქმი\n'), /is a text file/],
  ['a text that begins as a BMP does', Buffer.from('BM Office, Tbilisi, minutes of the meeting'), /is a text file/],
  [
    'a web page',
    Buffer.from('<!DOCTYPE html><html><img src="logo.png">'),
    /is a web page.* \| .*save the picture itself/,
  ],
  ['noise', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), /is not a picture: its content is not that of a PNG/],
])('%s', async (_, bytes, expected) => {
  const words = await said(bytes);
  expect(words).toMatch(expected);
  expect(words).not.toMatch(/vips|libpng|pngload|jpegload|huffman|zlib|crc|input buffer|Error/i);
});

it('the name of a file does not matter, and faults that no reader minds do not either', async () => {
  expect(await said(jpeg, 'photo.png')).toBe('');
  expect(await said(png, 'photo.jpg')).toBe('');
  expect(await said(Buffer.concat([jpeg, Buffer.from('behind')]))).toBe('');
  expect(await said(pngOf({ type: 2, bits: 8, extra: [chunkOf('tEXt', Buffer.from('a\0b')).fill(0, 11)] }).bytes)).toBe(
    '',
  );
});
