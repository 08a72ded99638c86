/** A source file as text, and the places in it. */
import type { Place, Report } from '../diagnostics.ts';
import { linesOf } from '../lines.ts';

export interface Source {
  /** Relative to the project folder. */
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** The place of an offset into the text, with the JSON path that it belongs to if there is one. */
  place(offset: number, path?: string): Place;
}

export function sourceOf(file: string, text: string): Source {
  const lines = linesOf(text);
  return {
    file,
    text,
    place(offset, path) {
      const at = { file, ...lines.at(offset) };
      return path === undefined ? at : { ...at, path };
    },
  };
}

/** A piece of a file, such as a line of it, with where it starts there. */
export interface TextPiece extends Pick<Place, 'file' | 'line' | 'column'> {
  readonly text: string;
}

/** A piece as a source of its own, whose places are those in its file. */
export function pieceSource(piece: TextPiece): Source {
  const source = sourceOf(piece.file, piece.text);
  return { ...source, place: (offset, path) => placeFrom(piece, source.place(offset, path)) };
}

/** A place in a piece of a file as one of the file. */
export function placeFrom({ line, column }: Pick<Place, 'line' | 'column'>, place: Place): Place {
  return { ...place, line: line + place.line - 1, column: place.line === 1 ? column + place.column - 1 : place.column };
}

/**
 * UTF-8 bytes, with or without a byte order mark, as text. Anything else is the error `not-utf8` at the first byte
 * that is wrong, and null.
 */
export function decode(bytes: Uint8Array, file: string, report: Report): Source | null {
  const foreign = foreignEncoding(bytes);
  if (foreign !== null) {
    const hints = ['Save the file as UTF-8.'];
    report.error('not-utf8', { file, line: 1, column: 1 }, `The file is written in ${foreign}, not UTF-8.`, { hints });
    return null;
  }
  const text = new TextDecoder().decode(bytes);
  const wrong = firstInvalidByte(bytes);
  const source = sourceOf(file, text);
  if (wrong === null) return source;
  const before = new TextDecoder().decode(bytes.subarray(0, wrong), { stream: true });
  const byte = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  report.error('not-utf8', source.place(before.length), `The file is not UTF-8: there is the byte ${byte} here.`, {
    hints: ['Save the file as UTF-8; it may be in an older encoding, or damaged.'],
  });
  return null;
}

/** UTF-16 and UTF-32 by their mark, or by the zero bytes that ASCII has in them. */
export function foreignEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0) return 'UTF-32';
  return bytes.length > 1 && (a === 0 || b === 0) ? 'UTF-16' : null;
}

/** What the decoder replaced comes back as other bytes. */
function firstInvalidByte(bytes: Uint8Array): number | null {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    const wrong = bytes.findIndex((byte, index) => byte !== again[index]);
    return wrong === -1 ? bytes.length : wrong;
  }
}
