/** The words at the head of a page, as far as they have room. Lengths in points. */
import { shaperOf } from '../../../theme/shaping.ts';
import { headWords, longestHead } from '../../head-words.ts';
import type { RunStyle } from '../text/inlines.ts';

/** The room of the document's title and of a section's at the head of a page: each has what the other leaves, and never less than its part. */
export function runningHeads(
  title: string,
  section: string,
  style: RunStyle,
  { width, gap }: { readonly width: number; readonly gap: number },
): { readonly title: number; readonly section: number } {
  if (section === '') return { title: width, section: 0 };
  // What is longer than its part is not measured to its end.
  const [one, other] = [title, section].map((text) => widthOf(text.slice(0, longestHead), style));
  const left = (used = 0) => width - gap - used;
  return { title: Math.max(width * 0.56, left(other)), section: Math.max(width * 0.4, left(one)) };
}

export function widthOf(words: string, { face, size }: RunStyle): number {
  return (shaperOf(face).shape(words).width / 1000) * size;
}

/** The words of a running head that fit in `width` points; what is left out is said by three dots. */
export function shorten(text: string, style: RunStyle, width: number): string {
  return headWords(text, (words) => widthOf(words, style) <= width);
}
