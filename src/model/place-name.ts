/** What tells readers of a text without links where one leads: a heading or a caption. */

/** Null where the words of the link name the place already: by all words of its heading, or by its number. A part of them may be anything. */
export function placeToName(words: string, place: string): string | null {
  const link = folded(words);
  if (folded(place) === '' || link === '') return null;
  const name = numbered.exec(place)?.[0] ?? place.trim();
  const names = [folded(name), folded(name.replace(sectionNumber, ''))];
  return names.some((each) => each !== '' && ` ${link} `.includes(` ${each} `)) ? null : name;
}

/** A caption is called by its number: "Table 3". */
const numbered = /^\p{L}+\s\d+(?=\.\s|\.?$)/u;
const sectionNumber = /^\d+(?:\.\d+)*\.?\s+/;

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
