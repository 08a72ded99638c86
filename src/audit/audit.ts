/** The audit judges the tree that every writer gets. */
import { type Place, placeKey, type Report } from '../diagnostics.ts';
import type { Document } from '../model/document.ts';
import { judge } from '../rule.ts';
import type { Theme } from '../theme/theme.ts';
import type { DocumentFinding, Painting } from './rule.ts';
import { rules } from './rules.ts';
import { idsOf } from './sections.ts';

/** Judges a document by every rule, for a theme; what is found goes to the report. */
export function audit(document: Document, theme: Theme, report: Report, judged: Judged = {}): void {
  auditEditions([document], theme, report, judged);
}

interface Judged {
  readonly painting?: Painting;
  readonly embossed?: boolean;
  /** The documents from whose data others are made for other readers. */
  readonly standard?: readonly Document[];
}

/**
 * Judges all editions of a document. What two values disagree about, one that all editions share and one of each, is told once, at
 * the shared one, if it disagrees with those of all editions: then it is the one that is wrong.
 */
export function auditEditions(
  documents: readonly Document[],
  theme: Theme,
  report: Report,
  { painting = 'pages', embossed = false, standard = [] }: Judged = {},
): void {
  const standardIds = new Set(standard.flatMap((document) => [...idsOf(document)].map(({ value }) => value)));
  const found = documents.map((document) => [
    ...judge(rules, { document, theme, painting, embossed, standardIds }, (each) => [...each].map(keepShared)),
  ]);
  const counts = new Map<string, number>();
  const keyOf = (code: string, at: Place | null) => {
    const shared = at === null ? undefined : sharedAt.get(at);
    return shared === undefined ? null : { key: `${code} ${placeKey(shared)}`, shared };
  };
  for (const findings of found)
    for (const key of new Set(findings.map(({ code, at }) => keyOf(code, at)?.key)))
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  const reported = new Set<string>();
  for (const finding of found.flat()) {
    const { key, shared } = keyOf(finding.code, finding.at) ?? {};
    const isOfAll = documents.length > 1 && key !== undefined && counts.get(key) === documents.length;
    if (!isOfAll || shared === undefined) report.add(finding);
    else if (!reported.has(key)) {
      reported.add(key);
      report.add({ ...finding, at: shared });
    }
  }
}

/** Of findings on their way through `judge`, which knows one place: where the value stands that editions share. */
const sharedAt = new WeakMap<Place, Place>();

function keepShared(finding: DocumentFinding): DocumentFinding {
  if (finding.shared === undefined) return finding;
  const at = { ...finding.at };
  sharedAt.set(at, finding.shared);
  return { ...finding, at };
}
