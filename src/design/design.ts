/**
 * What a format needs to draw each block: its grounds, bars, rules, marks, styles of type and the room around it, looked up in the
 * theme once. Writers translate it into what their format has, and decide nothing. It is total: a new kind of block without a
 * design does not compile, but one that is drawn as what it is made of.
 */
import type { Block, Simple } from '../model/document.ts';
import { blockTypes } from '../model/kinds.ts';
import type { Drawn, KindDesign } from './kind.ts';
import { kindsOfLists } from './lists.ts';
import { kindsOfParts } from './parts.ts';
import type { DesignPlace } from './place.ts';
import { kindsOfData } from './tables.ts';
import { kindsOfWords } from './words.ts';

type Of<Type extends Block['type']> = Extract<Block, { readonly type: Type }>;

const designs = { ...kindsOfWords, ...kindsOfLists, ...kindsOfParts, ...kindsOfData } satisfies {
  readonly [Type in Simple['type']]: { design(block: Of<Type>, place: DesignPlace, theme: Drawn): unknown };
};

export type DesignedKind = keyof typeof designs;
/** The kinds that are drawn in a way of their own, in the order of the model: what is found is told in it. */
export const designedKinds = blockTypes.filter((type): type is DesignedKind => Object.hasOwn(designs, type));

type Designs = { readonly [Type in DesignedKind]: ReturnType<(typeof designs)[Type]['design']> };
/** What of a block decides how it looks. */
type Deciding = { readonly [Type in DesignedKind]: Parameters<(typeof designs)[Type]['design']>[0] };

/** The record of a kind. */
export function designOfKind<Type extends DesignedKind>(type: Type): KindDesign<Deciding[Type], Designs[Type]> {
  return designs[type] as unknown as KindDesign<Deciding[Type], Designs[Type]>;
}

/** How a block is drawn where it stands. */
export function designOf<Type extends DesignedKind>(
  block: Deciding[Type] & { readonly type: Type },
  place: DesignPlace,
  theme: Drawn,
): Designs[Type] {
  return designOfKind(block.type).design(block, place, theme);
}
