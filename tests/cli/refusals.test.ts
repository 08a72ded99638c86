/** Each bad input that the product promises to refuse: in the terminal with a place, a caret, a reason and a hint; as JSON. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brochure, Project } from './project.ts';

const template = 'templates/brochure/document.hbs';
const title = '"en": "Support to secure borders and safe migration"';

interface Refusal {
  readonly name: string;
  readonly code: string;
  readonly file: string;
  /** The source line up to the caret: what stands before the column. */
  readonly before: RegExp;
  /** What stands at the caret. */
  readonly at: RegExp;
  readonly hint: RegExp;
  readonly spoil: (project: Project) => void;
}

const data: readonly Refusal[] = [
  {
    name: 'broken JSON',
    code: 'broken-json',
    file: brochure,
    before: /"kind": "brochure"$/,
    at: /^$/,
    hint: /comma/,
    spoil: (project) => project.edit('"kind": "brochure",', '"kind": "brochure"'),
  },
  {
    name: 'an unknown field',
    code: 'unknown-field',
    file: brochure,
    before: /^ {2}$/,
    at: /^"titel"/,
    hint: /Did you mean "title"\?/,
    spoil: (project) => project.edit('"title": {', '"titel": null, "title": {'),
  },
  {
    name: 'a missing field',
    code: 'missing-field',
    file: brochure,
    before: /^$/,
    at: /^\{/,
    hint: /./,
    spoil: (project) => project.edit('"date": "2026-11-23",', ''),
  },
  {
    name: 'a wrong type',
    code: 'wrong-type',
    file: brochure,
    before: /"date": $/,
    at: /^2026/,
    hint: /./,
    spoil: (project) => project.edit('"2026-11-23"', '2026'),
  },
  {
    name: 'a duplicate key',
    code: 'duplicate-key',
    file: brochure,
    before: /"kind": "brochure", $/,
    at: /^"kind"/,
    hint: /./,
    spoil: (project) => project.edit('"kind": "brochure",', '"kind": "brochure", "kind": "brochure",'),
  },
  {
    name: 'a blank text',
    code: 'blank-text',
    file: brochure,
    before: /"en": $/,
    at: /^" "/,
    hint: /./,
    spoil: (project) => project.edit(title, '"en": " "'),
  },
  {
    name: 'a missing translation',
    code: 'missing-translation',
    file: brochure,
    before: /"title": $/,
    at: /^\{/,
    hint: /./,
    spoil: (project) => project.edit(`,\n    ${title}`, ''),
  },
  {
    name: 'a missing alternative text',
    code: 'missing-alternative',
    file: brochure,
    before: /"figure": $/,
    at: /^\{/,
    hint: /decorative/,
    spoil: (project) => project.edit('"alt": {', '"note": {'),
  },
  {
    name: 'a picture that is not there',
    code: 'file-missing',
    file: brochure,
    before: /"src": $/,
    at: /^"none\.svg"/,
    hint: /./,
    spoil: (project) => project.edit('"route.svg"', '"none.svg"'),
  },
  {
    name: 'a picture that is none',
    code: 'not-a-picture',
    file: brochure,
    before: /"src": $/,
    at: /^"brochure\.json"/,
    hint: /./,
    spoil: (project) => project.edit('"route.svg"', '"brochure.json"'),
  },
  {
    name: 'a picture outside the project',
    code: 'file-outside',
    file: brochure,
    before: /"src": $/,
    at: /^"\.\.\/\.\.\/\.\.\/secret\.png"/,
    hint: /./,
    spoil: (project) => project.edit('"route.svg"', '"../../../secret.png"'),
  },
  {
    name: 'a picture outside the project by a symbolic link',
    code: 'file-outside',
    file: brochure,
    before: /"src": $/,
    at: /^"linked\.svg"/,
    hint: /./,
    spoil(project) {
      const outside = path.join(tmpdir(), `${path.basename(project.root)}.svg`);
      writeFileSync(outside, '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
      symlinkSync(outside, path.join(project.root, 'data/brochure/linked.svg'));
      project.edit('"route.svg"', '"linked.svg"');
    },
  },
  {
    name: 'a javascript: link',
    code: 'unsafe-link',
    file: brochure,
    before: /"href": $/,
    at: /^"javascript:/,
    hint: /https:/,
    spoil: (project) => project.edit('"https://georgia.iom.int"', '"javascript:alert(1)"'),
  },
  {
    name: 'a file: link',
    code: 'unsafe-link',
    file: brochure,
    before: /"href": $/,
    at: /^"file:/,
    hint: /https:/,
    spoil: (project) => project.edit('"https://georgia.iom.int"', '"file:///etc/passwd"'),
  },
  {
    name: 'an emoji, which no font has',
    code: 'missing-glyph',
    file: brochure,
    before: /"en": "Support $/,
    at: /^🚀/,
    hint: /./,
    spoil: (project) => project.edit(title, '"en": "Support 🚀"'),
  },
];

const templates: readonly Refusal[] = [
  {
    name: 'an element that is not closed',
    code: 'unclosed-element',
    file: template,
    before: /^ {8}$/,
    at: /^<section id="about">/,
    hint: /./,
    spoil: (project) => project.editTemplate('</section>', ''),
  },
  {
    name: 'a misplaced element',
    code: 'misplaced-element',
    file: template,
    before: /<p look="lead">$/,
    at: /^<ul>/,
    hint: /./,
    spoil: (project) => project.editTemplate('<p look="lead">{{lead}}', '<p look="lead"><ul><li>{{lead}}</li></ul>'),
  },
  {
    name: '{{{raw}}}',
    code: 'raw-output',
    file: template,
    before: /<title>$/,
    at: /^\{\{\{title\}\}\}/,
    hint: /\{\{/,
    spoil: (project) => project.editTemplate('{{title}}', '{{{title}}}'),
  },
  {
    name: '{{&raw}}',
    code: 'raw-output',
    file: template,
    before: /<title>$/,
    at: /^\{\{&title\}\}/,
    hint: /\{\{/,
    spoil: (project) => project.editTemplate('{{title}}', '{{&title}}'),
  },
  {
    name: 'a misspelled path',
    code: 'unknown-path',
    file: template,
    before: /<title>\{\{$/,
    at: /^titel/,
    hint: /Did you mean "title"\?/,
    spoil: (project) => project.editTemplate('{{title}}', '{{titel}}'),
  },
];

describe.each([...data, ...templates])('$name', ({ code, file, before, at, hint, spoil }) => {
  it('is refused with its place', async () => {
    const project = new Project();
    spoil(project);
    const { diagnostics, ...json } = await project.runJson(['build', brochure]);
    expect([json.code, json.stderr]).toEqual([1, '']);
    const found = diagnostics.find((diagnostic) => diagnostic.code === code);
    expect(found, JSON.stringify(diagnostics)).toMatchObject({ severity: 'error', at: { file } });
    const place = found?.at ?? { line: 0, column: 0 };
    const line = project.read(file).split('\n')[place.line - 1] ?? '';
    expect(line.slice(0, place.column - 1)).toMatch(before);
    expect(line.slice(place.column - 1)).toMatch(at);
    expect(found?.hints.join(' ')).toMatch(hint);

    const human = await project.run(['build', brochure]);
    expect([human.code, human.stdout]).toEqual([1, '']);
    expect(human.stderr).toContain(`error[${code}]: ${found?.message}`);
    expect(human.stderr).toContain(`--> ${file}:${place.line}:${place.column}`);
    expect(human.stderr).toMatch(new RegExp(`\n${place.line} \\| .*\n +\\| +\\^\n +hint: `));
    expect(human.stderr).not.toMatch(/\n\s+at |node:internal|node_modules/);
    expect(project.list('output')).toEqual([]);
  });
});

it('finds what is wrong in the data, the template and the theme in one go', async () => {
  const project = new Project();
  project.edit(title, '"en": " "');
  project.write('templates/themes/gza/theme.json', '{');
  const { diagnostics } = await project.runJson(['build', brochure]);
  const files = new Set(diagnostics.map(({ at }) => at?.file));
  expect(files).toEqual(new Set([brochure, 'templates/themes/gza/theme.json']));
});

it('tells a fault of the template once, though both languages meet it', async () => {
  const project = new Project();
  project.editTemplate('<p look="lead">', '<p look="leed">');
  const { diagnostics } = await project.runJson(['build', brochure]);
  expect(diagnostics.map(({ code }) => code)).toHaveLength(1);
});

it.each(['<b>', '&amp;', '{{x}}', '*a*', '_b_', '</p>', '<script>'])('takes %s in data for text', async (text) => {
  const project = new Project();
  project.edit(title, `"en": "Support ${text} borders"`);
  const { code, stderr } = await project.run(['build', brochure, '--lang', 'en', '--format', 'html']);
  expect(code, stderr).toBe(0);
  const { stdout } = await project.run(['outline', 'output/brochure.en.html']);
  expect(stdout).toContain(`heading 1  Support ${text} borders\n`);
});
