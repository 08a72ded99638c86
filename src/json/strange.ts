/** Signs in names and codes that look like others or cannot be seen: told by name, because nobody finds them by looking. */
import { unseenName } from './unseen.ts';

/** Letters of other scripts, each over the Latin letter that it looks like. */
const alike: readonly (readonly [script: string, theirs: string, latin: string])[] = [
  ['Cyrillic', 'АВЕЁКМНОРСТУХІЇЈЅԚԜӀаеёкмосрухіїјѕԛԝһӏԁ', 'ABEËKMHOPCTYXIÏJSQWIaeëkmocpyxiïjsqwhld'],
  ['Greek', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνικαυχ', 'ABEZHIKMNOPTYXopvikauX'],
];

const hidden = /[\p{Cf}\p{Cc}\u00A0\u2000-\u200A\u202F\u205F\u3000]/u;

/**
 * A sentence on the first such sign of a name, a code or a number, and what to do about it; null where there is none. Not for
 * texts, which may have any letters.
 */
export function strangeSign(text: string): string | null {
  const unseen = hidden.exec(text);
  if (unseen !== null) {
    const [sign] = unseen;
    const point = sign.codePointAt(0) ?? 0;
    const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    const before = text.slice(0, unseen.index);
    const where = before === '' ? 'at its start' : `after "${before}"`;
    return `Delete the ${unseenName(sign).replace(/^an? /, '')} (${code}) ${where}.`;
  }
  const zero = /\d([ОоΟο])|([ОоΟο])\d/.exec(text);
  if (zero !== null) return `The "${zero[1] ?? zero[2]}" in "${text}" is a letter: type the digit 0.`;
  for (const sign of text) {
    for (const [script, theirs, latin] of alike) {
      const index = theirs.indexOf(sign);
      if (index >= 0)
        return `The "${sign}" in "${text}" is a ${script} letter: type the Latin "${latin.charAt(index)}".`;
    }
  }
  return null;
}
