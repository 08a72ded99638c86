/** Judges a finished PDF, ours or anybody's, as a print shop would before it goes on the press. */
import type { Diagnostic } from '../diagnostics.ts';
import { type PrintFile, readFile, type Sheet } from '../finished/pdf/paint/file.ts';
import { mm } from '../finished/pdf/paint/geometry.ts';
import type { Point } from '../matrix.ts';
import { judge } from '../rule.ts';
import { factsOf, type PreflightFacts } from './facts.ts';
import { clauses } from './pdfx.ts';
import { type PreflightSubject, pressOf } from './press.ts';
import { type PressProfile, usualProfile } from './profile.ts';
import type { PressFinding, SheetPosition } from './rule.ts';
import { rules } from './rules.ts';

export type { PreflightFacts, SheetSize } from './facts.ts';

export interface Preflight {
  readonly diagnostics: readonly Diagnostic[];
  readonly facts: PreflightFacts;
}

/**
 * Throws `Refused` for a file that cannot be looked into: `not-a-pdf`, `pdf-damaged`, `pdf-too-deep`, `encrypted`, `preflight-too-large`.
 * Findings have no place in a source file; their messages tell the page, and the place in millimetres from the upper left
 * corner of the trim.
 */
export async function preflight(bytes: Uint8Array, profile: PressProfile = usualProfile): Promise<Preflight> {
  const { diagnostics, facts } = await inspect(bytes, profile);
  return { diagnostics, facts };
}

export interface Inspection extends Preflight {
  readonly file: PrintFile;
  /** For each finding where it was found; nowhere for the file as a whole. */
  readonly places: readonly (readonly SheetPosition[])[];
  readonly plates: PreflightSubject['plates'];
}

/** With all that was painted, for those who draw the pages. */
export async function inspect(bytes: Uint8Array, profile: PressProfile = usualProfile): Promise<Inspection> {
  const file = await readFile(bytes);
  const press = await pressOf(file, profile);
  const places: SheetPosition[][] = [];
  const diagnostics = [...judge(rules, press, (found) => settled(found, places))];
  return {
    file,
    places,
    plates: press.plates,
    diagnostics,
    facts: factsOf(press, press.asks.pdfX ? conformanceOf(diagnostics) : null),
  };
}

function conformanceOf(diagnostics: readonly Pick<Diagnostic, 'code'>[]): PreflightFacts['conformance'] {
  const broken = new Set(diagnostics.map(({ code }) => code).filter((code) => clauses.includes(code)));
  return { checked: clauses.length, broken: [...broken].sort() };
}

function* settled(findings: Iterable<PressFinding>, places: SheetPosition[][]) {
  for (const { finding, more, all } of merged(findings)) {
    places.push(all);
    yield { ...finding, at: null, message: `${finding.message}${placeOf(finding, more)}.` };
  }
}

interface Merged {
  readonly finding: PressFinding;
  /** How many more of the kind are on the page; for a page as a whole, on how many more pages. */
  more: number;
  /** Where they are, as many as a page can show. */
  readonly all: SheetPosition[];
}

const mostPlaces = 60;

/**
 * One finding for each page: a fault of a style is on it a hundred times. What is wrong with pages as a whole is told once
 * for all of which the same is to be said.
 */
function merged(findings: Iterable<PressFinding>): readonly Merged[] {
  const found = new Map<Sheet | string, Merged>();
  for (const finding of findings) {
    const key = finding.at?.point == null ? finding.message : finding.at.sheet;
    const known = found.get(key);
    const all = finding.at === null ? [] : [finding.at];
    if (known === undefined) found.set(key, { finding, more: 0, all });
    else {
      known.more += 1;
      if (known.all.length < mostPlaces) known.all.push(...all);
    }
  }
  return [...found.values()];
}

function placeOf({ at }: PressFinding, more: number): string {
  if (at === null) return '';
  const { sheet, point } = at;
  const page = `page ${sheet.page}`;
  if (point === null) return more === 0 ? ` (${page})` : ` (${page} and ${more} more ${more === 1 ? 'page' : 'pages'})`;
  return ` (${page}${pointOf(sheet, point)}${more === 0 ? '' : `; ${more} more like it on the page`})`;
}

/** From the upper left corner of what is left after the cut. */
function pointOf({ trim, media }: Sheet, [x, y]: Point): string {
  const { left, top } = trim ?? media;
  return `, ${Math.round((x - left) / mm)} mm from the left and ${Math.round((top - y) / mm)} mm from the top`;
}
