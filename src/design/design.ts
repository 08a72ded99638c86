/**
 * What a format needs to draw each block: its grounds, bars, rules, marks, styles of type and the room around it, looked up in the
 * theme once. Writers translate it into what their format has, and decide nothing. It is total: a new kind of block without a
 * design does not compile.
 */
import type { Block } from '../model/document.ts';
import type { Drawn, KindDesign } from './kind.ts';
import { kindsOfLists } from './lists.ts';
import { kindsOfParts } from './parts.ts';
import type { DesignPlace } from './place.ts';
import { kindsOfData } from './tables.ts';
import { kindsOfWords } from './words.ts';

type Kind = Block['type'];
type Of<Type extends Kind> = Extract<Block, { readonly type: Type }>;

const designs = { ...kindsOfWords, ...kindsOfLists, ...kindsOfParts, ...kindsOfData } satisfies {
  readonly [Type in Kind]: { design(block: Of<Type>, place: DesignPlace, theme: Drawn): unknown };
};

type Designs = { readonly [Type in Kind]: ReturnType<(typeof designs)[Type]['design']> };
/** What of a block decides how it looks. */
type Deciding = { readonly [Type in Kind]: Parameters<(typeof designs)[Type]['design']>[0] };

/** The record of a kind. */
export function designOfKind<Type extends Kind>(type: Type): KindDesign<Deciding[Type], Designs[Type]> {
  return designs[type] as unknown as KindDesign<Deciding[Type], Designs[Type]>;
}

/** How a block is drawn where it stands. */
export function designOf<Type extends Kind>(
  block: Deciding[Type] & { readonly type: Type },
  place: DesignPlace,
  theme: Drawn,
): Designs[Type] {
  return designOfKind(block.type).design(block, place, theme);
}
