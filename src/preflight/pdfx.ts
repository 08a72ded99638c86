/** The clauses of PDF/X-4 that are checked. They are not all of the standard: nobody is told more than was looked at. */
import { rules } from './rules.ts';

/** Asked of all files, and clauses as well. Encryption, without which nothing else can be looked at, is one more. */
const ofAll: readonly string[] = [
  'output-intent',
  'script',
  'no-media-box',
  'no-trim-box',
  'annotation-in-bleed',
  'font-not-embedded',
  'font-damaged',
  'rgb-color',
  'blend-space',
  'spot-alternates',
];

export const clauses: readonly string[] = rules
  .map(({ code }) => code)
  .filter((code) => code.startsWith('pdfx-') || ofAll.includes(code));
