/** Comparing what two files say, word by word, for programs that break lines and order columns as they please. */
import { parse } from 'parse5';

/**
 * Words of an HTML page that a text doesn't have, but for its navigation. Only letters and digits count: line breaks,
 * hyphens and list labels are layout.
 *
 * @param {string} html
 * @param {string} text
 */
export function lostWords(html, text) {
  return lost(visibleText(parse(html)), text);
}

/**
 * Words of a text that another doesn't have, where words are runs between white space.
 *
 * @param {string} expected
 * @param {string} text
 */
export function lost(expected, text) {
  const letters = lettersOf(text);
  return [...new Set(expected.split(/\s+/))].filter((word) => !letters.includes(lettersOf(word)));
}

/** @param {string} text */
function lettersOf(text) {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

// A summary only names what can be opened on a screen.
const unseen = new Set(['head', 'nav', 'script', 'style', 'summary', 'svg', 'template']);

/** @param {any} node @returns {string} */
function visibleText(node) {
  if (node.nodeName === '#text') return node.value;
  if (unseen.has(node.nodeName) || isSaid(node) || isSkipLink(node) || isNotesHeading(node)) return '';
  const texts = (node.childNodes ?? []).map(visibleText);
  return inline.has(node.nodeName) ? texts.join('') : ` ${texts.join('')} `;
}

/** Words for the ear alone, in place of a sign that is seen. @param {any} node */
function isSaid(node) {
  /** @type {{ name: string, value: string }[]} */
  const attributes = node.attrs ?? [];
  return attributes.some(({ name, value }) => name === 'class' && value === 'said');
}

/** @param {any} node */
function isSkipLink({ nodeName, parentNode }) {
  return nodeName === 'a' && parentNode?.nodeName === 'body';
}

/** Notes stand at the foot of their page where there are pages; at a page's end they need a heading. @param {any} node */
function isNotesHeading({ nodeName, parentNode }) {
  /** @type {{ name: string, value: string }[]} */
  const attributes = parentNode?.attrs ?? [];
  return /^h[1-6]$/.test(nodeName) && attributes.some(({ name, value }) => name === 'role' && value === 'doc-endnotes');
}

const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'em',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'wbr',
]);
