/** Inks of their own plates as colour spaces of a file (Separation; ISO 32000-1, 8.6.6.4). */
import type { Dictionary, Reference } from 'pdfmake/js/PDFDocument.js';
import type { Cmyk } from '../../../finished/pdf/paint/colour.ts';

/** An ink by its name, and the inks that stand in for it where it is shown or printed without. */
export interface SpotInk {
  readonly name: string;
  readonly cmyk: Cmyk;
}

/** What spots need of a file. */
export interface SpotFile {
  ref(data?: object): Reference;
  /** The page, or the group of a picture, that is being painted. pdfkit's SVG draws groups as pages that know no colour spaces. */
  readonly page: { readonly colorSpaces?: Dictionary };
}

/** The spot inks of one file; each becomes a part of it where it is first painted. */
export class Spots {
  readonly #spaces = new Map<string, { readonly id: string; readonly ref: Reference }>();
  /** The colour spaces of all groups together: a group's own are written with those that were painted before it ends. */
  readonly grouped: Dictionary = {};
  readonly #prefix: string;

  constructor(prefix = 'Spot') {
    this.#prefix = prefix;
  }

  has({ name }: SpotInk): boolean {
    return this.#spaces.has(name);
  }

  /** The name by which what is painted now calls the ink's colour space. */
  use({ name, cmyk }: SpotInk, file: SpotFile): string {
    let space = this.#spaces.get(name);
    if (space === undefined) {
      space = {
        id: `${this.#prefix}${this.#spaces.size + 1}`,
        ref: file.ref(['Separation', nameOf(name), 'DeviceCMYK', tint(cmyk)]),
      };
      space.ref.end();
      this.#spaces.set(name, space);
    }
    const spaces = file.page.colorSpaces ?? this.grouped;
    spaces[space.id] ??= space.ref;
    return space.id;
  }
}

/** From no ink to its full stand-in (ISO 32000-1, 7.10.3). */
function tint(cmyk: Cmyk): object {
  const full = cmyk.map((percent) => percent / 100);
  return { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: full, N: 1 };
}

/** A name as it is written, all but plain characters by their UTF-8 bytes (ISO 32000-1, 7.3.5). */
function nameOf(name: string): string {
  const bytes = Array.from(new TextEncoder().encode(name));
  return bytes
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9_.-]/.test(character) ? character : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
