/** Templates from strings, with data from plain values: each leaf's place is `data.json`, a line of its own, and its path. */
import { type Diagnostic, Refused, Report } from '../../src/diagnostics.ts';
import { lang } from '../../src/model/build.ts';
import { type DataShape, type DataTree, Datum, placed } from '../../src/model/datum.ts';
import type { Lang } from '../../src/model/document.ts';
import type { Markup } from '../../src/model/markup.ts';
import { compileTemplate, type Template } from '../../src/template/compile.ts';
import type { World } from '../../src/world.ts';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export function tree(value: Value): DataTree {
  let line = 0;
  const grow = (here: Value, path: string): DataTree => {
    if (here === null) return null;
    if (typeof here !== 'object') return new Datum(here, { file: 'data.json', line: ++line, column: 5, path });
    const at = { file: 'data.json', line: line + 1, column: 1, path };
    if (isList(here))
      return placed(
        here.map((item, index) => grow(item, `${path}[${index}]`)),
        at,
      );
    const fields = Object.entries(here).map(([key, item]) => [key, grow(item, `${path}.${key}`)] as const);
    return placed(Object.fromEntries(fields), at);
  };
  return grow(value, '$');
}

/** The shape that this data has; what is null may be a text. */
export function shapeOf(value: Value): DataShape {
  if (value === null || typeof value !== 'object') return { type: 'leaf' };
  if (isList(value)) return { type: 'list', items: shapeOf(value[0] ?? null) };
  const fields = Object.entries(value).map(([key, item]) => [key, shapeOf(item)] as const);
  return { type: 'record', fields: Object.fromEntries(fields) };
}

function isList(value: readonly Value[] | { readonly [key: string]: Value }): value is readonly Value[] {
  return Array.isArray(value);
}

export interface Setup {
  /** The template's file (default: one of the project's); an absolute one comes with Etrati. */
  readonly entry?: string;
  readonly data?: Value;
  readonly shape?: DataShape;
  /** Texts by name. */
  readonly partials?: Readonly<Record<string, string>>;
  /** Message files, by language. */
  readonly messages?: Readonly<Record<string, string>>;
  /** The language that is filled; else English. */
  readonly lang?: string;
}
export interface Compiled {
  readonly template: Template | null;
  readonly report: Report;
}

export async function compile(
  text: string | Uint8Array,
  { entry = 't/document.hbs', data = {}, shape, partials = {}, messages = {} }: Setup = {},
): Promise<Compiled> {
  const files = new Map<string, string | Uint8Array>([[entry, text]]);
  for (const [name, partial] of Object.entries(partials)) files.set(`t/partials/${name}.hbs`, partial);
  for (const [lang, message] of Object.entries(messages)) files.set(`t/messages.${lang}.json`, message);
  const report = new Report();
  const template = await compileTemplate(entry, worldOf(files), shape ?? shapeOf(data), report);
  return { template, report };
}

export async function fill(text: string, setup: Setup = {}): Promise<{ markup: Markup | null; report: Report }> {
  const { template, report } = await compile(text, setup);
  return { markup: template?.fill(tree(setup.data ?? {}), langOf(setup.lang ?? 'en'), report) ?? null, report };
}

export function langOf(tag: string): Lang {
  const made = lang(tag);
  if (made === null) throw new Error(`no language "${tag}"`);
  return made;
}

/** What a template writes, without marks; the findings where it writes nothing. */
export async function written(text: string, setup: Setup = {}): Promise<string> {
  const { markup, report } = await fill(text, setup);
  return markup === null ? report.diagnostics.map(line).join('\n') : markup.text.replace(/\uE002\d+\uE001|\uE003/g, '');
}

/** A finding in one line: code, place and message. */
export function line({ code, at, message }: Diagnostic): string {
  return `${code} ${at === null ? '-' : `${at.file}:${at.line}:${at.column}`} ${message}`;
}

function worldOf(files: ReadonlyMap<string, string | Uint8Array>): World {
  return {
    root: '/nowhere',
    relative: (absolute) => absolute,
    exists: async (file) => files.has(file),
    async read(file, _limit, at = null) {
      const content = files.get(file);
      if (content === undefined)
        throw new Refused([
          { severity: 'error', code: 'file-missing', at, message: `"${file}" does not exist.`, hints: [], related: [] },
        ]);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}
