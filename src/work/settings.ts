/** What a command works by: options of the command line, then the project's config, then what we would choose. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NamedAt } from '../catalog.ts';
import type { AccessibilityConfig } from '../config/accessibility.ts';
import type { Allowance } from '../config/allowance.ts';
import { type Config, loadConfig } from '../config.ts';
import type { Report } from '../diagnostics.ts';
import { checkEditions } from '../edition-kinds.ts';
import type { Logos } from '../input/bring/logos.ts';
import { attempt } from '../shelf.ts';
import type { PageSize } from '../theme/page-size.ts';
import { usualTimeout } from '../threads.ts';
import { openWorld } from '../world.ts';
import type {
  Binding,
  BookOptions,
  BrailleOptions,
  EditionKind,
  Format,
  Imposition,
  PaperSurface,
  PdfStandard,
  PrintLayout,
  PrintMarks,
  PrintOptions,
  TextOptions,
} from '../write/targets.ts';

/** How findings are shown: for people, as JSON, as SARIF 2.1.0. */
export type FindingsForm = 'human' | 'json' | 'sarif';

/** Options as they were given; those that were not are missing. */
export interface Flags {
  readonly template?: string;
  readonly theme?: string;
  readonly diagnostics?: FindingsForm;
  readonly strict?: boolean;
  /** So many warnings pass; one more counts as an error. */
  readonly maxWarnings?: number;
  /** Whether advice is given too. */
  readonly advice?: boolean;
}
export interface CheckFlags extends Flags {
  /** Whether the formats are made as well, for what is found in making them. */
  readonly pages?: boolean;
}
export interface BuildFlags extends Flags {
  readonly format?: readonly Format[];
  readonly edition?: readonly EditionKind[];
  readonly lang?: readonly string[];
  readonly out?: string;
  readonly draft?: boolean;
  readonly small?: boolean;
  readonly pdfStandard?: PdfStandard;
  readonly embedSource?: boolean;
  readonly layout?: PrintLayout;
  readonly marks?: PrintMarks;
  readonly impose?: Imposition;
  readonly binding?: Binding;
  readonly paper?: PaperSurface;
  readonly caliper?: number;
  readonly creep?: number;
  readonly icc?: string;
  readonly bilingual?: boolean;
  readonly wrap?: number;
  readonly braillePage?: BrailleOptions;
  readonly jobs?: number;
  readonly timeout?: number;
  readonly prove?: boolean;
  readonly report?: boolean;
}

/** What is undefined is for the document to say. */
export interface Settings {
  readonly formats: readonly Format[] | undefined;
  readonly editions: readonly EditionKind[] | undefined;
  readonly languages: readonly string[] | undefined;
  /** Whether this call alone asks for them: whoever does so knows that other editions are not made. */
  readonly isLanguageChosen: boolean;
  readonly template: string | undefined;
  readonly theme: string | undefined;
  /** Where the config names them, if it is the config that does. */
  readonly namedAt: NamedAt;
  readonly paper: PageSize | undefined;
  readonly pageNumbers: boolean;
  readonly logos: Logos;
  readonly draft: boolean;
  readonly small: boolean;
  readonly pdfStandard: PdfStandard;
  readonly embedSource: boolean;
  /** Whether each file is read back and compared with its document. */
  readonly prove: boolean;
  /** Whether an accessibility report is written beside each document’s files. */
  readonly report: boolean;
  /** For the statement that goes with reports. */
  readonly accessibility: AccessibilityConfig | null;
  readonly print: PrintOptions;
  readonly book: BookOptions;
  readonly bilingual: boolean;
  readonly text: TextOptions;
  readonly braille: BrailleOptions;
  /** Seconds that each document of many may take. */
  readonly timeout: number;
  /** Relative to the working folder. */
  readonly out: string;
  /** Whether a file stands in that folder. */
  readonly beside: (name: string) => boolean;
  readonly diagnostics: FindingsForm;
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** More warnings than so many count as errors; undefined for no bound. */
  readonly maxWarnings: number | undefined;
  readonly allow: readonly Allowance[];
  /** For `check`: advice too, with the words of the project that no word list has. */
  readonly advice: { readonly words: readonly string[] } | undefined;
  /** Whether all that the config asks for is made: options take nothing away. */
  readonly asConfigured: boolean;
}

/** The settings of a command run in a folder; without the config's, and with its errors in the report, if it has any. */
export async function settle(flags: BuildFlags, cwd: string, report: Report): Promise<Settings> {
  const config = await attempt(report, async () => loadConfig(await openWorld(cwd), report));
  const settings = combine(flags, config);
  checkEditions(settings, report);
  return { ...settings, beside: besideIn(cwd, settings.out) };
}

/** Whether a file of a name stands in a folder of outputs. */
export function besideIn(cwd: string, out: string): (name: string) => boolean {
  return (name) => existsSync(path.resolve(cwd, out, name));
}

function combine(flags: BuildFlags, config: Config | null): Omit<Settings, 'beside'> {
  return {
    formats: flags.format ?? config?.formats ?? undefined,
    editions: flags.edition ?? config?.editions ?? undefined,
    languages: flags.lang ?? config?.languages ?? undefined,
    isLanguageChosen: flags.lang !== undefined,
    template: flags.template ?? config?.template ?? undefined,
    theme: flags.theme ?? config?.theme ?? undefined,
    namedAt: {
      ...(flags.theme === undefined && { theme: config?.namedAt?.theme }),
      ...(flags.template === undefined && { template: config?.namedAt?.template }),
    },
    paper: config?.paper ?? undefined,
    logos: config?.logos ?? {},
    pageNumbers: config?.pageNumbers ?? true,
    small: flags.small ?? config?.small ?? false,
    draft: flags.draft ?? config?.draft ?? false,
    pdfStandard: flags.pdfStandard ?? config?.pdfStandard ?? 'ua-1',
    embedSource: flags.embedSource ?? config?.embedSource ?? false,
    prove: flags.prove ?? false,
    report: flags.report ?? config?.report ?? false,
    accessibility: config?.accessibility ?? null,
    print: {
      layout: flags.layout ?? config?.print?.layout ?? undefined,
      marks: flags.marks ?? config?.print?.marks ?? undefined,
      impose: flags.impose ?? config?.print?.impose ?? undefined,
      binding: flags.binding ?? config?.print?.binding ?? undefined,
      paper: flags.paper ?? config?.print?.paper ?? undefined,
      caliper: flags.caliper ?? config?.print?.caliper ?? undefined,
      creep: flags.creep ?? config?.print?.creep ?? undefined,
      icc: flags.icc ?? config?.print?.icc ?? undefined,
      iccAt: flags.icc === undefined ? config?.iccAt : undefined,
    },
    book: {
      certifier: config?.epub?.certifier ?? undefined,
      credential: config?.epub?.credential ?? undefined,
      report: config?.epub?.report ?? undefined,
    },
    bilingual: flags.bilingual ?? config?.epub?.bilingual ?? false,
    braille: {
      cells: flags.braillePage?.cells ?? config?.braille?.cells ?? undefined,
      lines: flags.braillePage?.lines ?? config?.braille?.lines ?? undefined,
    },
    text: { wrap: flags.wrap ?? config?.text?.wrap ?? undefined },
    timeout: flags.timeout ?? config?.timeout ?? usualTimeout,
    out: flags.out ?? config?.out ?? 'output',
    diagnostics: flags.diagnostics ?? config?.diagnostics ?? 'human',
    strict: flags.strict ?? config?.strict ?? false,
    maxWarnings: flags.maxWarnings,
    allow: config?.allow ?? [],
    advice: flags.advice === true ? { words: config?.words ?? [] } : undefined,
    asConfigured: [flags.lang, flags.template, flags.theme].every((flag) => flag === undefined),
  };
}
