/** Writes documents and opens the package again, part by part. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import { docx } from '../../src/write/docx/docx.ts';
import type { Job } from '../../src/write/targets.ts';
import { gza } from '../theme/gza.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

export async function write(document: Document, more: Partial<Job> = {}): Promise<Uint8Array> {
  const created = new Date('2026-11-22T09:30:00Z');
  const job = { theme: await gza(), language: languageOf(document.lang), name: 'test', created, report: new Report() };
  return docx.write(document, { ...job, ...more });
}

export class Package {
  readonly files: Readonly<Record<string, Uint8Array>>;
  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes);
  }

  text(path: string): string {
    const file = this.files[path];
    if (file === undefined) throw new Error(`the package has no ${path}`);
    return strFromU8(file);
  }

  part(path: string): Element {
    return parse(this.text(path));
  }

  get document(): Element {
    return this.part('word/document.xml');
  }
  get styles(): Element {
    return this.part('word/styles.xml');
  }
}

export async function opened(document: Document, more: Partial<Job> = {}): Promise<Package> {
  return new Package(await write(document, more));
}

function parse(xml: string): Element {
  const root = { name: '', attributes: {}, children: [] as (Element | string)[] };
  const open = [root];
  const parser = new SaxesParser({ fragment: false });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
}

/** All elements of a name, in order. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

export function one(element: Element, name: string): Element {
  const [found] = all(element, name);
  if (found === undefined) throw new Error(`no ${name} in ${element.name}`);
  return found;
}

/** `w:val` of each element of a name. */
export function values(element: Element, name: string): string[] {
  return all(element, name).map(({ attributes }) => attributes['w:val'] ?? '');
}

export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The body's paragraphs as `style: text`. */
export function paragraphs(pack: Package): string[] {
  return all(pack.document, 'w:p').map((p) => `${values(p, 'w:pStyle')[0]}: ${all(p, 'w:t').map(textOf).join('')}`);
}

export function styleOf(pack: Package, id: string): Element {
  const found = all(pack.styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);
  if (found === undefined) throw new Error(`no style ${id}`);
  return found;
}
