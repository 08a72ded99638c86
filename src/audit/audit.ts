/** The audit judges the tree that every writer gets. */
import type { Report } from '../diagnostics.ts';
import type { Document } from '../model/document.ts';
import { judge } from '../rule.ts';
import type { Theme } from '../theme/theme.ts';
import { rules } from './rules.ts';

/** Judges a document by every rule, for a theme; what is found goes to the report. */
export function audit(document: Document, theme: Theme, report: Report): void {
  for (const found of judge(rules, { document, theme }, (findings) => findings)) report.add(found);
}
