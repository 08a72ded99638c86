/** Findings for people: sorted by place, each with its source line and a caret under the column. */
import { createColors } from 'picocolors';
import type { Diagnostic, Place } from './diagnostics.ts';
import { graphemesIn } from './graphemes.ts';
import { type Lines, linesOf } from './lines.ts';

export interface Rendering {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The text of a file that a place names, or null where it cannot be shown. */
  source(file: string): Promise<string | null>;
  /** Show at most so many findings; the rest are counted. */
  readonly limit?: number;
}

type Colors = ReturnType<typeof createColors>;
type Tint = (text: string) => string;
/** The line of a place; undefined where it cannot be shown. */
type LineAt = (at: Place) => Promise<string | undefined>;

/** The order in which a person mends files: by file, line, column; what has no place first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => comparePlaces(a.at, b.at));
}

function comparePlaces(a: Place | null, b: Place | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const [one = '', other = ''] = [a.sheet, b.sheet];
  if (one !== other) return one < other ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/**
 * Findings as text for a terminal, with a newline at the end of each; the empty string if there are none.
 * Nothing from data reaches the terminal as a control code.
 */
export async function renderDiagnostics(diagnostics: readonly Diagnostic[], rendering: Rendering): Promise<string> {
  const colors = createColors(rendering.color);
  const shown = sortDiagnostics(mostSevere(diagnostics, rendering.limit ?? diagnostics.length));
  const lineAt = lineIn(rendering);
  const texts: string[] = [];
  for (const diagnostic of shown) texts.push(await renderDiagnostic(diagnostic, lineAt, rendering.width, colors));
  const left = diagnostics.length - shown.length;
  if (left > 0) texts.push(`… and ${left} more; --diagnostics json shows all.\n`);
  return texts.join('\n');
}

/** So many of them, errors before all: nobody finds behind a hundred warnings why nothing was written. */
function mostSevere(diagnostics: readonly Diagnostic[], most: number): readonly Diagnostic[] {
  if (diagnostics.length <= most) return diagnostics;
  const sorted = sortDiagnostics(diagnostics);
  const isError = ({ severity }: Diagnostic) => severity === 'error';
  return [...sorted.filter(isError), ...sorted.filter((each) => !isError(each))].slice(0, most);
}

function lineIn(rendering: Rendering): LineAt {
  const known = new Map<string, Lines>();
  return async ({ file, line, sheet }) => {
    if (sheet !== undefined) return undefined;
    const lines = known.get(file) ?? linesOf((await rendering.source(file))?.replace(/^\uFEFF/, '') ?? '');
    known.set(file, lines);
    return lines.line(line);
  };
}

async function renderDiagnostic(
  diagnostic: Diagnostic,
  lineAt: LineAt,
  width: number,
  colors: Colors,
): Promise<string> {
  const place = (at: Place, tint: Tint) => renderPlace(at, lineAt, width, colors, tint);
  const { severity, code, at, message, hints, related, clause } = diagnostic;
  const tint = { error: colors.red, warning: colors.yellow, advice: colors.cyan }[severity];
  const lines = [`${tint(colors.bold(`${severity}[${code}]`))}${colors.bold(`: ${visible(message)}`)}`];
  if (at !== null) lines.push(...(await place(at, tint)));
  for (const hint of hints) lines.push(`  ${colors.cyan('hint:')} ${visible(hint)}`);
  if (clause !== undefined) lines.push(`  ${colors.cyan('rule:')} ${visible(clause)}`);
  for (const other of related) {
    lines.push(`  ${colors.cyan('see:')} ${visible(other.message)}`);
    lines.push(...(await place(other.at, colors.cyan)));
  }
  return `${lines.join('\n')}\n`;
}

async function renderPlace(at: Place, lineAt: LineAt, width: number, colors: Colors, tint: Tint) {
  const path = at.path === undefined ? '' : ` (${at.path})`;
  const arrow = `  ${colors.blue('-->')} ${visible(`${placeText(at)}${path}`)}`;
  const line = await lineAt(at);
  if (line === undefined) return [arrow];
  const number = String(at.line);
  const edge = colors.blue(`${' '.repeat(number.length)} |`);
  const frame = frameLine(line, at.column, Math.max(24, width - number.length - 4));
  return [arrow, edge, `${colors.blue(`${number} |`)} ${frame.text}`, `${edge} ${frame.indent}${tint('^')}`];
}

/** A place as a person looks it up: by line and column, or in a workbook by its sheet and cell. */
export function placeText({ file, line, column, sheet }: Place): string {
  return sheet === undefined
    ? `${file}:${line}:${column}`
    : `${file}, sheet "${sheet}", cell ${columnLetters(column)}${line}`;
}

/** The letters of a column, counted from 1: A, Z, AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column <= 26 ? letter : `${columnLetters((column - 1 - rest) / 26)}${letter}`;
}

export interface CodeFrame {
  readonly text: string;
  /** Spaces as wide as all that stands before the column. */
  readonly indent: string;
}

/**
 * The part of a source line around a column, at most `width` terminal cells wide.
 * @param column counted from 1 in UTF-16 units; past the end points behind the last letter
 */
export function frameLine(line: string, column: number, width: number): CodeFrame {
  // Lines of data can be megabytes long; no window reaches further than this.
  const from = Math.max(0, column - 1 - width * 4);
  const cells = [...graphemesIn(line.slice(from, column + width * 4))].map(({ segment, index }) => {
    const text = visible(segment);
    return { text, start: from + index, end: from + index + segment.length, width: cellsOf(text) };
  });
  const found = cells.findIndex((cell) => cell.end > column - 1);
  const caret = found === -1 ? cells.length : found;
  let [first, last, used] = [caret, caret, 0];
  const grow = (index: number): boolean => {
    const cell = cells[index];
    if (cell === undefined || used + cell.width > width - 2) return false;
    used += cell.width;
    return true;
  };
  const half = (width - 2) / 2;
  while (used < half && grow(first - 1)) first--;
  while (grow(last)) last++;
  while (grow(first - 1)) first--;
  const before = (first > 0 || from > 0 ? '…' : '') + join(cells.slice(first, caret));
  const cut = last < cells.length || column + width * 4 < line.length;
  return {
    text: before + join(cells.slice(caret, last)) + (cut ? '…' : ''),
    indent: ' '.repeat(cellsOf(before)),
  };
}

function join(cells: readonly { readonly text: string }[]): string {
  return cells.map((cell) => cell.text).join('');
}

// Whatever a terminal obeys, hides or cannot draw: controls, formatting (but the joiner inside an emoji), surrogates
// without a partner, private use, line and paragraph separators.
const invisible = /(?!\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Text that can be printed without a terminal obeying it: controls are spelt as `<U+001B>`, a tab is two spaces. */
export function visible(text: string): string {
  return text.replaceAll('\t', '  ').replace(invisible, (found) => {
    const code = found.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

const wide =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/** How many terminal cells a text takes: a letter with its marks one, an East Asian letter or an emoji two. */
function cellsOf(text: string): number {
  let cells = 0;
  for (const { segment } of graphemesIn(text)) cells += /^\p{M}+$/u.test(segment) ? 0 : wide.test(segment) ? 2 : 1;
  return cells;
}

/** `2 errors, 1 warning, 3 suggestions`; the empty string if there are none. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (of: Diagnostic['severity'], noun: string) =>
    plural(diagnostics.filter(({ severity }) => severity === of).length, noun);
  const counts = [count('error', 'error'), count('warning', 'warning'), count('advice', 'suggestion')];
  return counts.filter((part) => part !== '').join(', ');
}

function plural(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
