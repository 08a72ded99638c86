/** The memory of a process, looked at from outside. */
import { readFileSync } from 'node:fs';

/** Resident bytes of a process (Linux); null where it has ended. @param {number | undefined} pid */
export function memoryOf(pid) {
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** @param {number | null} bytes */
export function megabytes(bytes) {
  return `${Math.round((bytes ?? 0) / 1e6)} MB`;
}
