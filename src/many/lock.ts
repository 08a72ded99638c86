/** One batch at a time writes into a folder, be it documents or its report: a file in it says which process does. */
import { link, open, readFile, rename, unlink } from 'node:fs/promises';
import { type Refused, refusal } from '../diagnostics.ts';
import { isRunning, machine } from '../staging.ts';
import { codeOf } from '../system-error.ts';

/** Those that this process holds: its number alone would not tell, for a container gives every process the same. */
const held = new Set<string>();
let moved = 0;

/** Throws `Refused` where another process holds it; one that is no more holds nothing. */
export async function lock(file: string): Promise<void> {
  try {
    const handle = await open(file, 'wx');
    held.add(file);
    try {
      await handle.writeFile(`${machine()} ${process.pid}\n`);
    } catch (error) {
      // A lock that says nothing, as a full disk leaves it, would be somebody's for ever.
      await unlock(file);
      throw error;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const holder = await holderOf(file, file);
    if (holder !== null) throw taken(file, holder);
    await takeAway(file);
    await lock(file);
  }
}

function taken(file: string, holder: string): Refused {
  return refusal(
    'cannot-write',
    null,
    `"${file}" says that ${holder} writes into its folder now.`,
    'Wait until it has ended, or give each list folders of its own with --out and --report. If nothing runs any more, delete that file.',
  );
}

/** Takes away what a process has left that is no more. Throws `Refused` where another was faster, and holds it now. */
export async function takeAway(file: string): Promise<void> {
  moved += 1;
  const aside = `${file}.${machine()}-${process.pid}-${moved}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const holder = await holderOf(aside, file);
  if (holder !== null) await link(aside, file).catch(() => undefined);
  await unlink(aside).catch(() => undefined);
  if (holder !== null) throw taken(file, holder);
}

export async function unlock(file: string): Promise<void> {
  held.delete(file);
  await unlink(file).catch(() => undefined);
}

/** Who holds it, in words; null where nobody does. What another machine has left can only be told by people. */
async function holderOf(at: string, file: string): Promise<string | null> {
  const text = await readFile(at, 'utf8').catch(() => null);
  if (text === null) return null;
  const [host = '', number = ''] = text.trim().split(' ');
  const pid = Number(number);
  if (host !== machine()) return host === '' ? 'another batch' : 'a batch of another machine';
  const runs = pid === process.pid ? held.has(file) : isRunning(pid);
  return runs ? `another batch (process ${pid})` : null;
}
