/** Small things on text that several rooms need. Runs in a browser too. */

/**
 * Where the characters begin that end a text and that a sign, an expression for one of them, matches; the length where none does. Read
 * from behind: an expression that is anchored there alone is tried at each place before it (CWE-1333).
 */
export function trailing(text: string, sign: RegExp): number {
  let end = text.length;
  while (end > 0) {
    const isPair = end > 1 && /[\uDC00-\uDFFF]/.test(text.charAt(end - 1));
    const start = end - (isPair ? 2 : 1);
    if (!sign.test(text.slice(start, end))) break;
    end = start;
  }
  return end;
}

/** The sentences of a text, as blanks behind full stops, question and exclamation marks part them: abbreviations part them too. */
export function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?…])\s+/);
}

/** Text between tags of XML and in attributes with double quotes (XML 1.0, 2.4). */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
