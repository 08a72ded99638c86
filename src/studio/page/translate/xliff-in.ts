/** A file that comes back from a translator’s program. */
import type { LanguagePair, XliffAnswer } from './imported.ts';

/** Its translations; what is wrong with it where it is none for these languages. */
export function readXliff(
  text: string,
  { source, target }: LanguagePair,
): readonly XliffAnswer[] | 'not-xliff' | 'broken' | 'other-languages' {
  const page = new DOMParser().parseFromString(text, 'application/xml');
  const root = page.documentElement;
  // Browsers put it into what they could read of a file that is not whole.
  if (page.getElementsByTagName('parsererror').length > 0) return text.includes('<xliff') ? 'broken' : 'not-xliff';
  if (root.localName !== 'xliff' || !(root.getAttribute('version') ?? '').startsWith('2.')) return 'not-xliff';
  if (root.getAttribute('srcLang') !== source || root.getAttribute('trgLang') !== target) return 'other-languages';
  return [...root.getElementsByTagNameNS('*', 'unit')].flatMap((unit) => {
    const path = unit.getAttribute('name');
    // Its own parts alone: what programs add, such as matches from their memory, has sources and targets too.
    const parts = [...unit.children].filter(({ localName }) => localName === 'segment' || localName === 'ignorable');
    const textsOf = (name: string) =>
      parts.map((part) => {
        const found = [...part.children].find(({ localName }) => localName === name);
        return found === undefined ? null : contentIn(found);
      });
    const sources = textsOf('source').map((each) => each ?? '');
    const targets = textsOf('target').map(
      (each, index) => each ?? (sources[index]?.trim() === '' ? sources[index] : null),
    );
    const isWhole = targets.length > 0 && targets.every((each) => each !== null);
    return path === null ? [] : [{ path, source: sources.join(''), target: isWhole ? targets.join('') : null }];
  });
}

/** The words of an element; a sign that XML forbids is an element of its own. */
function contentIn(element: Element): string {
  return [...element.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return node.nodeType === Node.COMMENT_NODE ? '' : (node.nodeValue ?? '');
      if (node.localName !== 'cp') return contentIn(node);
      const sign = Number.parseInt(node.getAttribute('hex') ?? '', 16);
      return sign >= 0 && sign <= 0x10ffff ? String.fromCodePoint(sign) : '';
    })
    .join('');
}
