/** Texts of data files, read for what the studio must know of them. */

/** Null for what is no JSON. The mark of UTF-8, as Notepad writes it, is no part of the data. */
export function dataOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
