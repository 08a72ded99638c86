/**
 * Where the pages of the PDF begin in another format. The finished PDF says which text is on which page; both have the same text in
 * the same order, but for what each adds of its own, so that a place is found by the letters around it.
 */
import { readPagedText } from '../outline/pdf/pages.ts';
import { matchesIn, trailing } from '../text.ts';

/** A page of the PDF, and before which letter of the text it begins. */
export interface PageStart {
  readonly label: string;
  readonly at: number;
}

/** Letters on each side of a place that tell it. */
const around = 60;

/**
 * Where the pages of a finished PDF begin in each of the parts of the same text, counted from the part's own first letter; what
 * begins behind all letters is of the last part. `parts` are letters alone. Throws Refused for a file that is no tagged PDF.
 */
export async function pageStartsByPart(
  parts: readonly string[],
  pdf: Uint8Array,
): Promise<readonly (readonly PageStart[])[]> {
  const starts = await pageStartsIn(parts.join(''), pdf);
  let from = 0;
  return parts.map((part, index) => {
    const end = index === parts.length - 1 ? Number.POSITIVE_INFINITY : from + part.length;
    const own = starts.filter(({ at }) => at >= from && at < end).map(({ label, at }) => ({ label, at: at - from }));
    from = end;
    return own;
  });
}

/** Where each page of a finished PDF begins in the letters of the same text. Throws Refused for a file that is no tagged PDF. */
async function pageStartsIn(text: string, pdf: Uint8Array): Promise<readonly PageStart[]> {
  const { pageCount, pieces } = await readPagedText(pdf);
  let paper = '';
  const firsts = new Map<number, number>();
  for (const piece of pieces) {
    const own = lettersIn(piece.text);
    if (own !== '' && !firsts.has(piece.page)) firsts.set(piece.page, paper.length);
    paper += own;
  }
  const starts: PageStart[] = [];
  let from = 0;
  for (let page = 0; page < pageCount; page += 1) {
    const first = firsts.get(page);
    // A page without text begins where the next one does.
    const next = first ?? firstAfter(firsts, page) ?? paper.length;
    from = page === 0 ? 0 : placeOf(paper, next, text, from);
    starts.push({ label: `${page + 1}`, at: from });
  }
  return starts;
}

function firstAfter(firsts: ReadonlyMap<number, number>, page: number): number | undefined {
  const later = [...firsts].filter(([other]) => other > page).map(([, at]) => at);
  return later.length === 0 ? undefined : Math.min(...later);
}

/** Where what begins at a place of the PDF's letters begins in those of the text. */
function placeOf(paper: string, at: number, text: string, from: number): number {
  const [before, after] = [paper.slice(Math.max(0, at - around), at), paper.slice(at, at + around)];
  const exact = text.indexOf(before + after, Math.max(0, from - around));
  if (exact >= 0) return exact + before.length;
  // What stands right behind the place is numbers of pages in a list of contents, or what stands before it differs.
  for (const length of [around, around / 2, around / 4]) {
    const next = after.length < length ? -1 : text.indexOf(after.slice(0, length), from);
    if (next >= 0) return next;
    const last = before.length < length ? -1 : text.indexOf(before.slice(-length), Math.max(0, from - around));
    if (last >= 0) return Math.max(from, last + length);
  }
  // The formats differ in what stands close to the place: the nearest run of letters that both have.
  for (const length of [around, around / 2, around / 4])
    for (let skip = 0; skip <= around; skip += 5) {
      const sample = paper.slice(at + skip, at + skip + length);
      const found = sample.length < Math.min(length, 8) ? -1 : text.indexOf(sample, from);
      if (found >= 0) return Math.max(from, found - skip);
    }
  return from;
}

/** What places are counted in, since formats differ in spaces and stops. */
export const lettersIn = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

/** The start of the word that the letter of a number is in. */
export function wordAt(text: string, letter: number): number {
  let seen = 0;
  for (const { index, 0: found } of matchesIn(text, /[\p{L}\p{N}]/gu)) {
    if (seen >= letter) return trailing(text.slice(0, index), /[\p{L}\p{N}\p{M}]/u);
    seen += found.length;
  }
  return text.length;
}
