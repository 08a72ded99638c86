/**
 * Weaves into a template, before each piece that writes, a mark with its number. After filling, the marks are taken out
 * again and tell for every character of the markup where in which template file it was written.
 */
import type { Place } from '../diagnostics.ts';
import type { Markup } from '../model/markup.ts';
import type { Program, Statement } from './ast.ts';
import { advance, placeOf, type Source, startOf } from './source.ts';

/** A piece of a template: literal text from its first character on, or a mustache as a whole. */
interface Origin {
  readonly at: Place;
  readonly literal: boolean;
}
export type Origins = Origin[];

const open = '\uE000';
const close = '\uE001';
const woven = /\uE000(\d+)\uE001/g;

/** Weaves marks into the tree of a file, in place. */
export function weave(source: Source, origins: Origins): void {
  weaveProgram(source.program, source.file, origins);
}

function weaveProgram(program: Program, file: string, origins: Origins): void {
  program.body = program.body.flatMap((statement): Statement[] => {
    switch (statement.type) {
      case 'ContentStatement': {
        if (statement.value === '') return [];
        statement.value = note({ at: placeOf(file, startOf(statement)), literal: true }, origins) + statement.value;
        return [statement];
      }
      case 'MustacheStatement': {
        const value = note({ at: placeOf(file, statement.loc.start), literal: false }, origins);
        return [{ type: 'ContentStatement', value, original: value, loc: statement.loc }, statement];
      }
      case 'BlockStatement':
        if (statement.program) weaveProgram(statement.program, file, origins);
        if (statement.inverse) weaveProgram(statement.inverse, file, origins);
        return [statement];
      default:
        return [statement];
    }
  });
}

function note(origin: Origin, origins: Origins): string {
  return `${open}${origins.push(origin) - 1}${close}`;
}

/** Takes the woven marks out of a filled template. `places` are the places of the data's texts. */
export function unweave(filled: string, origins: readonly Origin[], entry: Place, places: readonly Place[]): Markup {
  const starts: number[] = [];
  const from: Origin[] = [];
  let text = '';
  let end = 0;
  for (const match of filled.matchAll(woven)) {
    text += filled.slice(end, match.index);
    end = match.index + match[0].length;
    starts.push(text.length);
    from.push(origins[Number(match[1])] ?? { at: entry, literal: false });
  }
  text += filled.slice(end);
  const placeAt = (offset: number): Place => {
    const index = lastAtMost(starts, offset);
    const origin = from[index];
    if (origin === undefined) return entry;
    if (!origin.literal) return origin.at;
    const { file, line, column } = origin.at;
    const spot = advance({ line, column: column - 1 }, text.slice(starts[index], offset));
    return placeOf(file, spot);
  };
  return { text, placeAt, origins: places };
}

/** Index of the last number that is at most `limit`, or -1. The numbers ascend. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Takes the white space off a partial's ends, so that one inside of a sentence brings no space into it. */
export function trimPartial({ body }: Program): void {
  const written = body.filter((statement) => statement.type !== 'CommentStatement');
  const first = written[0];
  const last = written.at(-1);
  if (first?.type === 'ContentStatement') first.value = first.value.trimStart();
  if (last?.type === 'ContentStatement') last.value = last.value.trimEnd();
}
