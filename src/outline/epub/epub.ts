/** Reads an EPUB as a reading system hands it to assistive technology: the files of its spine, one after the other. */
import { type Book, type BookFile, openBook, resolvedPath } from '../../finished/epub/book.ts';
import { attribute, type ChildNode, elementsOf, type HtmlElement } from '../../finished/html/tree.ts';
import { outlineOfPages } from '../html/html.ts';
import type { Outline } from '../outline.ts';
import type { NotePlaces } from '../settle.ts';

/** Throws Refused for bytes that are no EPUB. */
export function readEpub(bytes: Uint8Array, noted: NotePlaces = 'gathered'): Outline {
  const { lang, spine, sheet, metadata } = openBook(bytes);
  const [title = null] = metadata.get('dc:title') ?? [];
  const paths = new Set(spine.map(({ path }) => path));
  return outlineOfPages(
    spine.map((file) => joined(file, paths, sheet)),
    { lang, title },
    noted,
  );
}

const referring = new Set(['aria-labelledby', 'aria-describedby', 'aria-details', 'headers']);

/** The body of a file, whose ids and addresses are told from those of the other files. */
function joined({ path, root }: BookFile, paths: ReadonlySet<string>, sheet: Book['sheet']): HtmlElement {
  const unique = (id: string) => `${path}!${id}`;
  const visit = (node: ChildNode): void => {
    if (!('tagName' in node)) return;
    if (node.tagName === 'link') takeIn(node, sheet(resolvedPath(attribute(node, 'href') ?? '', path).path));
    for (const attr of node.attrs) {
      if (attr.name === 'id') attr.value = unique(attr.value);
      else if (referring.has(attr.name)) attr.value = attr.value.trim().split(/\s+/).map(unique).join(' ');
      else if (attr.name === 'href' && node.tagName === 'a') {
        const target = resolvedPath(attr.value, path);
        if (paths.has(target.path)) attr.value = `#${target.path}!${target.fragment ?? ''}`;
      }
    }
    for (const child of node.childNodes) visit(child);
  };
  visit(root);
  const body = elementsOf(root).find(({ tagName }) => tagName === 'body') ?? root;
  // What leads to a file leads to what stands first in it.
  if (attribute(body, 'id') === null) body.attrs.push({ name: 'id', value: unique('') });
  // All that a file holds is the book's text, but for the file of its navigation.
  if (attribute(body, 'role') === null && !hasNavigation(body)) body.attrs.push({ name: 'role', value: 'main' });
  return root;
}

/** A style sheet that the book holds stands as one of the file itself. */
function takeIn(link: HtmlElement, text: string | null): void {
  if (text === null || !/\bstylesheet\b/i.test(attribute(link, 'rel') ?? '')) return;
  link.tagName = 'style';
  link.childNodes.push({ nodeName: '#text', value: text, parentNode: link });
}

function hasNavigation(element: HtmlElement): boolean {
  const types = element.tagName === 'nav' ? (attribute(element, 'epub:type')?.split(/\s+/) ?? []) : [];
  return types.includes('toc') || elementsOf(element).some(hasNavigation);
}
