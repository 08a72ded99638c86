/** What a process has used. Preloaded into a program under measure, it writes that to ETRATI_BENCH_USAGE at its end. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Bytes. Linux counts into `maxRSS` what the parent held before it started this program; VmHWM is the program's own. */
export function peakMemory() {
  try {
    const status = readFileSync('/proc/self/status', 'latin1');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

/**
 * What a piece of work takes of this process: seconds of the wall clock and of all cores, and the most memory until then, in bytes.
 *
 * @template T @param {() => Promise<T>} work
 */
export async function measured(work) {
  const before = process.cpuUsage();
  const start = performance.now();
  const made = await work();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { made, wall, cpu: (user + system) / 1e6, peak: peakMemory() };
}

const file = process.env.ETRATI_BENCH_USAGE;
if (file) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: peakMemory() }));
  });
}
