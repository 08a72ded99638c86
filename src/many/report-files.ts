/** What the lists and pages of a batch are called, beside its documents or in a folder of their own. */
export const reportFile = 'batch.jsonl';
export const summaryFile = 'batch-summary.json';
export const pageFile = 'batch.html';
export const sumsFile = 'SHA256SUMS';
/** There while a batch runs. */
export const lockFile = 'batch.lock';

const whole = [reportFile, summaryFile, pageFile, sumsFile, lockFile];
const taken: ReadonlySet<string> = new Set([...whole, ...whole.map(beginning)].map((name) => name.toLowerCase()));

/** Where a list is written until it is whole. */
export function beginning(file: string): string {
  return `${file}.tmp`;
}

/** Whether a folder of this name would stand in the place of a report. */
export function isReportName(name: string): boolean {
  return taken.has(name.toLowerCase());
}
