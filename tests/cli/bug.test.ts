import { expect, it } from 'vitest';
import { tellBug } from '../../src/cli/main.ts';

function tell(error: unknown, env: Record<string, string> = {}) {
  const said: string[] = [];
  const code = tellBug(error, { env, stderr: { write: (text) => said.push(text) } });
  return { code, stderr: said.join('') };
}

it('calls a bug a bug, with 3, without its stack', () => {
  const { code, stderr } = tell(new Error('no chrome words\u0007'));
  expect(code).toBe(3);
  expect(stderr).toMatch(/^This is a bug in Etrati, not in your files: no chrome words<U\+0007>\n.*ETRATI_DEBUG=1/);
  expect(stderr).not.toMatch(/\n\s+at /);
});

it('shows the stack to those who ask for it', () => {
  expect(tell(new Error('no chrome words'), { ETRATI_DEBUG: '1' }).stderr).toMatch(/\n\s+at /);
});

it('takes whatever was thrown', () => {
  expect(tell('a string')).toMatchObject({ code: 3, stderr: expect.stringContaining('a string') });
});
