/** Places inside of a text of the data: where one of its signs stands in the file. */
import type { Place } from '../diagnostics.ts';

/** A string of a file as it is written and as it was mended (`Mend`). */
export interface MendedText {
  readonly written: string;
  readonly mended: string;
  /** The place of an index of the text as it is written. */
  placeAt(index: number): Place;
}

/** By the place of the whole, which goes through templates and tree as it is. */
const texts = new WeakMap<Place, MendedText>();

/** Lets a place of a text be asked for places inside of it. */
export function keepText(whole: Place, text: MendedText): Place {
  texts.set(whole, text);
  return whole;
}

/** The same place, of a text that was changed once more since it was mended. */
export function remended(whole: Place, mended: string): Place {
  const text = texts.get(whole);
  return text === undefined ? whole : keepText(whole, { ...text, mended });
}

/** The place of the first `sign` in a text; that of the whole where it has none, or is no text of data. */
export function placeOfSign(whole: Place, sign: string): Place {
  const text = texts.get(whole);
  const index = text?.written.indexOf(sign) ?? -1;
  return text === undefined || index < 0 ? whole : text.placeAt(index);
}

/**
 * The place of an index of a text as it was mended, where `sign` stands; that of the whole for no text of data. What was mended
 * before it moves it: it is as many signs from the start as before.
 */
export function placeInText(whole: Place, index: number, sign: string): Place {
  const text = texts.get(whole);
  if (text === undefined) return whole;
  if (text.written === text.mended) return text.placeAt(index);
  let found = text.written.indexOf(sign);
  for (
    let at = text.mended.indexOf(sign);
    at >= 0 && at < index && found >= 0;
    at = text.mended.indexOf(sign, at + 1)
  ) {
    found = text.written.indexOf(sign, found + 1);
  }
  return found < 0 ? whole : text.placeAt(found);
}
