/** The seed, mended as the brochure's data records: what every Georgian output must say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../src/world.ts';

export interface Mend {
  readonly was: string;
  readonly now: string;
  readonly why: string;
}

const example = path.join(packageRoot, 'data/brochure/brochure.json');
const fixtures = path.join(packageRoot, 'tests/fixtures/seed');

export function readMends(): readonly Mend[] {
  return readSource().mends;
}

export function readSeed(): string {
  return readFileSync(path.join(fixtures, readSource().file), 'utf8');
}

function readSource(): { readonly file: string; readonly mends: readonly Mend[] } {
  return (JSON.parse(readFileSync(example, 'utf8')) as { source: { file: string; mends: Mend[] } }).source;
}

/** Each mend must find its words, exactly once. */
export function mend(text: string, mends: readonly Mend[]): string {
  return mends.reduce((whole, { was, now }) => {
    const pieces = whole.split(was);
    if (pieces.length !== 2) throw new Error(`"${was}" stands ${pieces.length - 1} times in the seed`);
    return pieces.join(now);
  }, text);
}

/**
 * The lines of the mended seed without bullets and white space around them, split into sentences, in their order. The
 * language switch is the line "English | ქართული".
 */
export function seedSentences(): readonly string[] {
  return mend(readSeed(), readMends())
    .split('\n')
    .map((line) => line.replace(/^[\s•]+|\s+$/gu, ''))
    .flatMap((line) => line.split(/(?<=\.) /))
    .filter((sentence) => sentence !== '');
}
