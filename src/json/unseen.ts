/** What pages and editors put between words and nobody sees. */
const names: ReadonlyMap<number, string> = new Map([
  [0x00a0, 'a no-break space'],
  [0x00ad, 'a soft hyphen'],
  [0x200b, 'a zero-width space'],
  [0x2028, 'a line separator'],
  [0x2029, 'a paragraph separator'],
  [0x202f, 'a narrow no-break space'],
  [0xfeff, 'a byte order mark'],
]);

/** The name of a sign that is not seen, with its article. */
export function unseenName(sign: string): string {
  return names.get(sign.codePointAt(0) ?? 0) ?? (/\p{Z}/u.test(sign) ? 'an unusual space' : 'an invisible character');
}
