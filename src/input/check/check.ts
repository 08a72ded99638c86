/** Judges data that has passed its schema. */
import type { Report } from '../../diagnostics.ts';
import type { Json } from '../../json/json.ts';
import { type Path, pathText } from '../../json/path.ts';
import { type Finding, judge } from '../../rule.ts';
import { rules } from '../rules.ts';
import type { DataSheet } from './sheet.ts';

/** Reports what each rule finds, at the place of the value that it is about. */
export function runRules(sheet: DataSheet, json: Json, report: Report): void {
  const placed = function* (findings: Iterable<Finding<Path>>) {
    for (const finding of findings) yield { ...finding, at: json.placeOf(pathText(finding.at)) };
  };
  for (const found of judge(rules, sheet, placed)) report.add(found);
}

/** Rules whose errors leave nothing that a template could be filled in from; after the others the document is judged as well. */
const needed: ReadonlySet<string> = new Set([
  ...['cell-content', 'chart-data', 'chart-points', 'missing-currency', 'number-as-text'],
  ...['period-count', 'status-without-words', 'visibility-missing'],
]);

/** Whether a document can be filled in from data that a rule has found an error in. */
export function canBeFilledIn(code: string): boolean {
  return !needed.has(code) && rules.some((rule) => rule.code === code);
}
