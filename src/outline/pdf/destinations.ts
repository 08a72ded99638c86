/** Where link annotations lead (ISO 32000-1, 12.3.2, 12.5.6.5 and 12.6.4). */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { guardDepth } from '../../finished/depth.ts';
import {
  dictionaryAt,
  dictionaryOf,
  lookup,
  membersAt,
  nameAt,
  stringAt,
  stringOf,
} from '../../finished/pdf/objects.ts';
import { readable } from '../address.ts';
import type { Position } from './lines.ts';

/** A heading or caption with the place of its first glyph, or of the picture that the caption is of. */
export interface Landmark {
  readonly anchors: Set<string>;
  readonly position: Pick<Position, 'page' | 'x' | 'y'>;
}

interface Destination {
  readonly page: PDFObject;
  /** Null where a destination keeps the reader's own. */
  readonly left: number | null;
  readonly top: number;
}

/** Targets of the links of one file. Places within it are named as they come and told by headings and captions afterwards. */
export class Destinations {
  readonly #document: PDFDocument;
  readonly #found: Destination[] = [];
  #named: ReadonlyMap<string, PDFObject> | null = null;

  constructor(document: PDFDocument) {
    this.#document = document;
  }

  /** The target of an annotation as an outline has it, before `#` places are settled. */
  targetOf(annotation: PDFDict): string | null {
    const action = dictionaryAt(annotation, 'A');
    if (action === null) return this.#place(lookup(annotation, 'Dest'));
    switch (nameAt(action, 'S')) {
      case 'URI':
        return readable(stringAt(action, 'URI'));
      case 'GoTo':
        return this.#place(lookup(action, 'D'));
      case 'GoToR':
      case 'Launch':
        return readable(fileOf(lookup(action, 'F')));
      default:
        return null;
    }
  }

  /** Gives each place to the landmark that a reader sees there: the nearest one below it on its page. */
  settle(landmarks: readonly Landmark[]): void {
    for (const [index, destination] of this.#found.entries()) {
      const below = landmarks.filter(
        ({ position }) => position.page === destination.page && position.y <= destination.top + 1,
      );
      const distance = ({ position }: Landmark) =>
        Math.hypot(position.x - (destination.left ?? position.x), destination.top - position.y);
      const [nearest] = below.sort((one, other) => distance(one) - distance(other));
      nearest?.anchors.add(`${index}`);
    }
  }

  #place(object: PDFObject | undefined): string | null {
    const destination = this.#resolve(object);
    return destination === null ? null : `#${this.#found.push(destination) - 1}`;
  }

  #resolve(object: PDFObject | undefined): Destination | null {
    const name = object instanceof PDFName ? object.decodeText() : stringOf(object);
    const explicit = name === null ? object : (this.#names().get(name) ?? undefined);
    const array = explicit instanceof PDFDict ? lookup(explicit, 'D') : explicit;
    if (!(array instanceof PDFArray)) return null;
    const page = array.lookup(0);
    const kind = array.lookup(1);
    const at = (index: number) => {
      const value = index < array.size() ? array.lookup(index) : undefined;
      return value instanceof PDFNumber ? value.asNumber() : null;
    };
    if (page === undefined) return null;
    if (kind === PDFName.of('XYZ')) return { page, left: at(2), top: at(3) ?? farUp };
    const top = kind === PDFName.of('FitH') || kind === PDFName.of('FitBH') ? at(2) : null;
    return { page, left: null, top: top ?? farUp };
  }

  /** Named destinations, from the name tree (7.9.6) and from PDF 1.1's dictionary. */
  #names(): ReadonlyMap<string, PDFObject> {
    if (this.#named !== null) return this.#named;
    const named = new Map<string, PDFObject>();
    const { catalog } = this.#document;
    for (const [key, value] of dictionaryAt(catalog, 'Dests')?.entries() ?? []) {
      const resolved = catalog.context.lookup(value);
      if (resolved !== undefined) named.set(key.decodeText(), resolved);
    }
    const names = dictionaryAt(catalog, 'Names');
    const tree = names && dictionaryAt(names, 'Dests');
    if (tree !== null) collect(tree, named, 0);
    this.#named = named;
    return named;
  }
}

/** Above any page: for a destination that shows a page from its top. */
const farUp = 1e6;

function collect(tree: PDFDict, named: Map<string, PDFObject>, depth: number): void {
  guardDepth(depth);
  const entries = membersAt(tree, 'Names');
  for (let index = 0; index + 1 < entries.length; index += 2) {
    const value = tree.context.lookup(entries[index + 1]);
    const key = stringOf(tree.context.lookup(entries[index]));
    if (key !== null && value !== undefined) named.set(key, value);
  }
  for (const kid of membersAt(tree, 'Kids')) {
    const branch = dictionaryOf(tree.context.lookup(kid));
    if (branch !== null) collect(branch, named, depth + 1);
  }
}

/** A file specification (7.11): a string, or a dictionary with one. */
function fileOf(object: PDFObject | undefined): string | null {
  const dictionary = dictionaryOf(object);
  return dictionary === null ? stringOf(object) : (stringAt(dictionary, 'UF') ?? stringAt(dictionary, 'F'));
}
