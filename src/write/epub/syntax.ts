/** The syntax of XML (EPUB 3.3, 6.1): names of languages twice, SVG in its own namespace, no attribute without a value. */

import type { Html } from '../xhtml/element.ts';
import { escapeText, type Syntax, serialize } from '../xhtml/syntax.ts';

/** What reading systems that know no DPUB-ARIA go by, such as those that open a note where it is referred to. */
const types: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-footnote': 'footnote',
  'doc-backlink': 'backlink',
  'doc-pagebreak': 'pagebreak',
  'doc-toc': 'toc',
  'doc-pagelist': 'page-list',
};

/** Elements that have no content in HTML; all others get an end tag, for readers that take a page for HTML. */
const voids = new Set(['img', 'br', 'col', 'meta', 'link', 'hr', 'wbr']);

const xmlSyntax: Syntax = {
  element(name, attributes, content) {
    const { lang, role } = attributes;
    const all = {
      ...attributes,
      ...(lang === null || lang === undefined ? {} : { 'xml:lang': lang }),
      ...(typeof role === 'string' && types[role] !== undefined ? { 'epub:type': types[role] } : {}),
      ...(name === 'svg' ? { xmlns: 'http://www.w3.org/2000/svg' } : {}),
    };
    const written = Object.entries(all).map(([key, value]) =>
      value === null || value === undefined || value === false
        ? ''
        : ` ${key}="${escapeText(value === true ? '' : String(value))}"`,
    );
    const start = `<${name}${written.join('')}`;
    return voids.has(name) && content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
  },
};

/** A whole file of XML. */
export function xmlFile(root: Html, doctype = ''): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${doctype}${serialize(root, xmlSyntax)}\n`);
}

/** The markup of elements, to be looked through. */
export function xmlOf(html: Html): string {
  return serialize(html, xmlSyntax);
}
