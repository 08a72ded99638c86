/** Texts that are there in both languages, side by side. */
import type { Path } from '../../json/path.ts';
import type { Finding } from './rule.ts';
import type { Sheet } from './sheet.ts';
import { missingFrom } from './tokens.ts';

export interface Pair {
  readonly path: Path;
  readonly ka: string;
  readonly en: string;
  readonly rich: boolean;
}

export function* pairsIn(sheet: Sheet): Generator<Pair> {
  for (const { path, texts, rich } of sheet.texts) {
    const { ka, en } = texts;
    if (ka !== undefined && en !== undefined) yield { path, ka, en, rich };
  }
}

/** More than these help nobody to find the place. */
const mostNamed = 8;

function some(things: readonly string[]): string {
  const rest = things.length - mostNamed;
  return rest > 0 ? `${things.slice(0, mostNamed).join(', ')} and ${rest} more` : things.join(', ');
}

/** A finding where one language says what the other does not; null where both say the same. */
export function difference(
  path: Path,
  what: string,
  said: { readonly ka: readonly string[]; readonly en: readonly string[] },
  hint: string,
): Finding | null {
  const onlyKa = missingFrom(said.ka, said.en);
  const onlyEn = missingFrom(said.en, said.ka);
  if (onlyKa.length === 0 && onlyEn.length === 0) return null;
  const sides = [
    ...(onlyKa.length === 0 ? [] : [`only in Georgian: ${some(onlyKa)}`]),
    ...(onlyEn.length === 0 ? [] : [`only in English: ${some(onlyEn)}`]),
  ];
  return { at: path, message: `The languages have different ${what}: ${sides.join('; ')}.`, hints: [hint] };
}
