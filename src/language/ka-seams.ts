/**
 * The seams of Georgian words, where the patterns of the `hyphen` package go by letters alone: between a first member
 * and the rest of a compound, and before the postposition -თვის (for).
 */

/** First members that are followed by a consonant: before a vowel, „კონტრ“ may be the start of კონტროლი. */
const first =
  /^(?:მაღალ|დაბალ|მრავალ|ახალ|ურთიერთ|თანა|თვით|კონტრ|ტრანს|ინტერ|პოსტ|სხვადასხვა|არა|ხელ|ერთ)(?=[^აეიოუ]\p{L}{3})/u;
/** Second members after a number: ხუთწლიანი. */
const years = /(?<=\p{L}{2})(?:წლიან|წლოვან|თვიან|დღიან)/u;
const postposition = /თვის(?:აც?|ვე)?$/u;

/** Beside a seam a division leaves a piece that belongs to its other side: კონ-ტრ, -კ-ვა. */
const beside = (index: number, seam: number) => index >= seam - 2 && index <= seam + 1;

/** The divisions of a Georgian word, with its seams for what the patterns divide beside them. Indices in the word. */
export function atSeams(word: string, divisions: readonly number[]): readonly number[] {
  const members = membersOf(word);
  const last = postposition.exec(word)?.index ?? null;
  const end = last ?? word.length;
  // The plural -თა- stays with its consonant: მიგრანტთა-თვის.
  const plural = last !== null && /[^აეიოუ]თა$/u.test(word.slice(0, end)) ? end - 2 : null;
  const kept = divisions.filter(
    (index) =>
      index < end &&
      !members.some((seam) => beside(index, seam)) &&
      (plural === null || index < plural - 1 || index > plural + 1),
  );
  return [...new Set([...kept, ...members, ...(last === null ? [] : [last])])].sort((a, b) => a - b);
}

function membersOf(word: string): readonly number[] {
  const seams: number[] = [];
  let start = 0;
  for (let found = first.exec(word); found !== null; found = first.exec(word.slice(start))) {
    start += found[0].length;
    seams.push(start);
  }
  const second = years.exec(word)?.index;
  return second === undefined ? seams : [...seams, second];
}
