/** Shapes of data as paths go through them. */
import { nameHints } from '../suggestion.ts';

/** A shape, or null where it depends on the data: what is below cannot be checked before filling. */
export type Known = PartialShape | null;
/** A shape of which some parts may not be known. Every Shape is one. */
export type PartialShape =
  | { readonly type: 'free' }
  | { readonly type: 'leaf'; readonly block?: true }
  | { readonly type: 'list'; readonly items: Known }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, Known>> };

export const leaf: PartialShape = { type: 'leaf' };

export function step(shape: PartialShape, part: string): Known | undefined {
  if (shape.type === 'record') return Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
  if (shape.type === 'leaf' || shape.type === 'free') return undefined;
  return part === 'length' ? leaf : /^\d+$/.test(part) ? shape.items : undefined;
}

/** Why a shape has no such part. */
export function lost(shape: PartialShape, part: string): { message: string; hints: readonly string[] } {
  if (shape.type === 'record')
    return { message: `There is no "${part}" here.`, hints: nameHints(part, Object.keys(shape.fields), 'fields here') };
  const hints = shape.type === 'list' ? ['Go through the list with {{#each …}}.'] : [];
  return { message: `The field "${part}" is used on a ${nameOf(shape)}.`, hints };
}

export function nameOf(shape: PartialShape): string {
  return { leaf: 'text', list: 'list', record: 'group of fields', free: 'group of fields' }[shape.type];
}
