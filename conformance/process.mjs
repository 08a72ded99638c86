/** Running other programs. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Runs a program to its end, without a shell and without standard input. Rejects if it can't be started, is killed or
 * takes too long; any exit code is a result.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, minutes?: number }} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function run(command, args, { env, cwd, minutes = 15 } = {}) {
  const options = { env: { ...process.env, ...env }, cwd, timeout: minutes * 60_000, maxBuffer: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    const child = execFile(command, [...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(new Error(`${command}: ${error.message}`));
      else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
    child.stdin?.end();
  });
}

/**
 * The same for a program that must succeed: rejects, with what it said, at any exit code but 0.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function must(command, args, options) {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${stdout}${stderr}`);
}

/**
 * Runs a program in Java, which else leaves files in the system's folder for temporary ones, whatever `TMPDIR` says.
 *
 * @param {string} jar
 * @param {readonly string[]} args
 */
export function runJava(jar, args) {
  return run('java', [`-Djava.io.tmpdir=${tmpdir()}`, '-XX:-UsePerfData', '-jar', jar, ...args]);
}

/**
 * The first of some programs that PATH has, else null.
 *
 * @param {...string} names
 */
export async function find(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (await isThere(join(folder, name), constants.X_OK)) return join(folder, name);
    }
  }
  return null;
}

/** @param {string} path @param {number} [mode] */
export async function isThere(path, mode = constants.F_OK) {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

/**
 * Why a judge can't run, from what it needs: reasons by path or program name. Null if all is there.
 *
 * @param {{ files?: readonly string[], programs?: readonly string[] }} needs
 */
export async function missing({ files = [], programs = [] }) {
  for (const program of programs) if ((await find(program)) === null) return `${program} is not installed`;
  for (const file of files) if (!(await isThere(file))) return 'run `node conformance/install.mjs` first';
  return null;
}
