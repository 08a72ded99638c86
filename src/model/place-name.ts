/** What tells readers of a text without links where one leads: a heading or a caption. */

/** Null where the words of the link name the place already: by its number, or by words of its heading. */
export function placeToName(words: string, place: string): string | null {
  const link = folded(words);
  const whole = folded(place);
  if (whole === '' || link === '') return null;
  const name = numbered.exec(place)?.[0] ?? place.trim();
  return ` ${link} `.includes(` ${folded(name)} `) || whole.includes(link) ? null : name;
}

/** A caption is called by its number: "Table 3". */
const numbered = /^\p{L}+\s\d+(?=\.\s|\.?$)/u;

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
