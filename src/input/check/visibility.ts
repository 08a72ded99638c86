/** The sentences of a donor's rule set, with the names that the document gives. */
import type { RuleSet } from './rule-sets.ts';
import type { DataParts } from './sheet.ts';

type Visibility = DataParts['visibility'];

/** By language; without those that need a name which the document does not give: `visibility-missing` tells of it. */
export function wordingOf(
  wording: RuleSet['funding'],
  { donor, authority, grant }: Visibility,
): Readonly<Record<string, string>> {
  const filled = Object.entries(wording ?? {}).flatMap(([tag, text]) => {
    const own = (texts: object | null): unknown => Reflect.get(texts ?? {}, tag);
    const values: Readonly<Record<string, unknown>> = { donor: own(donor), authority: own(authority), grant };
    const words = text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
    return /\{\w+\}/.test(words) ? [] : [[tag, words] as const];
  });
  return Object.fromEntries(filled);
}
