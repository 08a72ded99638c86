import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine, Refused } from '../../src/index.ts';
import { packageRoot } from '../../src/world.ts';
import { brochure, Project } from '../cli/project.ts';
import { unpacked } from '../pdf/unpacked.ts';
import { heavy } from '../tier.ts';

const root = mkdtempSync(path.join(tmpdir(), 'etrati-engine-'));
cpSync(path.join(packageRoot, 'data'), path.join(root, 'data'), { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));
const env = {};
const formats = ['html', 'docx', 'pdf'] as const;

describe('build', () => {
  it('gives named bytes for each language and format asked for, in that order', async () => {
    const { outputs, diagnostics } = await createEngine({ root, env }).build(brochure, { formats: ['html'] });
    expect(diagnostics).toEqual([]);
    expect(outputs.map(({ name }) => name)).toEqual(['brochure.en.html', 'brochure.ka.html']);
    expect(new TextDecoder().decode(outputs[1]?.bytes)).toMatch(/^<!doctype html>.*lang="ka/is);
  });

  heavy.each(formats)('gives the same bytes of %s cold, warm and after another document', async (format) => {
    const engine = createEngine({ root, env });
    const bytes = async (warm: typeof engine) => {
      const { outputs } = await warm.build(brochure, { formats: [format], languages: ['ka'] });
      return Buffer.from(outputs[0]?.bytes ?? []).toString('base64');
    };
    const cold = await bytes(engine);
    await engine.build(brochure, { formats: [format], languages: ['en'] });
    expect(cold.length).toBeGreaterThan(1000);
    expect((await bytes(engine)) === cold).toBe(true);
    expect((await bytes(createEngine({ root, env }))) === cold).toBe(true);
  });

  it('takes the date of the files from SOURCE_DATE_EPOCH', async () => {
    const bytes = async (at: string) => {
      const { outputs } = await createEngine({ root, env: { SOURCE_DATE_EPOCH: at } }).build(brochure, {
        formats: ['pdf'],
        languages: ['en'],
      });
      return unpacked(outputs[0]?.bytes ?? new Uint8Array());
    };
    expect(await bytes('1000000000')).toContain('(D:20010909');
    const { diagnostics } = await createEngine({ root, env: { SOURCE_DATE_EPOCH: 'now' } }).build(brochure);
    expect(diagnostics).toMatchObject([{ code: 'bad-source-date', at: null }]);
  });
});

describe('findings are values', () => {
  const none = { outputs: [] };

  it.each([
    ['file-missing', 'none.json', {}],
    ['unknown-theme', brochure, { theme: 'none' }],
    ['unknown-template', brochure, { template: 'none' }],
    ['unknown-language', brochure, { languages: ['fr'] }],
  ])('%s', async (code, file, options) => {
    const result = await createEngine({ root }).build(file, options);
    expect(result).toMatchObject({ ...none, diagnostics: [{ severity: 'error', code, at: null }] });
  });

  it('folder-missing, for the root', async () => {
    const result = await createEngine({ root: path.join(root, 'none') }).build(brochure);
    expect(result).toMatchObject({ ...none, diagnostics: [{ code: 'folder-missing' }] });
  });

  it('of a theme that was read before are told again', async () => {
    const project = new Project();
    project.write('templates/themes/broken/theme.json', '{');
    const engine = createEngine({ root: project.root });
    const first = await engine.validate(brochure, { theme: 'broken' });
    expect(first).not.toEqual([]);
    expect(await engine.validate(brochure, { theme: 'broken' })).toEqual(first);
  });

  it('of a template that was mended are gone after close', async () => {
    const project = new Project();
    project.editTemplate('{{title}}', '{{titel}}');
    const engine = createEngine({ root: project.root });
    expect(await engine.validate(brochure)).toMatchObject([{ code: 'unknown-path' }]);
    project.editTemplate('{{title}}', '{{title}}');
    engine.close();
    expect(await engine.validate(brochure)).toEqual([]);
  });
});

describe('document', () => {
  it('is the tree that the writers get', async () => {
    const document = await createEngine({ root }).document(brochure, 'ka');
    expect(document).toMatchObject({ kind: 'brochure', lang: 'ka', metadata: { date: '2026-11-23' } });
    expect(document.body.length).toBeGreaterThan(3);
  });

  it('throws Refused with the findings where there is none', async () => {
    const refusal = createEngine({ root }).document(brochure, 'fr');
    await expect(refusal).rejects.toBeInstanceOf(Refused);
    await expect(refusal).rejects.toMatchObject({ diagnostics: [{ code: 'unknown-language' }] });
  });
});
