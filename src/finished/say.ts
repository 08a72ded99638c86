/** Text as it is said, whatever a format does to steer the breaking of its lines. */

/** Space that a format may exchange for another to steer line breaking. */
const space = /[ \t\r\n\f\u00A0\u202F\u2028\u2029]+/g;

/**
 * Text as it is said: NFC; soft hyphens, word joiners and zero-width spaces taken out, no-break spaces and hyphens turned
 * into plain ones, because they only tell where a line may end; white space folded.
 */
export function say(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u2060\u200B\uFEFF]/g, '')
    .replace(/\u2011/g, '-')
    .replace(space, ' ');
}
