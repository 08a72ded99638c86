/** What readers call characters: grapheme clusters of Unicode (UAX 29). */
import { once } from './once.ts';

// Their boundaries are the same in every locale; naming one keeps the machine's out.
const segmenter = once(() => new Intl.Segmenter('und', { granularity: 'grapheme' }));

export function graphemesIn(text: string): Intl.Segments {
  return segmenter().segment(text);
}
