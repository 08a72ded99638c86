import type { Code, Severity } from './codes.ts';

/** A place in a source file, as a person would look it up. */
export interface Place {
  /** Path relative to the project folder, with `/` between the parts. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units, as editors count. */
  readonly column: number;
  /** For data: the JSON path of the value, such as `$.about.aims[0].ka`. */
  readonly path?: string;
  /** The sheet of a workbook; line and column are those of its cell. */
  readonly sheet?: string;
}

/** The same for all places within one value. */
export function placeKey({ file, path, line, column }: Place): string {
  return `${file}:${path ?? `${line}:${column}`}`;
}

/** What certainly mends a finding of data: a value written at a path, or a field given another name. */
export type DataFix =
  | { readonly path: string; readonly value: FixValue }
  | { readonly path: string; readonly name: string };

/** A value of JSON that is written in the place of another one. */
export type FixValue = string | number | boolean | null | readonly number[];

/** What is wrong, where, and what to do about it. The same shape for every stage and every reader of findings. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable kebab-case name of the condition, such as `unknown-field`. */
  readonly code: string;
  readonly at: Place | null;
  /** One sentence without a trailing hint. */
  readonly message: string;
  readonly hints: readonly string[];
  readonly related: readonly { readonly at: Place; readonly message: string }[];
  /** The clause of the standard that asks for it, such as `WCAG 2.2, 1.1.1`. */
  readonly clause?: string;
  /** What the first hint says, as an edit of the data: only where it is certain. */
  readonly fix?: DataFix;
}

type Details = Partial<Pick<Diagnostic, 'hints' | 'related' | 'clause' | 'fix'>>;

/** Gathers all that a stage finds wrong, so that a person mends a file in one go. */
export class Report {
  readonly #found: Diagnostic[] = [];
  readonly #said = new Set<string>();

  error(code: Code<'error'>, at: Place | null, message: string, details: Details = {}): void {
    this.add(failure(code, at, message, details));
  }

  warning(code: Code<'warning'>, at: Place | null, message: string, details: Details = {}): void {
    this.add(diagnostic('warning', code, at, message, details));
  }

  advice(code: Code<'advice'>, at: Place | null, message: string, details: Details = {}): void {
    this.add(diagnostic('advice', code, at, message, details));
  }

  /**
   * What another stage, or a rule, has found. The same words at the same place are one finding: a cell of a file that several
   * languages share is read once for each.
   */
  add(diagnostic: Diagnostic): void {
    const { at, code, message } = diagnostic;
    if (at !== null) {
      const key = JSON.stringify([code, message, at.file, at.sheet, at.line, at.column]);
      if (this.#said.has(key)) return;
      this.#said.add(key);
    }
    this.#found.push(diagnostic);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#found;
  }

  get failed(): boolean {
    return this.#found.some((d) => d.severity === 'error');
  }
}

function diagnostic(severity: Severity, code: Code, at: Place | null, message: string, details: Details): Diagnostic {
  const { hints = [], related = [], clause, fix } = details;
  return {
    severity,
    code,
    at,
    message,
    hints,
    related,
    ...(clause === undefined ? {} : { clause }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** An error, for those who have no report. */
export function failure(code: Code<'error'>, at: Place | null, message: string, details: Details = {}): Diagnostic {
  return diagnostic('error', code, at, message, details);
}

/** Findings where warnings count as errors. */
export function asErrors(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const severity = 'error';
  return found.map((each) => ({ ...each, severity }));
}

/** A finding about the call itself. */
export function misuse(code: Code<'error'>, message: string, hints: readonly string[]): Diagnostic {
  return failure(code, null, message, { hints });
}

/** Thrown by a stage that cannot go on; carries findings for people. Any other throw is a bug of ours. */
export class Refused extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.message).join('\n'));
    this.name = 'Refused';
    this.diagnostics = diagnostics;
  }
}

/** For `throw`: one error. A place has no meaning in a binary file, which nobody opens in an editor. */
export function refusal(code: Code<'error'>, at: Place | null, message: string, hint: string): Refused {
  return new Refused([failure(code, at, message, { hints: [hint] })]);
}

/** Both languages, and all documents of a call, meet the same fault of a template or theme; it is told once. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((d) => [JSON.stringify([d.code, d.at, d.message]), d])).values()];
}
