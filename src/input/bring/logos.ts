/** The logos of a project: an emblem that names its owner and no picture takes the owner's, which the config has. */
import type * as z from 'zod';
import type { Sourced } from '../../model/document.ts';
import { textsOf } from './chart.ts';

/** Files by the names of their owners, in whatever language; each with the place that names it, to whose file it is relative. */
export type Logos = Readonly<Record<string, Sourced<string>>>;

/** Whether a record is an emblem: a name and perhaps its picture. */
export function isEmblem(fields: ReadonlyMap<string, z.ZodType>): boolean {
  return fields.size === 2 && fields.has('name') && fields.has('picture');
}

/** The logo of an emblem that has no picture; null for one that has, or whose owner has none. */
export function logoOf(emblem: object, logos: Logos): Sourced<string> | null {
  const { name, picture } = emblem as { readonly name?: unknown; readonly picture?: unknown };
  if (picture !== undefined && picture !== null && picture !== '') return null;
  const names = textsOf(name).map((text) => text.trim());
  const owner = Object.keys(logos).find((each) => names.includes(each.trim()));
  return owner === undefined ? null : (logos[owner] ?? null);
}
