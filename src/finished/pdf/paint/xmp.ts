/** What a file says of itself in XMP (ISO 16684-1): the simple properties, by namespace and name. */
import { SaxesParser } from 'saxes';

export const namespaces = {
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfx: 'http://www.npes.org/pdfx/ns/id/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  dc: 'http://purl.org/dc/elements/1.1/',
} as const;

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

export interface Xmp {
  /** The text of a property, of the first member if it is a list; null for none or an empty one. */
  property(space: keyof typeof namespaces, name: string): string | null;
}

/** More than any packet; larger ones are not metadata. */
const largest = 4 * 2 ** 20;

/** Null for what is no well-formed XML with an RDF description in it. */
export function readXmp(bytes: Uint8Array): Xmp | null {
  if (bytes.length > largest) return null;
  const found = new Map<string, string>();
  const open: { readonly key: string; readonly isProperty: boolean; text: string }[] = [];
  let [depthOfDescription, isRdf] = [0, false];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const isDescription = uri === rdf && local === 'Description';
    if (isDescription && depthOfDescription === 0) {
      [depthOfDescription, isRdf] = [open.length + 1, true];
      for (const { uri: space, local: name, value } of Object.values(attributes)) found.set(`${space} ${name}`, value);
    }
    const isProperty = depthOfDescription > 0 && open.length === depthOfDescription;
    open.push({ key: `${uri} ${local}`, isProperty, text: '' });
  });
  parser.on('text', (text) => {
    const property = open.find(({ isProperty }) => isProperty);
    // Of a list the first member counts: it is the default of a choice of languages.
    if (property !== undefined && (property.text.trim() === '' || property === open.at(-1))) property.text += text;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed?.isProperty === true) found.set(closed.key, closed.text.trim());
    if (open.length < depthOfDescription) depthOfDescription = 0;
  });
  let isWhole = true;
  parser.on('error', () => {
    isWhole = false;
  });
  try {
    parser.write(textOf(bytes)).close();
  } catch {
    return null;
  }
  if (!isWhole || !isRdf) return null;
  return { property: (space, name) => found.get(`${namespaces[space]} ${name}`) || null };
}

/** A packet may be in UTF-8 or UTF-16; what pads it, and what a program left behind its end, is no XML. */
function textOf(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).replace(/\0/g, '').trim();
}
