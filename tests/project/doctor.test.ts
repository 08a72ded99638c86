import { chmodSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Project } from '../cli/project.ts';

interface Check {
  readonly name: string;
  readonly state: string;
  readonly found: string;
  readonly advice?: string;
}

async function examine(project: Project) {
  const { code, stdout } = await project.run(['doctor', '--json']);
  const { checks } = JSON.parse(stdout) as { checks: readonly Check[] };
  return { code, checks, state: Object.fromEntries(checks.map(({ name, state }) => [name, state])) };
}

describe('doctor', () => {
  it('finds a project healthy, whichever judges are there', async () => {
    const { code, checks, state } = await examine(new Project());
    expect(code).toBe(0);
    expect(state).toMatchObject({ node: 'ok', config: 'ok', 'theme and fonts': 'ok', data: 'ok', output: 'ok' });
    expect(checks.filter(({ name }) => name.startsWith('judge ')).length).toBeGreaterThan(8);
    expect(checks.filter(({ state, advice }) => (state === 'ok') !== (advice === undefined))).toEqual([]);
  });

  it('says it in lines for people, on stdout', async () => {
    const { code, stdout, stderr } = await new Project().run(['doctor']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^ok {7}node +Node\.js \d/);
    expect(stdout).toMatch(/^ok +judges +\d+ of \d+ can run here; they are for work on Etrati itself/m);
    // A language of ours that is only begun is told as that.
    const others = stdout.replaceAll(/^missing +language .*\n.*\n/gm, '');
    expect(others).not.toMatch(/missing|not installed|\.ci/);
    expect(stdout).toMatch(/\n\nDocuments can be made here\.\n$/);
  });

  it.each<readonly [string, RegExp, (project: Project) => void]>([
    ['config', /etrati\.config\.json:1:3/, (project) => project.write('etrati.config.json', '{ "outt": "x" }')],
    ['theme and fonts', /object/, (project) => project.write('templates/themes/gza/theme.json', '[]')],
    ['theme and fonts', /no theme "none"/, (project) => project.write('etrati.config.json', '{ "theme": "none" }')],
    ['output', /cannot be written/, (project) => project.write('output', 'a file')],
  ])('finds %s broken: %s', async (name, found, spoil) => {
    const project = new Project();
    spoil(project);
    const { code, checks } = await examine(project);
    expect(code).toBe(1);
    expect(checks.find((check) => check.name === name)).toMatchObject({
      state: 'broken',
      found: expect.stringMatching(found),
      advice: expect.any(String),
    });
  });

  it.skipIf(process.getuid?.() === 0)('finds a folder that cannot be written', async () => {
    const project = new Project();
    project.write('shut/keep', '');
    project.write('etrati.config.json', '{ "out": "shut/output" }');
    chmodSync(path.join(project.root, 'shut'), 0o500);
    expect((await examine(project)).state.output).toBe('broken');
  });
});
