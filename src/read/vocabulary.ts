/**
 * The closed vocabulary: all that a template may write. Checking (`check.ts`), the page that documents the markup
 * (`docs/markup.md`, made by `manual.ts`) and the hints of errors come from this one table.
 */
import { blockRules } from './vocabulary/blocks.ts';
import { dataRules } from './vocabulary/data.ts';
import { inlineNames, inlineRules } from './vocabulary/inlines.ts';
import type { ElementRule } from './vocabulary/rule.ts';

export { meant } from './vocabulary/meant.ts';
export type { AttributeRule, ElementRule } from './vocabulary/rule.ts';

/** By the element's name, or by a path such as `table columns` where a name means something else inside of another. */
export const vocabulary: Readonly<Record<string, ElementRule>> = { ...blockRules, ...dataRules, ...inlineRules };

/** The key of an element's rule, or null if the name is none of ours. `parent` is the key of its parent's rule. */
export function keyOf(name: string, parent: string | null): string | null {
  const own = `${parent} ${name}`;
  if (parent !== null && Object.hasOwn(vocabulary, own)) return own;
  return Object.hasOwn(vocabulary, name) ? name : null;
}

/** The names of elements, each once. */
export const elementNames: readonly string[] = Object.keys(vocabulary).filter((key) => !key.includes(' '));

/** The keys of the elements that may hold what has this key. */
export function parentsOf(key: string): readonly string[] {
  const name = key.slice(key.lastIndexOf(' ') + 1);
  return Object.keys(vocabulary).filter(
    (parent) => vocabulary[parent]?.children.includes(name) && keyOf(name, parent) === key,
  );
}

/** Whether an element is part of a sentence. */
export function isInline(name: string): boolean {
  return inlineNames.includes(name);
}
