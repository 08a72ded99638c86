/** docs/kinds.md. After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/input, and read the difference. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kinds } from '../../src/input/kinds.ts';
import { kindsPage } from '../../src/input/manual.ts';
import { packageRoot } from '../../src/world.ts';

const file = path.join(packageRoot, 'docs/kinds.md');

const page = kindsPage();

test('docs/kinds.md is the page of the kinds as they are', () => {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});

test('the page names each kind, and leaves no type unsaid', () => {
  for (const name of Object.keys(kinds)) expect(page).toContain(`\n## ${name}\n`);
  expect(page).not.toMatch(/undefined|\[object|\(\)|: \.$/m);
});

test('page and schema name every mark of docs/markup.md', () => {
  const notation = readFileSync(path.join(packageRoot, 'docs/markup.md'), 'utf8');
  const schema = readFileSync(path.join(packageRoot, 'docs/schema/document.schema.json'), 'utf8');
  const marks = ['[words](https://…)', '[words](#id)', '[](#id)', '[words]{lang=en}', '^[a footnote]', '\\*'];
  for (const mark of marks) {
    expect(notation).toContain(mark);
    expect(page).toContain(mark);
    expect(JSON.stringify(mark).slice(1, -1), mark).toSatisfy((written: string) => schema.includes(written));
  }
});
