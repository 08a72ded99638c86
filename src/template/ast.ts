/** The part of Handlebars' syntax tree that we read, as a discriminated union: its own types are not one. */
export interface Spot {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 0. */
  readonly column: number;
}
export interface Range {
  readonly start: Spot;
  readonly end: Spot;
}
interface Node {
  readonly loc: Range;
}

export interface Path extends Node {
  readonly type: 'PathExpression';
  readonly data: boolean;
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}
export interface SubExpression extends Node, Call {
  readonly type: 'SubExpression';
}
export interface Literal extends Node {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral';
  readonly value?: string | number | boolean;
  readonly original?: string | number | boolean;
}
export type Expression = Path | SubExpression | Literal;

export interface Hash {
  readonly pairs: readonly { readonly key: string; readonly value: Expression; readonly loc: Range }[];
}
/** What a mustache, a block and a subexpression share. */
export interface Call {
  readonly path: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  readonly loc: Range;
}

export interface Program {
  body: Statement[];
  readonly blockParams?: readonly string[];
}
export interface Content extends Node {
  readonly type: 'ContentStatement';
  /** What is left of `original` after `~`; weaving puts marks into it. */
  value: string;
  readonly original: string;
}
export interface Comment extends Node {
  readonly type: 'CommentStatement';
}
export interface Mustache extends Node, Call {
  readonly type: 'MustacheStatement';
  readonly escaped: boolean;
}
export interface Block extends Node, Call {
  readonly type: 'BlockStatement';
  readonly program?: Program;
  readonly inverse?: Program;
}
export interface PartialCall extends Node {
  readonly type: 'PartialStatement';
  readonly name: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}
/** Forms that no template of ours may use. */
export interface Foreign extends Node {
  readonly type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock';
}
export type Statement = Content | Comment | Mustache | Block | PartialCall | Foreign;

/** Whether a call has arguments, so that it can only be a helper's. */
export function hasArguments(call: Call): boolean {
  return call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
}
