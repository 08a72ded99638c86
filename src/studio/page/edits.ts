/** Edits of the JSON text that leave what they do not touch as it is written. */
import { applyEdits, findNodeAtLocation, type JSONPath, modify, type ParseError, parse, parseTree } from 'jsonc-parser';

export type DataPath = readonly (string | number)[];

export interface Parsed {
  readonly value: unknown;
  readonly isSound: boolean;
}

export function parseText(text: string): Parsed {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  return { value, isSound: errors.length === 0 && typeof value === 'object' && value !== null };
}

function formatting(text: string) {
  const [, indent = '  '] = /\n([ \t]+)\S/.exec(text) ?? [];
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** `order` are the names of the fields of the record, for the place of one that was not there. */
export function withValue(text: string, path: DataPath, value: unknown, order: readonly string[] = []): string {
  const name = path.at(-1);
  const after = typeof name === 'string' ? order.indexOf(name) : -1;
  return applyEdits(
    text,
    modify(text, [...path] as JSONPath, value, {
      formattingOptions: formatting(text),
      ...(after < 0
        ? {}
        : {
            getInsertionIndex: (there: string[]) => {
              const later = there.findIndex((each) => order.indexOf(each) > after);
              return later < 0 ? there.length : later;
            },
          }),
    }),
  );
}

export function withItem(text: string, list: DataPath, index: number, value: unknown): string {
  return applyEdits(
    text,
    modify(text, [...list, index] as JSONPath, value, { formattingOptions: formatting(text), isArrayInsertion: true }),
  );
}

/** Puts items after the last one, all at once: a text of many rows is read a single time. */
export function withItems(text: string, list: DataPath, values: readonly unknown[]): string {
  const tree = parseTree(text);
  const last = tree === undefined ? undefined : findNodeAtLocation(tree, [...list] as JSONPath)?.children?.at(-1);
  const [, indent] = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, last?.offset ?? 0)) ?? [];
  if (last === undefined || indent === undefined) {
    const count = tree === undefined ? 0 : (findNodeAtLocation(tree, [...list] as JSONPath)?.children?.length ?? 0);
    return values.reduce<string>((made, value, index) => withItem(made, list, count + index, value), text);
  }
  const { eol, tabSize, insertSpaces } = formatting(text);
  const made = values.map((value) =>
    JSON.stringify(value, null, insertSpaces ? tabSize : '\t').replaceAll('\n', `${eol}${indent}`),
  );
  const end = last.offset + last.length;
  return `${text.slice(0, end)}${made.map((item) => `,${eol}${indent}${item}`).join('')}${text.slice(end)}`;
}

export function without(text: string, path: DataPath): string {
  return applyEdits(text, modify(text, [...path] as JSONPath, undefined, { formattingOptions: formatting(text) }));
}

/** Gives the field of a path another name; its value and its place stay. */
export function withName(text: string, path: DataPath, name: string): string {
  const tree = parseTree(text);
  const value = tree && findNodeAtLocation(tree, [...path] as JSONPath);
  const [key] = value?.parent?.type === 'property' ? (value.parent.children ?? []) : [];
  if (key === undefined) return text;
  return `${text.slice(0, key.offset)}${JSON.stringify(name)}${text.slice(key.offset + key.length)}`;
}

export function valueAt(value: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : undefined,
    value,
  );
}

/** As findings write paths: `$.about.aims[0].ka`. */
export function pathText(path: DataPath): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number'
        ? `${text}[${step}]`
        : /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step)
          ? `${text}.${step}`
          : `${text}[${JSON.stringify(step)}]`,
    '$',
  );
}

/** A path that is written, as its steps; empty for a text that is none. */
export function pathOf(text: string): DataPath {
  const steps: (string | number)[] = [];
  for (const [, name, index, quoted] of text
    .slice(1)
    .matchAll(/\.([\p{L}_$][\p{L}\p{N}_$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/gu))
    steps.push(name ?? (index === undefined ? String(JSON.parse(quoted ?? '""')) : Number(index)));
  return steps;
}
