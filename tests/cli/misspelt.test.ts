/** What was meant is said wherever something was misspelt: options, their values, files; and a link to nothing is called one. */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brochure, Project } from './project.ts';

const linkTo = (project: Project, target: string, link: string) => symlinkSync(target, path.join(project.root, link));

describe('an option that nobody knows is said before one that is missing', () => {
  it.each([
    [['theme', 'x', '--colour', '#fff'], 'Did you mean --color?'],
    [['answer', 'yes', '1234', '--whoo', 'A'], 'Did you mean --who?'],
  ])('%j', async (argv, hint) => {
    const { code, stderr } = await new Project().run(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(hint)]);
    expect(stderr).not.toContain('missing');
  });

  it.each([
    [['theme', 'x'], '--color'],
    [['answer', 'yes', '1234'], '--who'],
  ])('%j lacks one', async (argv, option) => {
    const { code, stderr } = await new Project().run(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`missing required option '${option} <`)]);
  });
});

it.each([
  [['listen', 'x.html', '--format', 'sml'], 'Did you mean "ssml"?'],
  [['build', '--paper', 'coatd'], 'Did you mean "coated"?'],
  [['answer', 'yess', '1234', '--who', 'A'], 'Did you mean "yes"?'],
  [['theme', 'x', '--color', 'blue'], '#0B5D3B'],
  [['theme', 'X', '--color', '#fff'], 'small Latin letters'],
  [['theme', 'x', '--color', '1f1', '--color', '1f1', '--color', '1f1'], 'once or twice'],
])('%j is wrong use', async (argv, hint) => {
  expect(await new Project().run(argv)).toMatchObject({ code: 2, stderr: expect.stringContaining(hint) });
});

describe('a file', () => {
  it.each([
    ['data/brochure/brochre.json', 'Did you mean "data/brochure/brochure.json"?'],
    ['data/brochure/Brochure.JSON', 'Did you mean "data/brochure/brochure.json"?'],
    ['data/brochure/brochure.jsn', 'Did you mean "data/brochure/brochure.json"?'],
    ['data/brochre/brochure.json', 'Did you mean "data/brochure/brochure.json"?'],
    ['data/brochure/wholly-other.json', 'Check the spelling'],
    ['data/elsewhere/brochure.json', 'Check the spelling'],
  ])('%s is not there', async (file, hint) => {
    const { code, diagnostics } = await new Project().runJson(['check', file]);
    expect(code).toBe(2);
    expect(diagnostics).toMatchObject([{ code: 'file-missing', hints: [expect.stringContaining(hint)] }]);
  });

  it('that data names is said with its folder', async () => {
    const project = new Project();
    project.edit('"route.svg"', '"rout.svg"');
    const { diagnostics } = await project.runJson(['check']);
    expect(diagnostics).toMatchObject([{ hints: ['Did you mean "route.svg" in the folder "data/brochure"?'] }]);
  });

  it('that was finished is found too', async () => {
    const project = new Project();
    project.write('output/brochure.en.html', '<p>');
    const { code, stderr } = await project.run(['outline', 'output/brochre.en.html']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean "output/brochure.en.html"?')]);
  });

  it('of no other folder than the project is named', async () => {
    const [outside, project] = [new Project(), new Project()];
    linkTo(project, outside.root, 'data/out');
    project.write('secret.pdf', '');
    const at = path.join(outside.root, 'data/brochure/brochre.json');
    for (const named of ['data/out/data/brochure/brochre.json', at]) {
      const { stderr } = await project.run(['check', named]);
      expect(stderr).not.toContain('Did you mean');
    }
    const finished = await outside.run(['outline', path.join(project.root, 'secrets.pdf')]);
    expect(finished.stderr).toContain('does not exist');
    expect(finished.stderr).not.toContain('Did you mean');
  });

  it('that is a link to nothing is called one', async () => {
    const project = new Project();
    linkTo(project, 'nowhere.json', 'data/brochure/link.json');
    linkTo(project, 'nowhere', 'data/gone');
    for (const [named, words] of [
      ['data/brochure/link.json', 'it is a link to something that does not exist'],
      ['data/gone/x.json', '"data/gone" is a link to something that does not exist'],
    ] as const) {
      const { code, diagnostics } = await project.runJson(['check', named]);
      expect(code).toBe(2);
      expect(diagnostics).toMatchObject([{ code: 'file-unreadable', message: expect.stringContaining(words) }]);
    }
    linkTo(project, 'nowhere.json', 'etrati.config.json');
    const { code, stderr } = await project.run(['check', brochure]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('"etrati.config.json" cannot be read: it is a link')]);
  });
});

it('data that is a link has its pictures beside the link', async () => {
  const project = new Project();
  project.write('shared/text.json', project.read(brochure));
  linkTo(project, '../../shared/text.json', 'data/brochure/linked.json');
  expect(await project.run(['check', 'data/brochure/linked.json'])).toMatchObject({ code: 0 });
  const { diagnostics } = await project.runJson(['check', 'shared/text.json']);
  expect(diagnostics).toMatchObject([{ message: '"shared/route.svg" does not exist.' }]);
});

it('a theme or a template that the config names has its place there', async () => {
  const project = new Project();
  project.write('etrati.config.json', '{\n  "theme": "gzza",\n  "template": "brochur"\n}\n');
  const at = (line: number, column: number) => ({ file: 'etrati.config.json', line, column });
  const wrong = await project.runJson(['check']);
  expect(wrong.code).toBe(1);
  expect(wrong.diagnostics).toMatchObject([
    { code: 'unknown-theme', at: at(2, 12), hints: ['Did you mean "gza"?', expect.anything()] },
    { code: 'unknown-template', at: at(3, 15) },
  ]);
  const asked = await project.runJson(['check', '--theme', 'gzzza']);
  expect(asked.diagnostics).toMatchObject([{ code: 'unknown-theme', at: null }, { at: at(3, 15) }]);
});

it('help of schema lists all names that schema knows', async () => {
  const { stdout } = await new Project().run(['schema', '--help']);
  const { stderr } = await new Project().run(['schema', 'nothing-like-it']);
  const names = /Known schemas: (.*)\./.exec(stderr)?.[1]?.split(', ') ?? [];
  const kinds = ['brochure', 'document', 'easy', 'factsheet', 'report'];
  expect(names.length).toBeGreaterThan(kinds.length);
  for (const name of names) if (!kinds.includes(name)) expect(stdout.replace(/\s+/g, ' ')).toContain(`${name} (`);
});
