/** Changes of a document taken over into the data file: it is written whole or not at all, and kept as it was beside it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Report, refusal } from '../diagnostics.ts';
import { edited } from '../json/edit.ts';
import { readJson } from '../json/json.ts';
import { sourceOf } from '../json/source.ts';
import { writeTogether } from '../staging.ts';
import type { Located } from './change.ts';
import type { DiffData } from './data.ts';

/** Throws Refused with `diff-refused` where the changes do not fit together, or what they make is no JSON. */
export function withChanges({ text, file }: Pick<DiffData, 'text' | 'file'>, changes: readonly Located[]): string {
  const made = edited(
    text,
    changes.flatMap(({ edit }) => edit ?? []),
  );
  if (made === null || readJson(sourceOf(file, made), new Report()) === null)
    throw refusal(
      'diff-refused',
      null,
      'The changes cannot be taken over together.',
      'Take them over one by one with --only PATH.',
    );
  return made;
}

/** Writes the file; gives the name of the one that holds it as it was. */
export async function writeChanges(root: string, data: DiffData, changes: readonly Located[]): Promise<string> {
  const made = withChanges(data, changes);
  const mark = data.bytes[0] === 0xef && data.bytes[1] === 0xbb ? '\uFEFF' : '';
  const backup = freeName(root, data.file);
  await writeTogether([
    { file: path.resolve(root, backup), bytes: data.bytes },
    { file: path.resolve(root, data.file), bytes: new TextEncoder().encode(mark + made) },
  ]);
  return backup;
}

/** `data.json.bak`, and a number after it where that is taken: no copy replaces an older one. */
function freeName(root: string, file: string): string {
  for (let count = 1; ; count += 1) {
    const name = `${file}.bak${count === 1 ? '' : count}`;
    if (!existsSync(path.resolve(root, name))) return name;
  }
}
