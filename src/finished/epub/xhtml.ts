/** XHTML as the tree that pages of HTML have, so that both are looked into alike. Strict: a book that is not well-formed opens nowhere. */
import { defaultTreeAdapter, html } from 'parse5';
import { SaxesParser } from 'saxes';
import { refusal } from '../../diagnostics.ts';
import { type ElementCount, guardDepth } from '../depth.ts';
import type { HtmlElement } from '../html/tree.ts';

type Namespace = Parameters<typeof defaultTreeAdapter.createElement>[1];

/** Its root element, which has a document around it. Throws Refused for what is not well-formed. */
export function parseXhtml(text: string, path: string, count: ElementCount): HtmlElement {
  const document = defaultTreeAdapter.createDocument();
  const stack: HtmlElement[] = [];
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('error', (error) => {
    throw notWellFormed(path, error.message);
  });
  parser.on('opentag', ({ name, uri, attributes }) => {
    count.add();
    guardDepth(stack.length);
    const attrs = Object.values(attributes).map((attribute) => ({ name: attribute.name, value: attribute.value }));
    const element = defaultTreeAdapter.createElement(name, (uri || html.NS.HTML) as Namespace, attrs);
    defaultTreeAdapter.appendChild(stack.at(-1) ?? document, element);
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const add = (words: string) => {
    const parent = stack.at(-1);
    if (parent !== undefined) defaultTreeAdapter.insertText(parent, words);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  const root = document.childNodes.find((node): node is HtmlElement => 'tagName' in node);
  if (root === undefined) throw notWellFormed(path, 'no element');
  return root;
}

function notWellFormed(path: string, reason: string) {
  const message = `The part "${path}" of the book is not well-formed: ${reason}.`;
  return refusal('outline-unreadable', null, message, 'Make the book again, or get another copy.');
}
