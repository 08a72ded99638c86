/** Warnings that the project's config allows, and those of its allowances that no warning needs. */
import type { Severity } from '../codes.ts';
import type { Allowance } from '../config/allowance.ts';
import { type Diagnostic, Report } from '../diagnostics.ts';
import { starterWords } from '../input/rules/starter-words.ts';
import type { Format } from '../write/targets.ts';
import { printWarnings } from '../write/targets.ts';
import type { Settings } from './settings.ts';

/** A warning that the project's config allows. */
export interface Allowed extends Diagnostic {
  readonly reason: string;
}

export interface Sifted {
  readonly found: readonly Diagnostic[];
  readonly allowed: readonly Allowed[];
}

type SiftSettings = Pick<Settings, 'allow' | 'formats' | 'asConfigured' | 'isLanguageChosen'>;

/** Parts the warnings that are allowed from all else, file by file, and remembers which allowances were of use. */
export class Sieve {
  readonly #settings: SiftSettings;
  readonly #used = new Set<Allowance>();
  readonly #failed = new Set<string>();
  readonly #files = new Set<string>();

  constructor(settings: SiftSettings) {
    this.#settings = settings;
  }

  /** What was found of a data file. */
  sift(file: string, diagnostics: readonly Diagnostic[]): Sifted {
    this.#files.add(file);
    const found: Diagnostic[] = [];
    const allowed: Allowed[] = [];
    for (const diagnostic of diagnostics) {
      if (diagnostic.code === 'edition-missing' && this.#settings.isLanguageChosen) continue;
      const by = diagnostic.severity === 'warning' ? this.#allowing(file, diagnostic) : [];
      for (const each of by) this.#used.add(each);
      const [first] = by;
      if (first === undefined) found.push(gravely(diagnostic, this.#settings.formats ?? []));
      else allowed.push({ ...diagnostic, reason: first.reason });
    }
    if (found.some(({ severity }) => severity === 'error')) this.#failed.add(file);
    return { found, allowed };
  }

  #allowing(file: string, diagnostic: Diagnostic): readonly Allowance[] {
    return this.#settings.allow.filter((each) => allows(each, file, diagnostic));
  }

  /**
   * A warning for each allowance that was of no use, where all that it speaks of was looked at: every document, or the one that
   * it names, without an error that keeps rules from looking. `whole` says whether all documents of the project were.
   */
  unused(whole: boolean): Sifted {
    const { allow, asConfigured, formats = [] } = this.#settings;
    const report = new Report();
    for (const each of asConfigured ? allow : []) {
      const { code, file, at } = each;
      const seen = file === null ? whole && this.#failed.size === 0 : this.#files.has(file) && !this.#failed.has(file);
      const missing = file !== null && whole && !this.#files.has(file);
      const asked = code !== 'edition-missing' && (!forPrint.includes(code) || formats.includes('print'));
      if (this.#used.has(each) || code === 'allowance-unused' || !(missing || (seen && asked))) continue;
      const where = file === null ? 'any document' : `"${file}"`;
      report.warning(
        'allowance-unused',
        at,
        missing ? noFile(file) : `There is no warning "${code}" in ${where}${within(each)}.`,
        {
          hints: [missing ? 'Correct "file", or remove the entry from "allow".' : 'Remove the entry from "allow".'],
        },
      );
    }
    return this.sift(configPlace, report.diagnostics);
  }
}

/** Allowances of `allowance-unused` name no data file. */
const configPlace = 'etrati.config.json';
const forPrint: readonly string[] = printWarnings;

function noFile(file: string): string {
  return `"allow" names "${file}", which is not a data file of this project.`;
}

function within({ path }: Allowance): string {
  return path === null ? '' : ` at ${path}`;
}

function allows(allowance: Allowance, source: string, { code, at }: Diagnostic): boolean {
  const { file, path } = allowance;
  return (
    allowance.code === code &&
    (file === null || file === source || file === at?.file) &&
    (path === null || (at?.path !== undefined && covers(path, at.path)))
  );
}

/** Whether a path is the named one or leads on from it. */
function covers(named: string, path: string): boolean {
  const steps = (text: string) => text.match(/\[(?:\d+|\*|"[^"]*")\]|[^.[]+/g) ?? [];
  const [asked, given] = [steps(named), steps(path)];
  return asked.every(
    (step, index) => step === given[index] || (step === '[*]' && /^\[\d+\]$/.test(given[index] ?? '')),
  );
}

/** What may stay on a screen for a while and not on paper, which cannot be mended. */
function gravely(diagnostic: Diagnostic, formats: readonly Format[]): Diagnostic {
  const isGrave = diagnostic.code === starterWords.code && formats.includes('print');
  const severity: Severity = 'error';
  return isGrave ? { ...diagnostic, severity } : diagnostic;
}
