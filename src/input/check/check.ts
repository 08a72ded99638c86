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
