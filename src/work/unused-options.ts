/** Options of the command line for a format that it does not make: whoever gives one expects to see what it does. */
import { type Diagnostic, Report } from '../diagnostics.ts';
import { type Format, formats as usual } from '../write/targets.ts';
import type { BuildFlags } from './settings.ts';

/** The options that are of some formats alone. */
const ofFormats: Readonly<Partial<Record<keyof BuildFlags, readonly [option: string, ...Format[]]>>> = {
  layout: ['--layout', 'print'],
  marks: ['--marks', 'print'],
  impose: ['--impose', 'print'],
  binding: ['--binding', 'print'],
  paper: ['--paper', 'print'],
  caliper: ['--caliper', 'print'],
  creep: ['--creep', 'print'],
  icc: ['--icc', 'print'],
  bilingual: ['--bilingual', 'epub'],
  wrap: ['--wrap', 'txt'],
  braillePage: ['--braille-page', 'brf', 'pef'],
  pdfStandard: ['--pdf-standard', 'pdf'],
};

/** For a list of documents, whose records may ask for formats of their own. Undefined where all that the command gives has its format. */
export function optionUse(flags: BuildFlags, formats?: readonly Format[]): OptionUse | undefined {
  return unusedOf(flags, formats).length === 0 ? undefined : new OptionUse(flags, formats);
}

/** Which formats the records of a list are made in, and so which options are of none. */
export class OptionUse {
  readonly #flags: BuildFlags;
  readonly #formats: readonly Format[] | undefined;
  readonly #made = new Set<Format>();

  constructor(flags: BuildFlags, formats: readonly Format[] | undefined) {
    this.#flags = flags;
    this.#formats = formats;
  }

  /** @param own what a record asks for, where it does */
  add(own: readonly Format[] | undefined): void {
    for (const format of own ?? this.#formats ?? usual) this.#made.add(format);
  }

  /** When all records are read. */
  unused(): readonly Diagnostic[] {
    return unusedOf(this.#flags, [...this.#made]);
  }
}

function unusedOf(flags: BuildFlags, made?: readonly Format[]): readonly Diagnostic[] {
  const report = new Report();
  checkOptions(flags, made, report);
  return report.diagnostics;
}

/** Reports each option that is of none of the formats that are made. What the config says is for all documents, and may wait. */
export function checkOptions(flags: BuildFlags, made: readonly Format[] = usual, report: Report): void {
  for (const [flag, [option, ...formats]] of Object.entries(ofFormats)) {
    const given: unknown = Reflect.get(flags, flag);
    if (given === undefined || given === false || formats.some((format) => made.includes(format))) continue;
    const message = `${option} is for ${formats.join(' and ')}, and what is made is ${made.join(', ')}.`;
    report.warning('option-unused', null, message, {
      hints: [`Write --format ${[...made, formats[0]].join(',')}, or leave ${option} away.`],
    });
  }
}
