/** What the vocabulary says of one element. */

export interface AttributeRule {
  readonly required: boolean;
  /** Says for the page of the markup what the value is. */
  readonly says: string;
}
export interface ElementRule {
  /** The node of the tree that it becomes. */
  readonly becomes: string;
  readonly says: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly children: readonly string[];
  /** Whether text may stand in it. */
  readonly text: boolean;
  /** Keys of elements that may not stand anywhere inside of it, though what is between would hold them. */
  readonly never: readonly string[];
  /** Of a block: the lines of one as templates write it. Tests have each in all formats, beside and in what else there is. */
  readonly example?: readonly string[];
}

export const look = { look: optional('A key of the theme; layout and colour are the theme’s work.') };
export const lang = { lang: optional('The language of this part (BCP 47), if it is another one.') };

export function optional(says: string): AttributeRule {
  return { required: false, says };
}
export function required(says: string): AttributeRule {
  return { required: true, says };
}

type Attributes = ElementRule['attributes'];
type Children = readonly string[];

/** An element that holds elements alone. */
export function container(
  becomes: string,
  says: string,
  children: Children,
  attributes: Attributes = {},
  never: Children = [],
): ElementRule {
  return { becomes, says, attributes: { ...attributes, ...lang }, children, text: false, never };
}
/** An element that holds text. */
export function phrase(
  becomes: string,
  says: string,
  children: Children,
  attributes: Attributes = {},
  never: Children = [],
): ElementRule {
  return { becomes, says, attributes: { ...attributes, ...lang }, children, text: true, never };
}
/** An element with an example, line by line. */
export function shown(rule: ElementRule, ...example: readonly string[]): ElementRule {
  return { ...rule, example };
}
/** An element that holds nothing. */
export function empty(becomes: string, says: string, attributes: Attributes = {}): ElementRule {
  return { becomes, says, attributes, children: [], text: false, never: [] };
}
