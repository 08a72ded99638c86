/** The part of Handlebars' syntax tree that we read, as a discriminated union: its own types are not one. */
export interface SourcePosition {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 0. */
  readonly column: number;
}
export interface Range {
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}
interface AstNode {
  readonly loc: Range;
}

export interface PathExpression extends AstNode {
  readonly type: 'PathExpression';
  readonly data: boolean;
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}
export interface SubExpression extends AstNode, Call {
  readonly type: 'SubExpression';
}
export interface Literal extends AstNode {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral';
  readonly value?: string | number | boolean;
  readonly original?: string | number | boolean;
}
export type Expression = PathExpression | SubExpression | Literal;

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
export interface ContentStatement extends AstNode {
  readonly type: 'ContentStatement';
  /** What is left of `original` after `~`; weaving puts marks into it. */
  value: string;
  readonly original: string;
}
export interface Comment extends AstNode {
  readonly type: 'CommentStatement';
}
export interface Mustache extends AstNode, Call {
  readonly type: 'MustacheStatement';
  readonly escaped: boolean;
}
export interface BlockStatement extends AstNode, Call {
  readonly type: 'BlockStatement';
  readonly program?: Program;
  readonly inverse?: Program;
}
export interface PartialCall extends AstNode {
  readonly type: 'PartialStatement';
  readonly name: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}
/** Forms that no template of ours may use. */
export interface ForeignStatement extends AstNode {
  readonly type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock';
}
export type Statement = ContentStatement | Comment | Mustache | BlockStatement | PartialCall | ForeignStatement;

/** Whether a call has arguments, so that it can only be a helper's. */
export function hasArguments(call: Call): boolean {
  return call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
}
