/** Figures: medians, and ratios taken round by round, so that a busy moment falls on both sides. */

/** @typedef {import('./processes.mjs').Sample} Sample */

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/** @param {readonly Sample[]} samples */
export function summary(samples) {
  const of = (/** @type {keyof Sample} */ key) => median(samples.map((sample) => sample[key]));
  const walls = samples.map(({ wall }) => wall);
  const [least, most] = [Math.min(...walls), Math.max(...walls)];
  return { runs: samples.length, wall: of('wall'), least, most, cpu: of('cpu'), peak: of('peak'), bytes: of('bytes') };
}

/** What a batch is paid by: the mean of each. @param {readonly Sample[]} samples */
export function means(samples) {
  const of = (/** @type {keyof Sample} */ key) =>
    samples.reduce((sum, sample) => sum + sample[key], 0) / samples.length;
  const { runs, least, most, peak } = summary(samples);
  return { runs, wall: of('wall'), least, most, cpu: of('cpu'), peak, bytes: of('bytes') };
}

/**
 * How much of the other's time and memory ours takes: below 1, we are ahead.
 *
 * @param {readonly Sample[]} ours @param {readonly Sample[]} theirs of the same rounds
 */
export function ratios(ours, theirs) {
  const of = (/** @type {keyof Sample} */ key) =>
    median(ours.map((sample, round) => sample[key] / (theirs[round]?.[key] ?? Number.NaN)));
  return { wall: of('wall'), cpu: of('cpu'), peak: of('peak') };
}

/**
 * @param {string} title @param {readonly string[]} head @param {readonly (readonly string[])[]} rows
 */
export function table(title, head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (/** @type {readonly string[]} */ row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [title, ...all.map((row) => `  ${line(row)}`), ''].join('\n');
}

export const say = {
  /** @param {number} seconds */
  time: (seconds) => (seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`),
  /** @param {number} bytes */
  memory: (bytes) => `${(bytes / 1e6).toFixed(0)} MB`,
  /** @param {number} ratio */
  ratio: (ratio) => `${ratio.toFixed(2)} ×`,
};
