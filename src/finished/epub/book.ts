/** The files of an EPUB in the order in which they are read (EPUB 3.3; OCF for the container). */
import { strFromU8, unzipSync } from 'fflate';
import { Refused, refusal } from '../../diagnostics.ts';
import { decoded } from '../../model/address.ts';
import { ElementCount } from '../depth.ts';
import { attribute, elementsOf, type HtmlElement, trimmedText } from '../html/tree.ts';
import { parseXhtml } from './xhtml.ts';

/** A file of the book; paths are from the root of the container, with `/`. */
export interface BookFile {
  readonly path: string;
  /** Its root element. */
  readonly root: HtmlElement;
}

export interface Book {
  /** Of the package: the language that comes first. */
  readonly lang: string | null;
  /** What is read, in this order; without what the spine calls auxiliary. */
  readonly spine: readonly BookFile[];
  /** The navigation document; null where the book has none. */
  readonly navigation: BookFile | null;
  /** The text of a style sheet in the book; null for what is not in it. */
  readonly sheet: (path: string) => string | null;
  /** Facts of the package: the values of each `dc:` element and of each `meta` property, in order. */
  readonly metadata: ReadonlyMap<string, readonly string[]>;
}

/** Of all parts that are unpacked together: far more than a book that people wrote has. */
const largest = 512 * 2 ** 20;

/** Throws Refused for bytes that are no EPUB, or whose spine cannot be read. */
export function openBook(bytes: Uint8Array): Book {
  const files = unzip(bytes);
  const count = new ElementCount();
  const open = (path: string): BookFile => {
    const file = files[path];
    if (file === undefined) throw unreadable(`The part "${path}" is not in it.`);
    return { path, root: parseXhtml(strFromU8(file), path, count) };
  };
  const [rootFile] = named(open('META-INF/container.xml').root, 'rootfile');
  const path = rootFile === undefined ? null : attribute(rootFile, 'full-path');
  if (path === null) throw unreadable('Its container names no package.');
  const { root } = open(path);
  const items = new Map(named(root, 'item').map((item) => [attribute(item, 'id') ?? '', item]));
  const pathOf = (item: HtmlElement) => resolvedPath(attribute(item, 'href') ?? '', path).path;
  const read = named(root, 'itemref').filter((ref) => attribute(ref, 'linear') !== 'no');
  const spine = read.map((ref) => {
    const item = items.get(attribute(ref, 'idref') ?? '');
    if (item === undefined) throw unreadable('Its reading order names a part that is not in its list of parts.');
    return open(pathOf(item));
  });
  const nav = [...items.values()].find((item) => attribute(item, 'properties')?.split(/\s+/).includes('nav'));
  const metadata = metadataIn(root);
  const [lang = null] = metadata.get('dc:language') ?? [];
  const sheet = (path: string) => (files[path] === undefined ? null : strFromU8(files[path]));
  return { lang, spine, sheet, navigation: nav === undefined ? null : open(pathOf(nav)), metadata };
}

/** An address in a file of the book: the file that it leads to, and the place in that; null for what is outside of the book. */
export function resolvedPath(href: string, from: string): { readonly path: string; readonly fragment: string | null } {
  const url = URL.canParse(href, `epub:/${from}`) ? new URL(href, `epub:/${from}`) : null;
  if (url === null || url.protocol !== 'epub:') return { path: '', fragment: null };
  return {
    path: decoded(url.pathname.slice(1)),
    fragment: url.hash === '' ? null : decoded(url.hash.slice(1)),
  };
}

function metadataIn(root: HtmlElement): ReadonlyMap<string, readonly string[]> {
  const facts = new Map<string, string[]>();
  const add = (name: string, value: string) => facts.set(name, [...(facts.get(name) ?? []), value]);
  for (const part of named(root, 'metadata').flatMap(elementsOf)) {
    const property = part.tagName === 'meta' ? attribute(part, 'property') : null;
    if (part.tagName.startsWith('dc:')) add(part.tagName, trimmedText(part));
    else if (property !== null) add(property, trimmedText(part));
  }
  return facts;
}

function named(root: HtmlElement, name: string): HtmlElement[] {
  return elementsOf(root).flatMap((child) => (child.tagName === name ? [child] : named(child, name)));
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  let whole = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.(?:xml|opf|xhtml|html|htm|css)$/i.test(name)) return false;
        whole += originalSize;
        if (whole > largest) throw tooLarge(whole);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Refused ? error : unreadable('');
  }
}

function tooLarge(size: number): Refused {
  const message = `The texts of the book unpack to more than ${Math.round(size / 2 ** 20)} MB.`;
  return refusal('outline-too-large', null, message, 'Ask where the file is from before you open it.');
}

function unreadable(reason: string): Refused {
  const message = `The file is not an EPUB that can be read. ${reason}`.trim();
  return refusal('outline-unreadable', null, message, 'Open it in a reading program to see whether it is whole.');
}
