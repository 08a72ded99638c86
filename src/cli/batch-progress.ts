/** How far a batch is: a bar that stays in its line, or a line now and then for screen readers and logs. */
import { spanOf } from '../many/page.ts';
import type { BatchTally } from '../many/tally.ts';
import { showProgress, type Terminal } from './terminal.ts';

export const progressForms = ['bar', 'lines', 'none'] as const;
export type ProgressForm = (typeof progressForms)[number];

/** Milliseconds between two bars, and between two lines. */
const pause = { bar: 100, lines: 5000 };

export class BatchProgress {
  readonly #terminal: Terminal;
  readonly #form: ProgressForm;
  #shown: number;

  constructor(terminal: Terminal, asked: ProgressForm | undefined) {
    const { stderr, env } = terminal;
    const usual = stderr.isTTY === true && env.TERM !== 'dumb' ? 'bar' : 'lines';
    this.#terminal = terminal;
    this.#form = asked ?? usual;
    // The bar is there with the first record; a line only if it takes long.
    this.#shown = this.#form === 'bar' ? Number.NEGATIVE_INFINITY : performance.now();
  }

  /** @param read how much of the manifest was read, from 0 to 1 */
  show(tally: BatchTally, read: number): void {
    const now = performance.now();
    if (this.#form === 'none' || read >= 1 || now - this.#shown < pause[this.#form]) return;
    this.#shown = now;
    const rate = (tally.worked * 1000) / tally.elapsed;
    // The first records say little: one thread after the other gets warm, and a line of gigabytes may follow.
    const left = tally.records < 10 ? null : spanOf((tally.elapsed * (1 - read)) / read / 1000);
    const done = `${tally.records.toLocaleString('en')} done, ${tally.failures.toLocaleString('en')} failed`;
    const speed = `${rate >= 10 ? rate.toFixed(0) : rate.toFixed(1)} a second`;
    const percent = `${Math.floor(read * 100)}%`;
    if (this.#form === 'bar')
      showProgress(
        this.#terminal,
        `${bar(read)} ${percent}  ${done}  ${speed}${left === null ? '' : `  ${left} left`}`,
      );
    else this.#terminal.stderr.write(`${percent}: ${done}, ${speed}${left === null ? '' : `, about ${left} left`}.\n`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#form === 'bar') showProgress(this.#terminal, '');
  }
}

function bar(part: number): string {
  const full = Math.round(part * 20);
  return `[${'#'.repeat(full)}${'.'.repeat(20 - full)}]`;
}
