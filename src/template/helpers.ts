/** The helpers that a template may call. Each gets plain values beside the leaves, so that 0, "" and false are right. */
import Handlebars from 'handlebars';
import { figures } from './figures.ts';
import type { Given, Helper, HelperOptions } from './helper.ts';
import { Leaf } from './leaf.ts';

const logic: Readonly<Record<string, Omit<Helper, 'named' | 'gives'>>> = {
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

export const helpers: Readonly<Record<string, Helper>> = {
  ...Object.fromEntries(
    Object.entries(logic).map(([name, helper]) => [name, { ...helper, named: [], gives: 'argument' } as const]),
  ),
  ...figures,
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
      const options = all.at(-1) as HelperOptions & { readonly hash: Readonly<Record<string, unknown>> };
      const named = Object.fromEntries(Object.entries(options.hash).map(([key, value]) => [key, Leaf.plain(value)]));
      return run(args.map(Leaf.plain), { args, named, context: this, options });
    });
}
