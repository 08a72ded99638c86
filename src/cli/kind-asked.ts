/**
 * The kind of the documents that a command is asked for, as far as it can be seen before the program is there. By it one of the
 * start-up snapshots is chosen, each of which can make every kind: a wrong guess costs time and nothing else.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kindIn } from '../work/beginning.ts';

/** For more files than these, what each start saves is little. */
const fewFiles = 4;

/** Null where there are several, or none of those that are known. */
export function kindAsked(argv: readonly string[], isKnown: (kind: string) => boolean): string | null {
  const files = argv.filter((each) => each.endsWith('.json'));
  if (files.length > fewFiles) return null;
  const kinds = new Set(files.length > 0 ? files.map((file) => kindIn(file, isKnown)) : kindsHere());
  const [kind = null] = kinds;
  return kinds.size === 1 && kind !== null && isKnown(kind) ? kind : null;
}

/** Of a project, whose data lies in folders by its kind. */
function kindsHere(): readonly string[] {
  const data = join(process.cwd(), 'data');
  if (!existsSync(data)) return [];
  return readdirSync(data, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []));
}
