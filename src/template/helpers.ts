/** The helpers that a template may call. Each gets plain values beside the leaves, so that 0, "" and false are right. */
import Handlebars from 'handlebars';
import type { Range } from './ast.ts';
import type { FrameData } from './filling.ts';
import { Leaf } from './leaf.ts';

interface Options {
  readonly fn: (context: unknown, options?: object) => string;
  readonly inverse: (context: unknown) => string;
  readonly data: FrameData;
  readonly loc: Range & { readonly source: string };
}
interface Given {
  /** The arguments as they came, leaves with their places. */
  readonly args: readonly unknown[];
  readonly context: unknown;
  readonly options: Options;
}
export interface Helper {
  readonly block: boolean;
  /** Least and most number of arguments. */
  readonly takes: readonly [number, number];
  /** `values` are the arguments without their places. */
  run(values: readonly unknown[], given: Given): unknown;
}

export const helpers: Readonly<Record<string, Helper>> = {
  if: {
    block: true,
    takes: [1, 1],
    run: ([value], { context, options }) => (holds(value) ? options.fn(context) : options.inverse(context)),
  },
  unless: {
    block: true,
    takes: [1, 1],
    run: ([value], { context, options }) => (holds(value) ? options.inverse(context) : options.fn(context)),
  },
  with: {
    block: true,
    takes: [1, 1],
    run: ([value], { args, context, options }) =>
      holds(value) ? options.fn(args[0], { data: options.data, blockParams: [args[0]] }) : options.inverse(context),
  },
  each: { block: true, takes: [1, 1], run: ([value], given) => each(value, given) },
  lookup: {
    block: false,
    takes: [2, 2],
    run: ([parent, name], { options: { data, loc } }) =>
      parent === null
        ? null
        : data.filling.lookup(parent, String(name), loc.source, loc.start.line, loc.start.column + 1),
  },
  eq: { block: false, takes: [2, 2], run: ([left, right]) => left === right },
  not: { block: false, takes: [1, 1], run: ([value]) => !holds(value) },
  and: {
    block: false,
    takes: [2, 9],
    run: (values, { args }) => args[firstIndex(values, (value) => !holds(value))],
  },
  or: { block: false, takes: [2, 9], run: (values, { args }) => args[firstIndex(values, holds)] },
};

/** What a condition takes for yes: anything but null, false, 0, an empty text and an empty list. */
function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

// As && and || choose: the first that decides, else the last.
function firstIndex(values: readonly unknown[], decides: (value: unknown) => boolean): number {
  const index = values.findIndex(decides);
  return index < 0 ? values.length - 1 : index;
}

function each(value: unknown, { context, options }: Given): string {
  if (!Array.isArray(value) || value.length === 0) return options.inverse(context);
  let markup = '';
  for (const [index, item] of value.entries()) {
    const place = { index, key: index, first: index === 0, last: index === value.length - 1 };
    const data = Object.assign(Handlebars.createFrame(options.data), place);
    markup += options.data.filling.step(options.fn(item, { data, blockParams: [item, index] }));
  }
  return markup;
}

/** Replaces all of an environment's helpers by ours. */
export function registerHelpers(environment: typeof Handlebars): void {
  for (const name of Object.keys(environment.helpers)) environment.unregisterHelper(name);
  for (const [name, { run }] of Object.entries(helpers))
    environment.registerHelper(name, function (this: unknown, ...all: unknown[]) {
      const args = all.slice(0, -1);
      return run(args.map(Leaf.plain), { args, context: this, options: all.at(-1) as Options });
    });
}
