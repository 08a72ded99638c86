/**
 * What has to stand behind the words of a link within a text, so that readers know where it leads. Nothing of the writer's own
 * reckoning is in it: it holds the writer to this.
 */

/** The number of a caption, or else all of a heading or caption; null where the words have it. */
export function nameBehind(words: string, place: string): string | null {
  const spoken = wordsIn(words);
  const caption = /^(\p{L}+\s\d+)(?:\.\s|\.?$)/u.exec(place)?.[1];
  const called = wordsIn(caption ?? place);
  const unnumbered = wordsIn((caption ?? place).replace(/^\d[\d.]*\s+/, ''));
  if (spoken.length === 0 || wordsIn(place).length === 0) return null;
  return has(spoken, called) || has(spoken, unnumbered) ? null : (caption ?? place.trim());
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whether all these words stand in a text, one behind the other. */
function has(text: readonly string[], words: readonly string[]): boolean {
  return words.length > 0 && text.some((_, at) => words.every((word, index) => text[at + index] === word));
}
