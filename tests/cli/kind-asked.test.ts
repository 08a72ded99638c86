/** Which kind of documents a command is asked for, before the program is there. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { kindAsked } from '../../src/cli/kind-asked.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'etrati-kind-'));
const file = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};
const known = (kind: string) => ['document', 'report'].includes(kind);
const asked = (...files: readonly string[]) => kindAsked(['build', ...files, '--format', 'pdf'], known);

it('is the first of those that are known', () => {
  expect(asked(file('a.json', '{"cover": {"kind": {"en": "Guide"}}, "kind" : "document"}'))).toBe('document');
  expect(asked(file('b.json', '{"chart": {"kind":"bar"}, "kind"\n:\n"report"}'))).toBe('report');
  expect(asked(file('c.json', '{"kind": "own"}'))).toBeNull();
  expect(asked(file('d.json', '["constructor"'))).toBeNull();
});

it('is one for several files only where they agree', () => {
  const [one, two] = [file('one.json', '{"kind":"report"}'), file('two.json', '{"kind":"report"}')];
  expect(asked(one, two)).toBe('report');
  expect(asked(one, file('other.json', '{"kind":"document"}'))).toBeNull();
  expect(asked(one, file('own.json', '{"kind":"own"}'))).toBeNull();
  expect(asked(one, path.join(folder, 'none.json'))).toBeNull();
});

it('is not looked for in what is no file', () => {
  mkdirSync(path.join(folder, 'folder.json'));
  expect(asked(path.join(folder, 'folder.json'))).toBeNull();
  const pipe = path.join(folder, 'pipe.json');
  // To open it would wait for who writes it.
  if (spawnSync('mkfifo', [pipe]).status === 0) expect(asked(pipe)).toBeNull();
});
