/** How elements are written: as HTML here; a format that is XML brings a syntax of its own. */
import type { Attributes, Html, HtmlNode } from './element.ts';

/** What is written of an element around its content, which is written already. */
export interface Syntax {
  element(name: string, attributes: Attributes, content: string): string;
}

/** Same tree, same text. */
export function serialize(html: Html, syntax: Syntax): string {
  return written(html.content, syntax);
}

function written(content: HtmlNode, syntax: Syntax): string {
  switch (content.type) {
    case 'text':
      return escapeText(content.value);
    case 'written':
      return content.markup;
    case 'sequence':
      return all(content.children, syntax);
    case 'element':
      return syntax.element(content.name, content.attributes, all(content.children, syntax));
  }
}

function all(children: readonly HtmlNode[], syntax: Syntax): string {
  return children.map((child) => written(child, syntax)).join('');
}

/** HTML, 13.1.2: elements without an end tag. SVG's shapes are written with end tags, which HTML allows. */
const voids = new Set(['img', 'br', 'col', 'meta', 'link', 'hr', 'wbr']);

/** HTML, 13. */
export const htmlSyntax: Syntax = {
  element(name, attributes, content) {
    const start = `<${name}${Object.entries(attributes).map(attribute).join('')}>`;
    return voids.has(name) ? start : `${start}${content}</${name}>`;
  },
};

function attribute([name, value]: readonly [string, Attributes[string]]): string {
  if (value === null || value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Enough for text and for quoted attribute values alike, in HTML (13.1.2.3, 13.3) and in XML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
