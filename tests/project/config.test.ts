import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { configFile, configSchema, loadConfig } from '../../src/config.ts';
import { Report } from '../../src/diagnostics.ts';
import { openWorld, packageRoot } from '../../src/world.ts';
import { brochure, Project } from '../cli/project.ts';

function withConfig(config: unknown): Project {
  const project = new Project();
  project.write(configFile, JSON.stringify(config, null, 2));
  return project;
}

describe('the config', () => {
  it('is what build does without options', async () => {
    const project = withConfig({ formats: ['html'], languages: ['ka'], out: 'to/here', diagnostics: 'json' });
    const { code, stdout } = await project.run(['build']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [{ code: 'edition-missing' }],
      outputs: [{ file: 'to/here/brochure.ka.html' }],
    });
  });

  it('gives way to options', async () => {
    const project = withConfig({ formats: ['pdf'], languages: ['ka'], out: 'no', strict: true, theme: 'none' });
    project.edit('"Support to secure borders and', '"Support to secure borders - and');
    const options = ['--format', 'html', '--lang', 'en', '--out', 'yes', '--no-strict', '--theme', 'gza'];
    const { code, stderr } = await project.run(['build', ...options]);
    expect(code, stderr).toBe(0);
    expect([project.list('no'), project.list('yes')]).toEqual([[], ['brochure.en.html']]);
  });

  it('may name a template and a theme by path', async () => {
    const project = withConfig({ template: 'own/document.hbs', theme: './own' });
    project.write('own/document.hbs', '{{nothing}}');
    project.write('own/theme.json', '[]');
    const { code, stderr } = await project.run(['validate']);
    expect(code).toBe(1);
    expect(stderr).toContain('own/document.hbs:1');
    expect(stderr).toContain('own/theme.json:1');
  });

  it('is null for each default that it does not give', async () => {
    const report = new Report();
    const config = await loadConfig(await openWorld(new Project().root), report);
    expect(report.diagnostics).toEqual([]);
    expect(new Set(Object.values(config ?? { not: 'there' }))).toEqual(new Set([null]));
  });

  it('has a JSON Schema in docs/schema, in which every field is described', () => {
    const file = path.join(packageRoot, 'docs/schema/config.schema.json');
    const schema = configSchema();
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
    const fields = Object.entries(schema.properties ?? {}) as [string, { description?: string }][];
    expect(fields.length).toBeGreaterThan(8);
    expect(fields.filter(([, { description }]) => description === undefined)).toEqual([]);
    expect(text).toContain('"hyphen-as-dash"');
  });
});

describe('a wrong config', () => {
  it.each<readonly [string, unknown, string, string]>([
    ['unknown-field', { formatz: ['pdf'] }, '2:3', 'Did you mean "formats"?'],
    ['bad-value', { formats: ['pfd'] }, '3:5', 'Did you mean "pdf"?'],
    ['wrong-type', { strict: 'yes' }, '2:13', 'Write true or false.'],
    ['bad-value', { pdfStandard: 'ua-3' }, '2:18', 'ua-2'],
    ['file-outside', { out: '../elsewhere' }, '2:10', 'For a folder outside the project use the option --out'],
    ['file-outside', { out: '/tmp' }, '2:10', 'For a folder outside the project use the option --out'],
    ['unknown-warning', { allow: [{ code: 'hyphen-as-dsh', reason: 'x' }] }, '4:15', 'Did you mean "hyphen-as-dash"?'],
    ['unknown-warning', { allow: [{ code: 'missing-field', reason: 'x' }] }, '4:15', 'errors cannot be allowed'],
    ['not-a-warning', { allow: [{ code: 'mtavruli', reason: 'x' }] }, '4:15', 'Fix what it finds.'],
    ['missing-field', { allow: [{ code: 'hyphen-as-dash' }] }, '3:5', 'Add "reason"'],
    ['blank-text', { allow: [{ code: 'hyphen-as-dash', reason: ' ' }] }, '5:17', 'Write the text'],
    ['bad-value', { allow: [{ code: 'double-space', reason: 'x', path: 'sections' }] }, '6:15', '$.sections[0].title'],
    ['wrong-type', ['pdf'], '1:1', '{ … }'],
    ['bad-value', { text: { wrap: 5 } }, '3:13', '20 to 1000'],
  ])('%s %j', async (code, config, at, hint) => {
    const project = withConfig(config);
    const ran = await project.run(['build']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`error[${code}]`);
    expect(ran.stderr).toContain(`--> ${configFile}:${at}`);
    expect(ran.stderr).toContain(hint);
    expect(project.list('output')).toEqual([]);
  });

  it.each(['{', '{"__proto__": {}}', '\uFEFF\uFEFF'])('%j, in validate, too', async (text) => {
    const project = new Project();
    project.write(configFile, text);
    const { code, diagnostics } = await project.runJson(['validate']);
    expect(code).toBe(1);
    expect(diagnostics).toMatchObject([{ severity: 'error', at: { file: configFile, line: 1 } }]);
  });

  it('that leads out of the project by a link is refused, not passed over', async () => {
    const project = new Project();
    const outside = path.join(tmpdir(), `etrati-config-${process.pid}.json`);
    writeFileSync(outside, '{}');
    symlinkSync(outside, path.join(project.root, configFile));
    const { code, stderr } = await project.run(['build']);
    expect(code).toBe(2);
    expect(stderr).toContain('file-outside');
  });
});

describe('warnings that the config allows', () => {
  const reason = 'The donor writes it so.';

  it('are counted apart, also under --strict, and told in JSON with their reason', async () => {
    const project = withConfig({ allow: [{ code: 'hyphen-as-dash', reason }] });
    project.edit('"Support to secure borders and', '"Support to secure borders - and');
    const { code, stderr } = await project.run(['validate', '--strict']);
    expect(code).toBe(0);
    expect(stderr).toBe('Checked 1 document. No errors, no warnings. The config allows 1 warning.\n');
    const json = JSON.parse((await project.run(['validate', '--diagnostics', 'json'])).stdout) as unknown;
    expect(json).toMatchObject({ diagnostics: [], allowed: [{ code: 'hyphen-as-dash', reason }] });
  });

  it('may be of the data', async () => {
    const project = withConfig({ allow: [{ code: 'parity-numbers', reason }] });
    project.edit('"Support to secure borders and', '"Support to 7 secure borders and');
    const { code, stderr } = await project.run(['validate', '--strict', brochure]);
    expect(stderr).toContain('The config allows 1 warning.');
    expect(code).toBe(0);
  });

  it('may be of one file and of one path', async () => {
    const allowed = async (where: object) => {
      const project = withConfig({ allow: [{ code: 'hyphen-as-dash', reason, ...where }] });
      project.edit('"Support to secure borders and', '"Support to secure borders - and');
      return project.runJson(['validate', brochure]);
    };
    const [found] = (await allowed({ path: '$.nothing' })).diagnostics;
    const path = found?.at?.path ?? '';
    expect(path).toMatch(/^\$\..*\.en$/);
    for (const where of [{ file: brochure }, { path }, { path: path.replace(/\.en$/, ''), file: brochure }])
      expect((await allowed(where)).diagnostics, JSON.stringify(where)).toEqual([]);
    for (const where of [{ file: 'data/brochure/other.json' }, { path: `${path}x` }, { path: '$.sections[7]' }])
      expect((await allowed(where)).diagnostics.map(({ code }) => code)).toContain('hyphen-as-dash');
  });

  it('are told where nothing gives them, if all was looked at', async () => {
    const allow = [
      { code: 'hyphen-as-dash', reason },
      { code: 'double-space', reason, path: '$.title' },
      { code: 'double-space', reason, file: 'data/brochure/gone.json' },
      { code: 'picture-coarse', reason },
    ];
    const project = withConfig({ allow });
    const { code, diagnostics } = await project.runJson(['validate', '--strict']);
    expect(code).toBe(1);
    expect(diagnostics).toMatchObject([
      { code: 'allowance-unused', at: { file: configFile, path: '$.allow[0]' } },
      { message: 'There is no warning "double-space" in any document at $.title.' },
      { message: '"allow" names "data/brochure/gone.json", which is not a data file of this project.' },
    ]);
    expect(diagnostics).toHaveLength(3);
    expect((await project.run(['validate', '--strict', brochure])).code).toBe(0);
    project.edit('"title": {', '"titel": {');
    // A document that is not whole was not looked at.
    const broken = (await project.runJson(['validate'])).diagnostics.filter((each) => each.code === 'allowance-unused');
    expect(broken.map(({ at }) => at?.path)).toEqual(['$.allow[2]']);
  });

  it('are no others', async () => {
    const project = withConfig({ allow: [{ code: 'ascii-quotes', reason }] });
    project.edit('"Support to secure borders and', '"Support to secure borders - and');
    expect((await project.run(['validate', '--strict', brochure])).code).toBe(1);
  });
});
