/** Parts of the package that docx has no options for, written as text; and the text that docx writes, kept from it. */

/** Files of the package by their paths in it. */
export type PackageParts = Readonly<Record<string, string | Uint8Array>>;

const uris: Readonly<Record<string, string>> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  cp: 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

/** Declarations of these prefixes, for a root element. */
export function namespaces(...prefixes: readonly string[]): string {
  return prefixes.map((prefix) => `xmlns:${prefix}="${uris[prefix]}"`).join(' ');
}

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export function relationships(links: readonly Relationship[]): string {
  const children = links.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  const uri = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${uri}">${children.join('')}</Relationships>`;
}

/**
 * docx fills `{name}` in finished XML with the numbers of lists and pictures, also where a text happens to say
 * `{name}`. A text's braces go past it as a private-use character, which no data may hold.
 */
const brace = '\uE007';

/** A text of the document on its way through docx. */
export function shield(text: string): string {
  return text.replaceAll('{', brace);
}

/** XML that docx has finished, with the texts' braces back. */
export function unshield(xml: string): string {
  return xml.replaceAll(brace, '{');
}
