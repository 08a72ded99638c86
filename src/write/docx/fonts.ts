/**
 * The theme's family as Word embeds it: four faces, obfuscated (ISO/IEC 29500-1, 17.8.1), with the signature that the
 * font itself declares, so that Word knows it for Georgian.
 */
import { createHash } from 'node:crypto';
import type { FontFace, Theme } from '../../theme/theme.ts';
import { renameFace, tableOf } from './sfnt.ts';
import { escapeXml, namespaces, type Parts, relationships } from './xml.ts';

const slots = [
  { element: 'embedRegular', bold: false, italic: false },
  { element: 'embedBold', bold: true, italic: false },
  { element: 'embedItalic', bold: false, italic: true },
  { element: 'embedBoldItalic', bold: true, italic: true },
] as const;

interface Embedded {
  readonly element: (typeof slots)[number]['element'];
  readonly guid: string;
  readonly bytes: Uint8Array;
}

const prepared = new WeakMap<Theme, readonly Embedded[]>();

/** The font table, its relationships and the font files, by their paths in the package. */
export function fontParts(theme: Theme): Parts {
  const fonts = prepared.get(theme) ?? embed(theme);
  prepared.set(theme, fonts);
  const files = fonts.map((font, index) => [`word/fonts/font${index + 1}.odttf`, font.bytes] as const);
  const links = fonts.map((_, index) => ({
    id: `rId${index + 1}`,
    type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/font',
    target: `fonts/font${index + 1}.odttf`,
  }));
  return {
    'word/fontTable.xml': fontTable(theme, fonts),
    'word/_rels/fontTable.xml.rels': relationships(links),
    ...Object.fromEntries(files),
  };
}

/** The face that stands for a slot: the regular one is 400; bold is the lightest of 600 and more. */
export function faceFor(theme: Theme, bold: boolean, italic: boolean): FontFace | undefined {
  const fitting = theme.faces
    .filter((face) => face.family === theme.family && face.italic === italic)
    .filter((face) => (bold ? face.weight >= 600 : face.weight === 400));
  return fitting.sort((a, b) => a.weight - b.weight)[0];
}

function embed(theme: Theme): readonly Embedded[] {
  return slots.flatMap(({ element, bold, italic }) => {
    const face = faceFor(theme, bold, italic);
    if (face === undefined) return [];
    const file = renameFace(face.bytes, theme.family, bold, italic);
    const guid = guidOf(file);
    return [{ element, guid, bytes: obfuscate(file, guid) }];
  });
}

/** A GUID that says what it names: made of the bytes' hash, so that the same font has the same one. */
function guidOf(bytes: Uint8Array): string {
  const digits = createHash('sha256').update(bytes).digest('hex').slice(0, 32).toUpperCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Combines the first 32 bytes with the GUID's, last byte first. Done twice it gives the font back. */
export function obfuscate(bytes: Uint8Array, guid: string): Uint8Array {
  const key = Buffer.from(guid.replaceAll('-', ''), 'hex').reverse();
  return bytes.map((byte, index) => (index < 32 ? byte ^ (key[index % 16] ?? 0) : byte));
}

function fontTable(theme: Theme, fonts: readonly Embedded[]): string {
  const regular = faceFor(theme, false, false);
  const faces = fonts.map((font, index) => `<w:${font.element} r:id="rId${index + 1}" w:fontKey="{${font.guid}}"/>`);
  const font = `<w:font w:name="${escapeXml(theme.family)}">${regular ? signature(regular) : ''}${faces.join('')}</w:font>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts ${namespaces('w', 'r')}>${font}</w:fonts>`;
}

/** What Word asks of a font before it uses it for a script: panose, code pages and Unicode ranges of its OS/2 table. */
function signature(face: FontFace): string {
  const os2 = tableOf(face.bytes, 'OS/2');
  const hex = (offset: number) =>
    os2
      .subarray(offset, offset + 4)
      .toString('hex')
      .toUpperCase();
  const panose = os2.subarray(32, 42);
  const sansSerif = panose[0] === 2 && (panose[1] ?? 0) >= 11;
  const ranges = [42, 46, 50, 54].map((offset, index) => `w:usb${index}="${hex(offset)}"`);
  const codePages = [78, 82].map((offset, index) => `w:csb${index}="${hex(offset)}"`);
  return [
    `<w:panose1 w:val="${panose.toString('hex').toUpperCase()}"/>`,
    `<w:charset w:val="00"/><w:family w:val="${sansSerif ? 'swiss' : 'auto'}"/><w:pitch w:val="variable"/>`,
    `<w:sig ${[...ranges, ...codePages].join(' ')}/>`,
  ].join('');
}
