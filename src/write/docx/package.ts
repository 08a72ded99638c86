/**
 * The finished package. The same document gives the same bytes: entries in order, one time for all, no clock and no
 * random names. (docx's own random names and process-wide counters are kept out where they would arise: links, drawings
 * and bookmarks have numbers of ours.)
 */
import { type File, Packer } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import type { Theme } from '../../theme/theme.ts';
import { zip } from '../zip.ts';
import { originContentType, originRelationship } from './anchors.ts';
import { withDirections } from './direction-runs.ts';
import { type Families, withFamilies } from './font-runs.ts';
import { familiesOf, fontParts } from './fonts.ts';
import { counted, sheetPart } from './sheet.ts';
import { type PackageParts, unshield } from './xml.ts';

/** What docx always writes: notes that a document may not have, and properties that are none. */
const footnotes = 'word/footnotes.xml';
const neverUsed = ['word/endnotes.xml', 'docProps/custom.xml'];

/** docx's package with `own` parts in the place of, or beside, docx's, and the theme's fonts. `noted` says whether there are footnotes. */
export function packageOf(file: File, own: PackageParts, theme: Theme, noted: boolean): Uint8Array {
  const unused = noted ? neverUsed : [footnotes, ...neverUsed];
  const entries = new Map<string, Uint8Array>();
  const families = familiesOf(theme);
  for (const [path, data] of compiled(file))
    entries.set(path, typeof data === 'string' ? strToU8(settled(path, data, unused, families)) : bytesOf(data));
  for (const path of unused) {
    entries.delete(path);
    entries.delete(path.replace(/(?<![^/])([^/]+)$/, '_rels/$1.rels'));
  }
  const parts = { ...own, ...fontParts(theme, families?.used ?? new Set()) };
  for (const [path, part] of Object.entries(parts))
    entries.set(path, typeof part === 'string' ? strToU8(path === sheetPart ? counted(part, file) : part) : part);
  if ('customXml/item1.xml' in own) addOrigin(entries);
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return zip(sorted);
}

function addOrigin(entries: Map<string, Uint8Array>): void {
  for (const [path, end, added] of [
    ['word/_rels/document.xml.rels', '</Relationships>', originRelationship],
    ['[Content_Types].xml', '</Types>', originContentType],
  ] as const)
    entries.set(path, strToU8(strFromU8(entries.get(path) ?? new Uint8Array()).replace(end, added + end)));
}

type Compiler = { compile(file: File): ReadonlyMap<string, string | ArrayBuffer | Uint8Array> };

/** docx's parts before it zips them: its packer's own compiler, since unzipping what it has just zipped takes longer. */
export function compiled(file: File): ReturnType<Compiler['compile']> {
  return (Reflect.get(Packer, 'compiler') as Compiler).compile(file);
}

function bytesOf(data: ArrayBuffer | Uint8Array): Uint8Array {
  return data instanceof Uint8Array ? data : new Uint8Array(data);
}

/** The text of a part of docx's, as it is to be. */
function settled(path: string, text: string, unused: readonly string[], families: Families | null): string {
  if (path === '[Content_Types].xml' || path.endsWith('.rels')) return without(unused, text);
  if (path === 'word/numbering.xml') return linked(text);
  if (!/^word\/(?:document|footnotes|header\d+|footer\d+)\.xml$/.test(path)) return text;
  const xml = withDirections(unshield(text));
  return families === null ? xml : withFamilies(xml, families);
}

/** Numbering whose levels are those of one outline says so; docx calls every definition a hybrid. */
function linked(xml: string): string {
  return xml.replace(
    /w:val="hybridMultilevel"(?=\/>(?:(?!<\/w:abstractNum>).)*?<w:pStyle w:val="Heading1"\/>)/gs,
    'w:val="multilevel"',
  );
}

/** A list of parts or relationships without those that are gone. */
function without(unused: readonly string[], xml: string): string {
  return unused.reduce((text, path) => {
    const name = path.replace(/^word\//, '');
    return text.replace(new RegExp(`<(?:Override|Relationship) [^>]*"/?(?:word/)?${name}"[^>]*/>`), '');
  }, xml);
}
