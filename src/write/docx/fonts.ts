/**
 * The theme's family as Word embeds it: four faces, obfuscated (ISO/IEC 29500-1, 17.8.1), with the signature that the
 * font itself declares, so that Word knows it for Georgian.
 */
import { createHash } from 'node:crypto';
import { escapeXml } from '../../text.ts';
import { type Family, faceFor, faceIn } from '../../theme/faces.ts';
import type { FontFace, Theme } from '../../theme/theme.ts';
import type { Families } from './font-runs.ts';
import { renameFace, tableOf } from './sfnt.ts';
import { namespaces, type PackageParts, relationships } from './xml.ts';

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

const prepared = new WeakMap<Theme, Map<string, readonly Embedded[]>>();

/** The font table, its relationships and the font files, by their paths in the package: the theme's family, then the fallbacks in use. */
export function fontParts(theme: Theme, used: ReadonlySet<string>): PackageParts {
  const families = [...ownFamilies(theme), ...fallbacksOf(theme).filter(({ name }) => used.has(name))];
  const fonts = families.flatMap((family) => embeddedOf(theme, family).map((font) => ({ ...font, family })));
  const files = fonts.map((font, index) => [`word/fonts/font${index + 1}.odttf`, font.bytes] as const);
  const links = fonts.map((_, index) => ({
    id: `rId${index + 1}`,
    type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/font',
    target: `fonts/font${index + 1}.odttf`,
  }));
  const entries = families.map((family) => {
    const own = fonts.flatMap((font, index) =>
      font.family === family ? [`<w:${font.element} r:id="rId${index + 1}" w:fontKey="{${font.guid}}"/>`] : [],
    );
    return fontEntry(family, theme, own.join(''));
  });
  return {
    'word/fontTable.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts ${namespaces('w', 'r')}>${entries.join('')}</w:fonts>`,
    'word/_rels/fontTable.xml.rels': relationships(links),
    ...Object.fromEntries(files),
  };
}

/** The family of running text, then those of some styles. */
function ownFamilies({ family, faces }: Theme): readonly Family[] {
  const names = new Set([family, ...faces.map((face) => face.family)]);
  return [...names].map((name) => ({ name, faces: faces.filter((face) => face.family === name) }));
}

/** The families that a part of a document may be cut into. */
export function familiesOf(theme: Theme): Families | null {
  const face = faceFor(theme, false, false);
  if (face === undefined) return null;
  const upright = fallbacksOf(theme).filter(({ faces }) => !faces.some(({ italic }) => italic));
  return { face, upright: new Set(upright.map(({ name }) => name)), used: new Set() };
}

function fallbacksOf({ faces }: Theme): readonly Family[] {
  const all = [...new Set(faces.flatMap(({ fallbacks }) => fallbacks))];
  const names = [...new Set(all.map(({ family }) => family))];
  return names.map((name) => ({ name, faces: all.filter(({ family }) => family === name) }));
}

function embeddedOf(theme: Theme, family: Family): readonly Embedded[] {
  const known = prepared.get(theme) ?? new Map<string, readonly Embedded[]>();
  prepared.set(theme, known);
  const fonts = known.get(family.name) ?? embed(family);
  known.set(family.name, fonts);
  return fonts;
}

function embed(family: Family): readonly Embedded[] {
  return slots.flatMap(({ element, bold, italic }) => {
    const face = faceIn(family, bold, italic);
    if (face === undefined) return [];
    const file = renameFace(face.bytes, family.name, bold, italic);
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
  const combined = Uint8Array.from(bytes);
  for (let index = 0; index < 32; index += 1) combined[index] = (bytes[index] ?? 0) ^ (key[index % 16] ?? 0);
  return combined;
}

/** A fallback is known by the theme's family too, which a machine may have whole where the file has lost its fonts. */
function fontEntry(family: Family, theme: Theme, faces: string): string {
  const regular = faceIn(family, false, false);
  const other = family.name.startsWith(`${theme.family} `) ? `<w:altName w:val="${escapeXml(theme.family)}"/>` : '';
  return `<w:font w:name="${escapeXml(family.name)}">${other}${regular ? signature(regular) : ''}${faces}</w:font>`;
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
