/**
 * Weaves into a template, before each piece that writes, a mark with its number, and around what is written for a record
 * of the data, by `each`, `with` or a partial, marks with the record's. After filling, the marks are taken out again and
 * tell for every character of the markup where in which template file it was written, and for which record.
 */
import type { Place } from '../diagnostics.ts';
import type { Markup, Origin } from '../model/markup.ts';
import { matchesIn } from '../text.ts';
import type { ContentStatement, Expression, Mustache, Program, Range, Statement } from './ast.ts';
import { Leaf } from './leaf.ts';
import { advance, placeOf, startOf, type TemplateSource } from './source.ts';

/** A piece of a template: literal text from its first character on, or a mustache as a whole. */
interface WovenPiece {
  readonly at: Place;
  readonly literal: boolean;
}
/** By number. The pieces of all files have numbers of their own, so that a file is compiled once for all templates that call it. */
export type Pieces = Map<number, WovenPiece>;
let numbered = 0;

const open = '\uE000';
const close = '\uE001';
const woven = /\uE000(@?)(\d*)\uE001/g;
const recordEnd = `${open}${close}`;

/** The helper that marks where a record begins; no template can call it, for its name is none. */
export const recordHelper = '@record';

/** What that helper writes for a value. */
export function recordStart(value: unknown): string {
  return `${open}@${Leaf.originOf(value) ?? ''}${close}`;
}

/** Weaves marks into the tree of a file, in place. */
export function weave(source: TemplateSource, pieces: Pieces): void {
  weaveProgram(source.program, source.file, pieces);
}

function weaveProgram(program: Program, file: string, pieces: Pieces): void {
  program.body = program.body.flatMap((statement): Statement[] => {
    switch (statement.type) {
      case 'ContentStatement': {
        if (statement.value === '') return [];
        statement.value = note({ at: placeOf(file, startOf(statement)), literal: true }, pieces) + statement.value;
        return [statement];
      }
      case 'MustacheStatement': {
        const value = note({ at: placeOf(file, statement.loc.start), literal: false }, pieces);
        return [{ type: 'ContentStatement', value, original: value, loc: statement.loc }, statement];
      }
      case 'BlockStatement':
        if (statement.program) weaveProgram(statement.program, file, pieces);
        if (statement.inverse) weaveProgram(statement.inverse, file, pieces);
        if (statement.program && ['each', 'with'].includes(nameOf(statement.path)))
          statement.program.body = within(here(statement.loc), statement.program.body);
        return [statement];
      case 'PartialStatement': {
        const [record] = statement.params;
        return record === undefined ? [statement] : within(record, [statement]);
      }
      default:
        return [statement];
    }
  });
}

/** What is written for a record, between its marks. */
function within(record: Expression, body: readonly Statement[]): Statement[] {
  const { loc } = record;
  const path = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [recordHelper],
    original: recordHelper,
    loc,
  } as const;
  const start: Mustache = { type: 'MustacheStatement', path, params: [record], escaped: false, loc };
  const end: ContentStatement = { type: 'ContentStatement', value: recordEnd, original: recordEnd, loc };
  return [start, ...body, end];
}

function here(loc: Range): Expression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [], original: 'this', loc };
}

function nameOf(path: Expression): string {
  return path.type === 'PathExpression' ? path.original : '';
}

function note(piece: WovenPiece, pieces: Pieces): string {
  numbered += 1;
  pieces.set(numbered, piece);
  return `${open}${numbered}${close}`;
}

/** Takes the woven marks out of a filled template. `origins` is what its texts and records come from. */
export function unweave(
  filled: string,
  pieces: ReadonlyMap<number, WovenPiece>,
  entry: Place,
  origins: readonly Origin[],
): Omit<Markup, 'shipped'> {
  const starts: number[] = [];
  const from: WovenPiece[] = [];
  const turns: number[] = [];
  const records: (number | null)[] = [];
  const around: (number | null)[] = [];
  let record = origins.length > 0 ? 0 : null;
  let text = '';
  let end = 0;
  for (const match of matchesIn(filled, woven)) {
    text += filled.slice(end, match.index);
    end = match.index + match[0].length;
    const [, isRecord, index] = match;
    if (index !== '' && isRecord === '') {
      starts.push(text.length);
      from.push(pieces.get(Number(index)) ?? { at: entry, literal: false });
      continue;
    }
    if (isRecord === '') record = around.pop() ?? null;
    else {
      around.push(record);
      record = index === '' ? record : Number(index);
    }
    turns.push(text.length);
    records.push(record);
  }
  text += filled.slice(end);
  const placeAt = (offset: number): Place => {
    const index = lastAtMost(starts, offset);
    const piece = from[index];
    if (piece === undefined) return entry;
    if (!piece.literal) return piece.at;
    const { file, line, column } = piece.at;
    const spot = advance({ line, column: column - 1 }, text.slice(starts[index], offset));
    return placeOf(file, spot);
  };
  const recordAt = (offset: number) => {
    const index = lastAtMost(turns, offset);
    return index < 0 ? (origins.length > 0 ? 0 : null) : (records[index] ?? null);
  };
  return { text, placeAt, recordAt, origins };
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
