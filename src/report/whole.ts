/** What the reports of a set of documents come to, criterion by criterion. */
import type { ReportData } from './data.ts';

/** In the terms of OpenACR and VPAT; `not-evaluated` while a person has not answered. */
export type Level = 'supports' | 'partially-supports' | 'not-applicable' | 'not-evaluated';

export interface CriterionLevel {
  readonly number: string;
  readonly name: string;
  readonly level: Level;
  /** Questions at their places that have no answer. */
  readonly open: number;
  /** What speaks against it, in any of the documents. */
  readonly faults: readonly string[];
  readonly kinds: readonly string[];
}

export function levelsOf(reports: readonly ReportData[]): readonly CriterionLevel[] {
  const [first] = reports;
  return (first?.wcag.criteria ?? []).map(({ number, name }) => {
    const own = reports.flatMap((report) => report.wcag.criteria.filter((each) => each.number === number));
    const verdicts = own.map(({ verdict }) => verdict);
    const faults = [...new Set(verdicts.flatMap((verdict) => verdict.faults))];
    const unasked = verdicts.some(({ state, questions }) => state === 'open' && questions.length === 0);
    const open = reports.reduce((sum, report) => sum + openIn(report, number), 0) + (unasked ? 1 : 0);
    const kinds = [...new Set(verdicts.map(({ kind }) => kind))];
    const level = faults.length > 0 ? 'partially-supports' : open > 0 ? 'not-evaluated' : levelOf(kinds);
    return { number, name, level, open, faults, kinds };
  });
}

function levelOf(kinds: readonly string[]): Level {
  return kinds.every((kind) => kind === 'not-applicable') ? 'not-applicable' : 'supports';
}

function openIn({ wcag, questions }: ReportData, number: string): number {
  const asked = wcag.criteria.find((each) => each.number === number)?.verdict.questions ?? [];
  return questions.filter(({ node, answer }) => answer === null && asked.includes(node)).length;
}

/** The questions at their places that no person has answered, in all of the documents: each once. */
export function openQuestions(reports: readonly ReportData[]): number {
  const open = reports.flatMap(({ source, questions }) =>
    questions.flatMap(({ node, answer }) => (answer === null ? [`${source} ${node}`] : [])),
  );
  return new Set(open).size;
}
