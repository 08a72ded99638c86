/** What a test has to know of a file for the press, read with a library that the writer does not use. */
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { printedAddress } from '../../src/model/address.ts';
import type { Outline, OutlineRun } from '../../src/outline/outline.ts';
import { tidy } from '../../src/outline/text.ts';

export interface Reading {
  readonly file: PDFDocument;
  /** Content streams of pages, forms and patterns, as text. */
  readonly contents: readonly string[];
  readonly dictionaries: readonly PDFDict[];
}

export async function readPress(bytes: Uint8Array): Promise<Reading> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = file.context.enumerateIndirectObjects();
  const pages = new Set(file.getPages().map(({ node }) => node.get(PDFName.of('Contents'))?.toString()));
  const contents = objects.flatMap(([ref, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    const painted =
      pages.has(ref.toString()) || isNamed(object.dict, 'Subtype', 'Form') || object.dict.has(PDFName.of('PaintType'));
    return painted ? [textOf(object)] : [];
  });
  const dictionaries = objects.flatMap(([, object]) => dictionariesIn(object));
  return { file, contents, dictionaries };
}

export function textOf({ dict, contents }: PDFRawStream): string {
  const packed = isNamed(dict, 'Filter', 'FlateDecode');
  return Buffer.from(packed ? inflateSync(contents) : contents).toString('latin1');
}

export function isNamed(dict: PDFDict, key: string, name: string): boolean {
  return dict.get(PDFName.of(key)) === PDFName.of(name);
}

/** An object's own dictionaries at any depth; what it refers to has its own turn. */
function dictionariesIn(object: PDFObject | undefined): PDFDict[] {
  if (object instanceof PDFRawStream) return dictionariesIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(dictionariesIn);
  if (!(object instanceof PDFDict) || object instanceof PDFRef) return [];
  return [object, ...object.values().flatMap(dictionariesIn)];
}

/** All names in a dictionary's values, such as its colour spaces. */
export function namesIn(dict: PDFDict): string[] {
  const of = (object: PDFObject): string[] => {
    if (object instanceof PDFName) return [object.decodeText()];
    return object instanceof PDFArray ? object.asArray().flatMap(of) : [];
  };
  return dict.values().flatMap(of);
}

/** What the accessible PDF says, as far as paper can: without where its links lead, and without the other languages it is to be had in. */
export function unlinked(outline: Outline): unknown {
  return edited(outline, (text) => text);
}

/**
 * The same of the print edition, without what paper says in place of links: pages, addresses, their list. That it says those, and
 * rightly, has tests of its own (links.test.ts).
 */
export function offPaper(print: Outline, accessible: Outline): unknown {
  const targets = new Set<string>();
  edited(accessible, (text, { target }) => {
    if (target !== null && /^(?:https?|mailto|tel):/.test(target)) targets.add(printedAddress(target));
    return text;
  });
  const escaped = [...targets].map((target) => target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const said = ['(?:p|გვ)\\.\\s\\d+', ...escaped].join('|');
  const additions = new RegExp(`\\s?\\((?:${said})\\)|, (?:${said})|\\s\\[\\d+\\]`, 'gu');
  const at = print.nodes.findIndex((node) => node.role === 'heading' && JSON.stringify(node).includes(listTitle));
  const nodes = at === -1 ? print.nodes : print.nodes.filter((_, index) => index !== at && index !== at + 1);
  return edited({ ...print, nodes }, (text) => text.replace(additions, ''));
}

const listTitle = '"Addresses of links"';
const editions = ['English | ქართული', 'ქართული | English'];

function edited(outline: Outline, edit: (text: string, run: OutlineRun) => string): unknown {
  return JSON.parse(JSON.stringify(outline), (key, value) => {
    if (key === 'runs')
      return tidy(
        (value as OutlineRun[]).map((run) =>
          run.role === 'text' ? { ...run, text: edit(run.text, run), target: null } : { ...run, target: null },
        ),
      );
    if (!Array.isArray(value)) return value;
    return value.filter((node) => {
      if (node?.role !== 'paragraph') return true;
      const text = (node.runs as OutlineRun[]).map((run) => (run.role === 'text' ? run.text : '')).join('');
      return !editions.includes(text.trim());
    });
  });
}

/** Without white space: to which of two runs the one between them belongs depends on what stands there. */
export function spaceless(outline: unknown): unknown {
  return JSON.parse(JSON.stringify(outline), (key, value) => (key === 'text' ? value.replace(/\s/g, '') : value));
}
