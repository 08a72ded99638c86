/** What documents share is made once; what was found in making it is told to everyone who asks. */
import { type Diagnostic, Refused, Report } from './diagnostics.ts';

export class Shelf<T> {
  readonly #kept = new Map<
    string,
    Promise<{ readonly value: T | null; readonly diagnostics: readonly Diagnostic[] }>
  >();

  /** The thing of this key; `make` runs if nobody asked for it before. Null with the findings if it cannot be made. */
  async get(key: string, report: Report, make: (report: Report) => Promise<T | null>): Promise<T | null> {
    const kept = this.#kept.get(key) ?? this.#make(make);
    this.#kept.set(key, kept);
    const { value, diagnostics } = await kept;
    for (const diagnostic of diagnostics) report.add(diagnostic);
    return value;
  }

  async #make(make: (report: Report) => Promise<T | null>) {
    const report = new Report();
    const value = await attempt(report, () => make(report));
    return { value, diagnostics: report.diagnostics };
  }

  clear(): void {
    this.#kept.clear();
  }
}

/** Runs a stage; its refusal becomes findings and null. */
export async function attempt<T>(report: Report, stage: () => Promise<T | null> | T | null): Promise<T | null> {
  try {
    return await stage();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const diagnostic of error.diagnostics) report.add(diagnostic);
    return null;
  }
}
