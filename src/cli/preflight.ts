/** `etrati preflight`: whether a finished PDF can go on the press, and what the print shop should know of it. */
import path from 'node:path';
import { readPressProfile } from '../config/press-profile.ts';
import { loadConfig } from '../config.ts';
import { type Diagnostic, misuse, Refused, Report } from '../diagnostics.ts';
import { languageOf } from '../language/languages.ts';
import { mostInk } from '../picture/press.ts';
import { type Inspection, inspect, type PreflightFacts, type SheetSize } from '../preflight/preflight.ts';
import { type PressProfile, profiles, usualProfile } from '../preflight/profile.ts';
import { visible } from '../render-diagnostics.ts';
import { writeWhole } from '../staging.ts';
import { nameHints } from '../suggestion.ts';
import type { FindingsForm } from '../work/settings.ts';
import { openWorld } from '../world.ts';
import { countFindings, countsWarnings, type ExitCode, exitCodeOf, showFindings, writeSarif } from './findings.ts';
import { readFinished } from './outline.ts';
import type { Terminal } from './terminal.ts';

export interface PreflightFlags {
  readonly strict?: boolean;
  readonly profile?: string;
  /** Where the report for people is written. */
  readonly report?: string;
  readonly maxWarnings?: number;
  readonly diagnostics?: FindingsForm;
}

interface Judged {
  readonly diagnostics: readonly Diagnostic[];
  /** Null for a file that cannot be looked into. */
  readonly facts: PreflightFacts | null;
}

/**
 * What the file is held to: a profile by its name or in a file, else that of the project's config, else the usual one. Throws
 * `Refused` for one that there is not, or that has errors.
 */
async function profileFor(asked: string | undefined, { cwd }: Terminal): Promise<PressProfile> {
  const known = asked === undefined ? undefined : profiles[asked];
  if (known !== undefined) return known;
  const report = new Report();
  if (asked === undefined) {
    const config = await loadConfig(await openWorld(cwd), report);
    if (config === null) throw new Refused(report.diagnostics);
    return config.preflight ?? usualProfile;
  }
  if (!asked.endsWith('.json')) {
    const hints = [
      ...nameHints(asked, Object.keys(profiles), 'profiles'),
      'For limits of your own name a file that ends in .json.',
    ];
    throw new Refused([misuse('unknown-profile', `There is no profile "${asked}".`, hints)]);
  }
  const profile = readPressProfile(await readFinished(asked, cwd, 'Check the spelling.'), asked, report);
  if (profile === null) throw new Refused(report.diagnostics);
  return profile;
}

/** Tells facts on stdout and findings on stderr, or both as one JSON object on stdout. */
export async function preflight(file: string, flags: PreflightFlags, terminal: Terminal): Promise<ExitCode> {
  const { diagnostics, facts } = await judged(file, flags, terminal);
  const strict = countsWarnings(diagnostics, flags);
  if (flags.diagnostics === 'json') {
    terminal.stdout.write(`${JSON.stringify({ diagnostics, facts }, null, 2)}\n`);
  } else if (flags.diagnostics === 'sarif') {
    await writeSarif({ diagnostics, allowed: [], about: path.isAbsolute(file) ? null : file }, terminal);
  } else {
    if (facts !== null) terminal.stdout.write(printed(path.basename(file), facts));
    await showFindings(diagnostics, terminal);
    terminal.stderr.write(`${countFindings(diagnostics, strict)}\n`);
  }
  return exitCodeOf(diagnostics, strict);
}

async function judged(file: string, flags: PreflightFlags, terminal: Terminal): Promise<Judged> {
  try {
    const profile = await profileFor(flags.profile, terminal);
    const inspection = await inspect(await readFinished(file, terminal.cwd), profile);
    if (flags.report !== undefined) await writeReport(flags.report, path.basename(file), inspection, profile, terminal);
    return inspection;
  } catch (error) {
    if (error instanceof Refused) return { diagnostics: error.diagnostics, facts: null };
    throw error;
  }
}

/** In the file's own language where we have its words, else in English. */
async function writeReport(
  to: string,
  name: string,
  inspection: Inspection,
  { ink }: PressProfile,
  { cwd }: Terminal,
): Promise<void> {
  if (!/\.html?$/i.test(to)) {
    const hints = ['Write a name that ends in .html, such as --report report.html.'];
    throw new Refused([
      misuse('cannot-write', `The report is a page (HTML), and "${to}" is not the name of one.`, hints),
    ]);
  }
  const { reportOn } = await import('../ticket/report/report.ts');
  const language = languageOf(inspection.file.lang ?? 'en');
  const html = await reportOn({ name, inspection, limit: ink ?? mostInk, language });
  await writeWhole(path.resolve(cwd, to), Buffer.from(html, 'utf8'));
}

/** A line for each thing that a print shop asks. All names are a stranger's. */
function printed(name: string, facts: PreflightFacts): string {
  const { version, standard, conformance, intent, inks, lights, inkMaximum, inksUnread } = facts;
  const ofLight = lights.length === 0 ? [] : [`what the press makes of ${lights.join(', ')}`];
  const plates = [...inks, ...ofLight].join(', ');
  const most = Math.max(inkMaximum.vector, inkMaximum.pictures ?? 0);
  const lines = [
    ['file', `${name}, PDF ${version}${claimOf(standard, conformance)}`],
    ['pages', pagesOf(facts)],
    [
      'press',
      intent === null ? 'not stated' : `${intent.identifier ?? 'unnamed'}, profile ${intent.profile ?? 'unnamed'}`,
    ],
    ['inks', plates.length === 0 ? 'none' : `${plates}; at most ${most} % in one place${unreadIn(inksUnread)}`],
    ['fonts', fontsOf(facts)],
    ['pictures', picturesOf(facts)],
  ] as const;
  return lines.map(([label, value]) => `${label.padEnd(8)}  ${visible(value)}\n`).join('');
}

/** No more than was looked at: not all clauses of PDF/X-4 are, and of its other versions those that they share. */
function claimOf(standard: string | null, conformance: PreflightFacts['conformance']): string {
  if (standard === null || conformance === null) return standard === null ? '' : `, claims ${standard}`;
  const { checked, broken } = conformance;
  const count = broken.length === 0 ? 'all kept' : `${broken.length} broken`;
  return `, claims ${standard}; ${checked} clauses checked, not all there are: ${count}`;
}

const unreadIn = (parts: readonly string[]): string =>
  parts.length === 0 ? '' : `, without what was not read: ${parts.join('; ')}`;

function pagesOf({ pages, pageCount }: PreflightFacts): string {
  const count = `${pageCount} ${pageCount === 1 ? 'page' : 'pages'}`;
  const [first] = pages;
  if (first === undefined) return count;
  const size = ({ width, height }: SheetSize) => `${width} × ${height} mm`;
  const { trim, bleed, media } = first;
  if (trim === null) return `${count} on ${size(media)}`;
  const same = pages.every((page) => page.trim?.width === trim.width && page.trim.height === trim.height);
  return `${count}${same ? '' : ' of several sizes, the first'} of ${size(trim)}, with bleed ${size(bleed ?? media)}`;
}

function fontsOf({ fonts }: PreflightFacts): string {
  const missing = fonts.filter(({ embedded }) => !embedded).map(({ name }) => name);
  if (fonts.length === 0) return 'none';
  return missing.length === 0
    ? `${fonts.length}, all in the file`
    : `${fonts.length}; not in the file: ${missing.join(', ')}`;
}

function picturesOf({ pictures }: PreflightFacts): string {
  if (pictures.length === 0) return 'none';
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { ppi } of pictures) [least, most] = [Math.min(least, ppi), Math.max(most, ppi)];
  return `${pictures.length}, at ${least === most ? least : `${least} to ${most}`} ppi`;
}
