/** One batch at a time writes a folder's report: a file in it says which process does. */
import { open, readFile, unlink } from 'node:fs/promises';
import { refusal } from '../diagnostics.ts';
import { isRunning, machine } from '../staging.ts';
import { codeOf } from '../system-error.ts';

/** Those that this process holds: its number alone would not tell, for a container gives every process the same. */
const held = new Set<string>();

/** Throws `Refused` where another process holds it; one that is no more holds nothing. */
export async function lock(file: string): Promise<void> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(`${machine()} ${process.pid}\n`);
    await handle.close();
    held.add(file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const holder = await holderOf(file);
    if (holder !== null)
      throw refusal(
        'cannot-write',
        null,
        `"${file}" says that ${holder} writes it now.`,
        'Wait until it has ended, or give each list a folder of its own with --report. If nothing runs any more, delete that file.',
      );
    await unlink(file).catch(() => undefined);
    await lock(file);
  }
}

export async function unlock(file: string): Promise<void> {
  held.delete(file);
  await unlink(file).catch(() => undefined);
}

/** Who holds it, in words; null where nobody does. What another machine has left can only be told by people. */
async function holderOf(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const [host = '', number = ''] = text.trim().split(' ');
  const pid = Number(number);
  if (host !== machine()) return host === '' ? 'another batch' : 'a batch of another machine';
  const runs = pid === process.pid ? held.has(file) : isRunning(pid);
  return runs ? `another batch (process ${pid})` : null;
}
