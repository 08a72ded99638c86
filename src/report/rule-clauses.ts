/** Which clauses of the standards a rule looks for, read from what the verdicts on them rest on. */
import type { Grounds } from './basis.ts';
import { matterhorn } from './matterhorn.ts';
import type { Standards } from './standards.ts';
import { wcag } from './wcag.ts';

export interface RuleClauses {
  readonly wcag: readonly { readonly number: string; readonly name: string; readonly level: string }[];
  /** Of each version of EN 301 549, the oldest first. */
  readonly european: readonly { readonly version: string; readonly clauses: readonly string[] }[];
  readonly matterhorn: readonly { readonly index: string; readonly condition: string }[];
}

/** Those of one rule; empty lists for one that no standard asks for. */
export function clausesFor(code: string, standards: Standards): RuleClauses {
  const numbers = keysWith(code, wcag);
  const indices = keysWith(code, matterhorn);
  const criteria = standards.wcag.criteria.filter(({ number }) => numbers.has(number));
  const european = standards.european.map(({ version, clauses }) => ({
    version,
    clauses: clauses.filter((each) => each.wcag !== undefined && numbers.has(each.wcag)).map(({ clause }) => clause),
  }));
  return {
    wcag: criteria.map(({ number, name, level }) => ({ number, name: name.en, level })),
    european: european.filter(({ clauses }) => clauses.length > 0),
    matterhorn: standards.matterhorn.conditions
      .filter(({ index }) => indices.has(index))
      .map(({ index, condition }) => ({ index, condition: condition.en })),
  };
}

function keysWith(code: string, all: Readonly<Record<string, Grounds>>): ReadonlySet<string> {
  return new Set(Object.entries(all).flatMap(([key, { rules = [] }]) => (rules.includes(code) ? [key] : [])));
}
