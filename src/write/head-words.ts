/** The words at the head of a page, as far as they have room. */

/** No head holds as many letters: a title without end is not measured to its end. */
export const longestHead = 400;

/** The words of a running head that fit, letter by letter if not even one does; what is left out is said by three dots. */
export function headWords(text: string, fits: (words: string) => boolean): string {
  const start = text.slice(0, longestHead);
  if (start === text && fits(text)) return text;
  const words = start.split(' ');
  while (words.length > 1 && !fits(`${words.join(' ')} …`)) words.pop();
  const letters = [...words.join(' ')];
  while (letters.length > 1 && !fits(`${letters.join('')} …`)) letters.pop();
  return `${letters.join('')} …`;
}
