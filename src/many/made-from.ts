/** Whether the files that the documents of a batch are made from stayed as they were until its end. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, Report } from '../diagnostics.ts';
import { Sieve } from '../work/allow.ts';
import { SourceHashes } from './hashes.ts';
import type { OrderSettings } from './made.ts';
import type { Outcome } from './outcome.ts';

/** Of so many sets of files it is known; nearly all records of a list are made from one. What is edited midway was the first ones' too. */
const mostSets = 2000;

interface SetOfFiles {
  readonly sources: readonly string[];
  /** The first of them, and how many records were made from it. */
  readonly first: Outcome;
  records: number;
}

export class MadeFrom {
  readonly #root: string;
  readonly #settings: OrderSettings;
  /** Milliseconds, as files have them. */
  readonly #begun = Date.now();
  /** By the hash of all files as they were then; empty for files that were written again and again meanwhile. */
  readonly #sets = new Map<string, SetOfFiles>();

  /** @param root the project's folder */
  constructor(root: string, settings: OrderSettings) {
    this.#root = root;
    this.#settings = settings;
  }

  add(outcome: Outcome): void {
    const { status, inputs, sources } = outcome;
    if (status !== 'done' && status !== 'unchanged') return;
    const known = this.#sets.get(inputs);
    if (known !== undefined) known.records += 1;
    else if (this.#sets.size < mostSets) this.#sets.set(inputs, { sources, first: outcome, records: 1 });
  }

  /** One warning for all documents that `--resume` would make again, at the record of the first; none where there are none. */
  async changed(): Promise<readonly Diagnostic[]> {
    const hashes = new SourceHashes(this.#root);
    const changed: SetOfFiles[] = [];
    for (const [inputs, set] of this.#sets)
      if (inputs === '' || (await hashes.of(set.sources)) !== inputs) changed.push(set);
    const [first] = changed;
    if (first === undefined) return [];
    const count = changed.reduce((sum, { records }) => sum + records, 0);
    const least = this.#sets.size === mostSets ? 'At least ' : '';
    const files = this.#written(changed).map((file) => `"${file}"`);
    const what = files.length === 0 ? 'a file that it is made from' : files.join(' and ');
    const message = `${least}${count} document${count === 1 ? ' was' : 's were'} made before ${what} changed, without what is there now.`;
    const hints = ['Run the same command with --resume: it makes only these again.'];
    const report = new Report();
    const { at } = first.first;
    report.warning('changed-meanwhile', at, message, { hints });
    return new Sieve(this.#settings).sift(at.file, report.diagnostics).found;
  }

  /** Those of the files that were written while the batch ran, as far as files tell: a few of them. */
  #written(changed: readonly SetOfFiles[]): readonly string[] {
    const sources = [...new Set(changed.flatMap((set) => set.sources))].sort();
    const isNew = (source: string) =>
      (statSync(path.join(this.#root, source), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= this.#begun;
    return sources.filter(isNew).slice(0, 3);
  }
}
