/** One document shared out by its formats: each part is built by itself, and what comes of them is put together again. */

import { distinct } from '../diagnostics.ts';
import type { BuildResult } from '../engine.ts';
import { type Format, formatFacts } from '../write/targets.ts';

/** Cuts a list of formats into as many parts as are asked for, or fewer, so that the longest is short. Their order stays. */
export function partsOf(formats: readonly Format[], most: number): readonly (readonly Format[])[] {
  const cuts = (rest: readonly Format[], parts: number): readonly (readonly Format[])[][] =>
    parts === 1 || rest.length === 1
      ? [[rest]]
      : rest.slice(1).flatMap((_, index) => {
          const head = rest.slice(0, index + 1);
          return cuts(rest.slice(index + 1), parts - 1).map((tail) => [head, ...tail]);
        });
  const longest = (parts: readonly (readonly Format[])[]): number => Math.max(...parts.map(weightOf));
  if (formats.length === 0) return [];
  // They name the pages of the PDF that is made with them.
  if (formats.includes('pdf') && formats.some((format) => formatFacts[format].namesPages)) return [formats];
  return cuts(formats, Math.max(1, most)).reduce((best, each) => (longest(each) < longest(best) ? each : best));
}

export function weightOf(part: readonly Format[]): number {
  return part.reduce((sum, format) => sum + formatFacts[format].weight, 0);
}

/** What one build of all formats gives, from builds of parts of them, in the order of the parts. */
export function joined(results: readonly BuildResult[]): BuildResult {
  const diagnostics = distinct(results.flatMap((result) => result.diagnostics));
  const outputs = results.flatMap((result) => result.outputs);
  const languages = [...new Set(outputs.map(({ lang }) => lang))];
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  return {
    outputs: failed ? [] : languages.flatMap((lang) => outputs.filter((output) => output.lang === lang)),
    diagnostics,
    proofs: results.flatMap(({ proofs }) => proofs),
    sources: [...new Set(results.flatMap(({ sources }) => sources))].sort(),
  };
}
