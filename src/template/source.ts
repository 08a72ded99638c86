/** A template file: its text and its syntax tree. */
import Handlebars from 'handlebars';
import type { Place, Report } from '../diagnostics.ts';
import { reserved } from '../model/markup.ts';
import { matchesIn } from '../text.ts';
import type { ContentStatement, Program, SourcePosition } from './ast.ts';

export interface TemplateSource {
  /** As it is named in places. */
  readonly file: string;
  readonly text: string;
  readonly program: Program;
}

/** The place in a file of a spot that Handlebars found. */
export function placeOf(file: string, spot: SourcePosition): Place {
  return { file, line: spot.line, column: spot.column + 1 };
}

/** The spot after a text that starts at a spot. */
export function advance(from: SourcePosition, text: string): SourcePosition {
  const lines = text.split(/\r\n?|\n/);
  const last = (lines.at(-1) ?? '').length;
  return { line: from.line + lines.length - 1, column: lines.length === 1 ? from.column + last : last };
}

/** Where a literal text starts once `~` has taken its white space. */
export function startOf({ original, value, loc }: ContentStatement): SourcePosition {
  if (value.trim() === '') return loc.start;
  const taken = original.length - original.trimStart().length - (value.length - value.trimStart().length);
  return advance(loc.start, original.slice(0, taken));
}

/** The place of an offset in a text, UTF-16 units; lines end as editors end them. */
export function placeIn(file: string, text: string, offset: number): Place {
  return placeOf(file, advance({ line: 1, column: 0 }, text.slice(0, offset)));
}

/** Parses a template's text; null with an error in the report where it is not Handlebars. */
export function parseSource(file: string, text: string, report: Report): TemplateSource | null {
  const stray = text.search(reserved);
  if (stray >= 0) {
    report.error(
      'private-use-character',
      placeIn(file, text, stray),
      'Private-use characters are not allowed in a template.',
    );
    return null;
  }
  try {
    // Standalone lines stay as they are: white space folds later, and places stay simple.
    const program = Handlebars.parse(text, { srcName: file, ignoreStandalone: true }) as unknown as Program;
    return { file, text, program };
  } catch (error) {
    reportSyntax(file, text, error, report);
    return null;
  }
}

interface Exception {
  readonly message: string;
  readonly lineNumber?: number;
  /** Counted from 0. */
  readonly column?: number;
}

/** The parser that Handlebars shares; after an error it still knows the last token. */
const { Parser } = Handlebars as unknown as {
  Parser: { lexer: { yylloc: Readonly<Record<`${'first' | 'last'}_${'line' | 'column'}`, number>> } };
};

function reportSyntax(file: string, text: string, error: unknown, report: Report): void {
  const { message, lineNumber, column } = error as Exception;
  if (error instanceof RangeError) {
    report.error('template-too-deep', placeIn(file, text, 0), 'The template is nested too deeply.');
  } else if (lineNumber !== undefined && column !== undefined) {
    const at = { file, line: lineNumber, column: column + 1 };
    const [, open, close] = /^(\S+) doesn't match (\S+) - /.exec(message) ?? [];
    if (open === undefined) report.error('template-syntax', at, `${message.replace(/ - \d+:\d+$/, '')}.`);
    else
      report.error('template-syntax', at, `{{#${open}}} is closed by {{/${close}}}.`, {
        hints: [`Close it with {{/${open}}}.`],
      });
  } else reportGrammar(file, text, message, report);
}

const reasons: Readonly<Record<string, string>> = {
  OPEN_ENDBLOCK: 'This closes a block that is not open.',
  INVERSE: 'This {{else}} is not in a block.',
  CLOSE: 'The expression ends too early.',
  EOF: 'The template ends inside an expression.',
  INVALID: 'The expression is not closed, or contains something that is not allowed in it.',
};

/** An error of the grammar tells the token that it did not expect. */
function reportGrammar(file: string, text: string, message: string, report: Report): void {
  const token = /got '(\w+)'/.exec(message)?.[1] ?? 'INVALID';
  const open = token === 'EOF' ? lastOpen(text) : null;
  if (open !== null) {
    const hints = [`Close it with {{/${open.name}}}.`];
    report.error('template-syntax', placeIn(file, text, open.offset), `{{#${open.name}}} is never closed.`, { hints });
    return;
  }
  const { first_line, first_column, last_line, last_column } = Parser.lexer.yylloc;
  // At the end, and where nothing could be read as a token, the last token is the one before.
  const after = token === 'EOF' || message.startsWith('Lexical error');
  const spot = after ? { line: last_line, column: last_column } : { line: first_line, column: first_column };
  const reason = reasons[token] ?? 'This is not Handlebars.';
  report.error('template-syntax', placeOf(file, spot), reason, {
    hints: ['Expressions end with }}. Write a literal {{ as \\{{.'],
  });
}

const comments = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}/;
const tags = /\{\{~?(?:[#^]\s*(?<open>[^\s~}]+)|\/(?<close>[^}]*))/;
const blocks = new RegExp(`${comments.source}|${tags.source}`, 'g');

/** The innermost block that the text opens and does not close. */
function lastOpen(text: string): { name: string; offset: number } | null {
  const open: { name: string; offset: number }[] = [];
  for (const { index, groups } of matchesIn(text, blocks)) {
    if (groups?.open !== undefined) open.push({ name: groups.open, offset: index });
    else if (groups?.close !== undefined) open.pop();
  }
  return open.at(-1) ?? null;
}
