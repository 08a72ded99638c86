/**
 * One build shared out among several engines. The files of a document are made step by step, and each engine makes some of them; what
 * comes of the steps is put together in their order, whoever made them: so it is the same for every number of engines.
 */
import { type Diagnostic, distinct, placeKey, Report } from './diagnostics.ts';
import type { BuildOptions, BuildResult, Engine, Output } from './engine.ts';
import type { Proof } from './prove.ts';
import { type Format, formatFacts } from './write/targets.ts';

/** Which of so many parts; the first checks the whole document. */
export interface BuildShare {
  /** From 0. */
  readonly part: number;
  readonly of: number;
}
export const wholeShare: BuildShare = { part: 0, of: 1 };

/** A format and an edition in a language, or what is made of all languages. */
export interface BuiltStep {
  /** Its place among the steps of the whole. */
  readonly order: number;
  readonly outputs: readonly Output[];
  readonly proofs: readonly Proof[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuiltPart {
  /** Whether anything could be written. */
  readonly isSound: boolean;
  /** The languages that are made, in the order of the document. */
  readonly langs: readonly string[];
  /** What was found before anything was written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly steps: readonly BuiltStep[];
  readonly sources: readonly string[];
}

export interface SharingEngine extends Engine {
  /** Makes its share of what `build` makes with the same options; `joined` puts all of them together. */
  part(file: string, options: BuildOptions, share: BuildShare): Promise<BuiltPart>;
}

/** What one build gives, from all parts of it. */
export function joined(parts: readonly BuiltPart[]): BuildResult {
  const [first] = parts;
  if (first === undefined) throw new Error('a build of no parts');
  const report = new Report();
  const steps = first.isSound ? parts.flatMap((part) => part.steps).sort((a, b) => a.order - b.order) : [];
  // What the others found before they wrote, the first has found too.
  for (const found of onceForAll([first, ...steps].flatMap(({ diagnostics }) => diagnostics))) report.add(found);
  const outputs = report.failed ? [] : steps.flatMap((step) => step.outputs);
  return {
    outputs: first.langs.flatMap((lang) => outputs.filter((output) => output.lang === lang)),
    diagnostics: distinct(report.diagnostics),
    proofs: steps.flatMap(({ proofs }) => proofs),
    sources: [...new Set(parts.flatMap(({ sources }) => sources))].sort(),
  };
}

/** Each format measures a table in its own way, some millimetres apart from the others: one that is too wide is told by the first. */
function onceForAll(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const places = new Set<string>();
  return found.filter(({ code, at }) => {
    if (code !== 'table-too-wide' || at === null) return true;
    const key = placeKey(at);
    const isFirst = !places.has(key);
    places.add(key);
    return isFirst;
  });
}

/** What is made of a document. */
export interface ShareableBuild {
  readonly formats: readonly Format[];
  readonly langs: readonly string[];
  readonly bilingual: boolean;
}

/** What it takes to check a language for all, beside the weights of formats. */
const checking = 1;

/** Whether a format in a language is made in this share. What needs another file of the same build is made where that is. */
export function ownOf(whole: ShareableBuild, { part, of }: BuildShare): (format: Format, lang: string) => boolean {
  const loads = Array.from({ length: of }, (_, index) => (index === 0 ? checking * whole.langs.length : 0));
  const parts = new Map<string, number>();
  for (const [key, weight] of [...bundlesOf(whole)].sort(([, one], [, other]) => other - one)) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + weight;
    parts.set(key, least);
  }
  return (format, lang) => parts.get(bundleOf(format, lang, whole)) === part;
}

/** How many engines a document can be shared out among. */
export function mostParts(whole: ShareableBuild): number {
  return bundlesOf(whole).size;
}

/** The weight of all that must be made by one engine. */
function bundlesOf(whole: ShareableBuild): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const format of whole.formats)
    for (const lang of whole.langs) {
      const key = bundleOf(format, lang, whole);
      weights.set(key, (weights.get(key) ?? 0) + formatFacts[format].weight);
    }
  return weights;
}

/** Books and braille name the pages of the PDF that is made with them; a book of all languages those of all. */
function bundleOf(format: Format, lang: string, { formats, bilingual }: ShareableBuild): string {
  const ofAll = bilingual && formats.includes('epub');
  const ofPages = formats.includes('pdf') && (format === 'pdf' || formatFacts[format].namesPages);
  if (ofAll && (format === 'epub' || ofPages)) return 'all';
  return `${ofPages ? 'pages' : format} ${lang}`;
}
