/** docs/cli.md is what --help says. After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/cli/documentation */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/world.ts';
import { runIn } from './project.ts';

async function help(...argv: readonly string[]): Promise<string> {
  const { stdout } = await runIn(packageRoot, [...argv, '--help']);
  return stdout.trimEnd();
}

it('docs/cli.md is current', async () => {
  const file = path.join(packageRoot, 'docs/cli.md');
  const all = await help();
  const commands = [...all.matchAll(/^ {2}([a-z]+)(?:\|[a-z]+)? /gm)].map(([, name = '']) => name);
  const own = commands.filter((name) => name !== 'help' && name !== 'etrati');
  const parts = [
    '# The command line',
    'What `--help` says. What each code of a finding means: [codes.md](codes.md).',
    `\`\`\`\n${all}\n\`\`\``,
  ];
  for (const name of new Set(own)) parts.push(`## etrati ${name}`, `\`\`\`\n${await help(name)}\n\`\`\``);
  const text = `${parts.join('\n\n')}\n`;
  expect(parts).toHaveLength(3 + 2 * 22);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
