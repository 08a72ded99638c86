/** The link annotations of a finished PDF, read by another library, with the element that refers to each. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictionaryAt, lookup, nameAt, numberAt, numbersOf, stringAt } from '../../src/finished/pdf/objects.ts';

export interface Annotation {
  /** From 1. */
  readonly page: number;
  /** The address; null for a link within the document or to another file. */
  readonly uri: string | null;
  readonly contents: string | null;
  /** Where a link within the document leads: the page, from 1, and how high on it, from its foot. */
  readonly leadsTo: { readonly page: number; readonly top: number } | null;
  readonly rectangle: readonly number[];
  /** Of each line where there are several: left, bottom, right, top. */
  readonly lines: readonly (readonly number[])[];
  /** The types of the elements whose OBJR it is: one, if all is right. */
  readonly holders: readonly string[];
  /** The type of the element that its StructParent names. */
  readonly parent: string | null;
}

export async function annotationsIn(bytes: Uint8Array): Promise<readonly Annotation[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const root = dictionaryAt(file.catalog, 'StructTreeRoot');
  const holders = new Map<string, string[]>();
  const parents = new Map<number, string | null>();
  if (root !== null) {
    readHolders(root, holders);
    readParents(dictionaryAt(root, 'ParentTree'), parents);
  }
  const pages = file.getPages().map(({ ref }) => nameOf(ref));
  return file.getPages().flatMap((page, index) => {
    const list = lookup(page.node, 'Annots');
    if (!(list instanceof PDFArray)) return [];
    return list.asArray().map((ref, at): Annotation => {
      const dictionary = list.lookup(at, PDFDict);
      const action = dictionaryAt(dictionary, 'A');
      return {
        page: index + 1,
        uri: action === null ? null : stringAt(action, 'URI'),
        contents: stringAt(dictionary, 'Contents'),
        leadsTo: action === null ? null : destinationOf(action, pages),
        rectangle: numbersAt(dictionary, 'Rect'),
        lines: quads(numbersAt(dictionary, 'QuadPoints')),
        holders: holders.get(nameOf(ref)) ?? [],
        parent: parents.get(numberAt(dictionary, 'StructParent') ?? -1) ?? null,
      };
    });
  });
}

/** Of an explicit destination (12.3.2.2). */
function destinationOf(action: PDFDict, pages: readonly string[]): Annotation['leadsTo'] {
  const destination = lookup(action, 'D');
  if (!(destination instanceof PDFArray)) return null;
  const [page, , , top] = destination.asArray();
  if (page === undefined || !(top instanceof PDFNumber)) return null;
  return { page: pages.indexOf(nameOf(page)) + 1, top: top.asNumber() };
}

function numbersAt(dictionary: PDFDict, key: string): number[] {
  const value = lookup(dictionary, key);
  return value instanceof PDFArray ? numbersOf(value) : [];
}

/** A reader takes no notice of QuadPoints that are not eight numbers each. */
function quads(numbers: readonly number[]): number[][] {
  if (numbers.length % 8 !== 0) throw new Error(`${numbers.length} numbers in QuadPoints`);
  return Array.from({ length: numbers.length / 8 }, (_, index) => {
    const corners = numbers.slice(index * 8, index * 8 + 8);
    const [x, y] = [corners.filter((_, at) => at % 2 === 0), corners.filter((_, at) => at % 2 === 1)];
    return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
  });
}

function nameOf(object: PDFObject): string {
  return object instanceof PDFRef ? object.toString() : '';
}

function readHolders(element: PDFDict, holders: Map<string, string[]>): void {
  const kids = lookup(element, 'K');
  const list = kids instanceof PDFArray ? kids.asArray().map((_, index) => kids.lookup(index)) : [kids];
  for (const kid of list) {
    if (!(kid instanceof PDFDict)) continue;
    const object = kid.get(PDFName.of('Obj'));
    if (nameAt(kid, 'Type') === 'OBJR' && object !== undefined) {
      const name = nameOf(object);
      holders.set(name, [...(holders.get(name) ?? []), nameAt(element, 'S') ?? '']);
    } else if (kid.has(PDFName.of('S'))) readHolders(kid, holders);
  }
}

function readParents(node: PDFDict | null, parents: Map<number, string | null>): void {
  const entries = node === null ? undefined : lookup(node, 'Nums');
  if (entries instanceof PDFArray) {
    for (let at = 0; at + 1 < entries.size(); at += 2) {
      const value = entries.lookup(at + 1);
      if (value instanceof PDFDict) parents.set(entries.lookup(at, PDFNumber).asNumber(), nameAt(value, 'S'));
    }
  }
  const kids = node === null ? undefined : lookup(node, 'Kids');
  if (kids instanceof PDFArray) kids.asArray().map((_, at) => readParents(kids.lookup(at, PDFDict), parents));
}
