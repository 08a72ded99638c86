/** The structure tree of a finished PDF as lines: types, indented, with what an element says of itself. */
import { PDFArray, type PDFDict, PDFDocument, PDFHexString, PDFString } from '@cantoo/pdf-lib';
import { dictionaryAt, dictionaryOf, lookup, membersAt, nameAt, stringAt } from '../../src/finished/pdf/objects.ts';

export interface TreeElement {
  readonly type: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly dictionary: PDFDict;
  readonly parent: TreeElement | null;
  readonly kids: readonly TreeElement[];
}

/** The tree's top element; with it the file's role map. */
export async function treeOf(bytes: Uint8Array): Promise<{ top: TreeElement; roles: PDFDict | null }> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const root = dictionaryAt(file.catalog, 'StructTreeRoot');
  const [top] = root === null ? [] : kidsOf(root, null);
  if (root === null || top === undefined) throw new Error('no structure tree');
  return { top, roles: dictionaryAt(root, 'RoleMap') };
}

function kidsOf(holder: PDFDict, parent: TreeElement | null): TreeElement[] {
  return membersAt(holder, 'K').flatMap((member) => {
    const dictionary = dictionaryOf(holder.context.lookup(member));
    const type = dictionary === null ? null : nameAt(dictionary, 'S');
    if (dictionary === null || type === null) return [];
    const kids: TreeElement[] = [];
    const names = { id: stringAt(dictionary, 'ID'), title: stringAt(dictionary, 'T') };
    const element: TreeElement = { type, ...names, dictionary, parent, kids };
    kids.push(...kidsOf(dictionary, element));
    return [element];
  });
}

/** An element and all below it, in reading order. */
export function all(element: TreeElement, ...types: readonly string[]): TreeElement[] {
  const below = element.kids.flatMap((kid) => all(kid, ...types));
  return types.length === 0 || types.includes(element.type) ? [element, ...below] : below;
}

/** The types from the top to an element. */
export function wayTo(element: TreeElement): string {
  return element.parent === null ? element.type : `${wayTo(element.parent)}/${element.type}`;
}

/** The names of the header cells that a cell refers to. */
export function headersOf({ dictionary }: TreeElement): string[] {
  return membersAt(dictionary, 'A').flatMap((member) => {
    const given = dictionaryOf(dictionary.context.lookup(member));
    const names = given === null ? undefined : lookup(given, 'Headers');
    if (!(names instanceof PDFArray)) return [];
    return names
      .asArray()
      .map((name) => (name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : '?'));
  });
}
