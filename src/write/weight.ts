/** Whether files are light enough to be sent by mail. */
import type { Report } from '../diagnostics.ts';
import type { Document } from '../model/document.ts';
import type { Picture } from '../model/picture.ts';
import { blocksOf, picturesOf } from '../model/walk.ts';
import type { Format } from './targets.ts';

/** Two megabytes: mail makes a third more of them, and offices often let no more than some in. */
const most = 2e6;

interface Weighed {
  readonly format: Format;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Warns of a file that is too heavy, with the pictures that weigh most. What is for the press is never light. */
export function checkWeight(outputs: readonly Weighed[], document: Document, report: Report): void {
  for (const { format, name, bytes } of outputs) {
    if (format === 'print' || bytes.length <= most) continue;
    const message = `${name} has ${megabytes(bytes.length)} MB, more than the 2 MB that are easily sent by mail.`;
    report.warning('file-large', document.from, message, { hints: [hintFor(document)] });
  }
}

function hintFor(document: Document): string {
  const pictures = new Map<string, Picture>();
  for (const block of blocksOf(document)) for (const picture of picturesOf(block)) pictures.set(picture.file, picture);
  const heaviest = [...pictures.values()].sort((one, other) => other.bytes.length - one.bytes.length).slice(0, 3);
  if (heaviest.length === 0) return 'Send a link to it, or another format: its text and fonts alone have that size.';
  const named = heaviest.map(({ file, bytes }) => `${file} (${megabytes(bytes.length)} MB)`).join(', ');
  return `Leave pictures out, or crop them; the heaviest are ${named}.`;
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 1e5) / 10).toFixed(1);
}
