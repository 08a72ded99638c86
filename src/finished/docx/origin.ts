/** What a DOCX of Etrati's says of the data that it was made from: a custom XML part (ECMA-376, part 1, 15.2.5). */
import { createHash } from 'node:crypto';
import { child, type Package, within, type Xml } from './package.ts';

export const originNamespace = 'urn:etrati:origin';
/** Bookmarks around words of the data: this, and the number of the place in the part, from 1. */
export const anchorPrefix = '_E';

export interface DataOrigin {
  /** The data file's name, without a folder. A stranger's words. */
  readonly file: string;
  readonly kind: string;
  readonly lang: string;
  /** How it was asked for: the edition, such as `large`, whether it is a draft, and whether its pages have numbers. */
  readonly edition: string;
  readonly draft: boolean;
  readonly numbered: boolean;
  /** Of what the data file says, `hashOfData`. */
  readonly sha256: string;
  /** By the number of the bookmark, from 1: a path of the data such as `$.title.ka`, or `file:line:column` in another file. */
  readonly places: readonly OriginPlace[];
  /** The data file, where it was put in; null where it was not. */
  readonly data: Uint8Array | null;
}
export interface OriginPlace {
  readonly at: string;
  /** CRC-32 of the words as they were written, without soft hyphens. */
  readonly sum: number;
}

/** SHA-256 in hexadecimal of what a data file says: a byte order mark and the line ends of Windows say nothing. */
export function hashOfData(bytes: Uint8Array): string {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .replaceAll('\r\n', '\n');
  return createHash('sha256').update(text, 'latin1').digest('hex');
}

/** Null where there is none: the file is not Etrati's, or a program has left it out. */
export function originOf(parts: Package): DataOrigin | null {
  const root = parts.custom(originNamespace);
  const attributeOf = (name: string) => root?.attributes.get(name) ?? '';
  if (root === null || attributeOf('version') !== '1') return null;
  return {
    file: attributeOf('file'),
    kind: attributeOf('kind'),
    lang: attributeOf('lang'),
    edition: attributeOf('edition') || 'standard',
    draft: attributeOf('draft') === '1',
    numbered: attributeOf('numbered') !== '0',
    sha256: attributeOf('sha256'),
    places: root.children.filter(({ name }) => name === 'p').map(placeOf),
    data: dataOf(child(root, 'data')),
  };
}

function placeOf({ attributes }: Xml): OriginPlace {
  return { at: attributes.get('at') ?? '', sum: Number.parseInt(attributes.get('sum') ?? '', 16) };
}

function dataOf(data: Xml | null): Uint8Array | null {
  return data === null ? null : new Uint8Array(Buffer.from(data.text, 'base64'));
}

/** The numbers of the anchors that begin in an element. */
export function anchorsIn(element: Xml): readonly number[] {
  return [...within(element)].flatMap((inner) => (inner.name === 'w:bookmarkStart' ? (anchorOf(inner) ?? []) : []));
}

/** The number of an anchor of ours; null for any other bookmark. */
export function anchorOf(start: Xml): number | null {
  const [, number] = /^_E([1-9]\d{0,6})$/.exec(start.attributes.get('w:name') ?? '') ?? [];
  return number === undefined ? null : Number(number);
}
