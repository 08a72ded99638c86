/** What a helper is: how a template may call it, and what it does. */
import type { Code } from '../codes.ts';
import type { Place } from '../diagnostics.ts';
import type { Range } from './ast.ts';
import { type FrameData, Halt } from './filling.ts';

export interface HelperOptions {
  readonly fn: (context: unknown, options?: object) => string;
  readonly inverse: (context: unknown) => string;
  readonly data: FrameData;
  readonly loc: Range & { readonly source: string };
}
export interface Given {
  /** The arguments as they came, leaves with their places. */
  readonly args: readonly unknown[];
  /** The name=value pairs, without their places. */
  readonly named: Readonly<Record<string, unknown>>;
  readonly context: unknown;
  readonly options: HelperOptions;
}
export interface Helper {
  readonly block: boolean;
  /** Least and most number of arguments. */
  readonly takes: readonly [number, number];
  /** The names of name=value pairs that it knows; null for any. */
  readonly named: readonly string[] | null;
  /** Whether it gives a text or number, and takes nothing else; a list where `takes` says so itself. */
  readonly gives: 'leaf' | 'argument';
  /** `values` are the arguments without their places. */
  run(values: readonly unknown[], given: Given): unknown;
}

/** A helper that makes a text or a number of texts and numbers. Nothing is made of null. */
export function leafHelper(
  takes: Helper['takes'],
  named: Helper['named'],
  run: (values: readonly unknown[], given: Given) => unknown,
): Helper {
  return { block: false, takes, named, gives: 'leaf', run };
}

export function placeOf({ options: { loc } }: Given): Place {
  return { file: loc.source, line: loc.start.line, column: loc.start.column + 1 };
}

/** Stops the filling at a helper's place. */
export function halt(given: Given, code: Code<'error'>, message: string, hints: readonly string[] = []): never {
  throw new Halt(code, placeOf(given), message, hints);
}
