/**
 * Objects in object streams and their places in a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), in place of pdfkit's
 * list of objects and table: a third of the size, for most of a tagged file is its structure.
 */
import type { Reference } from 'pdfmake/js/PDFDocument.js';

/** What packing needs of the file. */
export interface PackedFile {
  ref(data?: object): Reference;
}

/** Where an object is: at an offset in the file, or in an object stream. */
type ObjectPlace = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** Objects of one object stream: readers unpack all for one of them. */
const mostObjects = 200;
/** Bytes of a row of the cross-reference stream: its kind, an offset or a stream, an index. */
const row = [1, 4, 2] as const;
const rowLength = row[0] + row[1] + row[2];

export class Packing {
  readonly #places = new Map<number, ObjectPlace>();
  #held: { readonly id: number; readonly text: string }[] = [];
  /** The object that is being written; its dictionary waits until it is known whether a stream follows. */
  #open: { readonly id: number; readonly offset: number; readonly texts: string[] } | null = null;

  /**
   * Takes what pdfkit writes, piece by piece, at an offset of the file. Gives what is to be written now: all of an object with a
   * stream, nothing of others.
   */
  take(data: Uint8Array | string, offset: number, file: PackedFile): readonly (Uint8Array | string)[] {
    const open = this.#open;
    if (open === null) {
      const opens = typeof data === 'string' && data.endsWith(' 0 obj');
      const id = opens ? /^(\d+) 0 obj$/.exec(data)?.[1] : undefined;
      if (id === undefined) return [data];
      this.#open = { id: Number(id), offset, texts: [] };
      return [];
    }
    if (data === 'endobj') {
      this.#open = null;
      this.#held.push({ id: open.id, text: open.texts.join('\n') });
      if (this.#held.length >= mostObjects) this.flush(file);
      return [];
    }
    if (data === 'stream') {
      this.#open = null;
      this.#places.set(open.id, { offset: open.offset });
      return [`${open.id} 0 obj`, ...open.texts, data];
    }
    if (typeof data !== 'string') throw new Error('bytes outside of a stream');
    open.texts.push(data);
    return [];
  }

  /** Writes the objects that are held. */
  flush(file: PackedFile): void {
    const held = this.#held;
    if (held.length === 0) return;
    this.#held = [];
    let at = 0;
    const heads = held.map(({ id, text }) => {
      const head = `${id} ${at}`;
      at += text.length + 1;
      return head;
    });
    const head = `${heads.join(' ')}\n`;
    const stream = file.ref({ Type: 'ObjStm', N: held.length, First: head.length });
    held.forEach(({ id }, index) => {
      this.#places.set(id, { stream: stream.id, index });
    });
    stream.end(Buffer.from(`${head}${held.map(({ text }) => `${text}\n`).join('')}`, 'latin1'));
  }

  /** The rows of the cross-reference stream, each as its difference from the one before (PNG's filter "up"), for objects 0 to `last`. */
  rows(last: number): Uint8Array {
    const rows = Buffer.alloc((last + 1) * (rowLength + 1));
    let before: Uint8Array = Buffer.alloc(rowLength);
    for (let id = 0; id <= last; id += 1) {
      const own = rowOf(id === 0 ? undefined : this.#places.get(id));
      const start = id * (rowLength + 1);
      rows[start] = 2;
      for (let byte = 0; byte < rowLength; byte += 1)
        rows[start + 1 + byte] = ((own[byte] ?? 0) - (before[byte] ?? 0)) & 0xff;
      before = own;
    }
    return rows;
  }

  /** The cross-reference stream itself, which stands at this offset. */
  setPlace(id: number, offset: number): void {
    this.#places.set(id, { offset });
  }
}

/** What a reader needs to read the rows. */
export const rowShape = { W: [...row], DecodeParms: { Predictor: 12, Columns: rowLength } } as const;

function rowOf(place: ObjectPlace | undefined): Uint8Array {
  const bytes = Buffer.alloc(rowLength);
  if (place === undefined) bytes.writeUInt16BE(0xff_ff, row[0] + row[1]);
  else if ('offset' in place) {
    bytes[0] = 1;
    bytes.writeUInt32BE(place.offset, row[0]);
  } else {
    bytes[0] = 2;
    bytes.writeUInt32BE(place.stream, row[0]);
    bytes.writeUInt16BE(place.index, row[0] + row[1]);
  }
  return bytes;
}
