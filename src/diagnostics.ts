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
}

export type Severity = 'error' | 'warning';

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
}

type Details = Partial<Pick<Diagnostic, 'hints' | 'related' | 'clause'>>;

/** Gathers all that a stage finds wrong, so that a person mends a file in one go. */
export class Report {
  readonly #found: Diagnostic[] = [];

  error(code: string, at: Place | null, message: string, details: Details = {}): void {
    this.add({ severity: 'error', code, at, message, hints: [], related: [], ...details });
  }

  warning(code: string, at: Place | null, message: string, details: Details = {}): void {
    this.add({ severity: 'warning', code, at, message, hints: [], related: [], ...details });
  }

  add(diagnostic: Diagnostic): void {
    this.#found.push(diagnostic);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#found;
  }

  get failed(): boolean {
    return this.#found.some((d) => d.severity === 'error');
  }
}

/** A finding about the call itself. */
export function misuse(code: string, message: string, hints: readonly string[]): Diagnostic {
  return { severity: 'error', code, at: null, message, hints, related: [] };
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
