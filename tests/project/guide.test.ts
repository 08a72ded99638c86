/** docs/guide.md is true: what it says to write builds. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/index.ts';
import { packageRoot } from '../../src/world.ts';
import { Project } from '../cli/project.ts';

it('the walk of docs/guide.md makes a brochure with its photo and its table', async () => {
  const guide = readFileSync(path.join(packageRoot, 'docs/guide.md'), 'utf8');
  const blocks = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json));
  const [, csv = ''] = /```csv\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(blocks.map(({ type }) => type)).toEqual(['picture', 'table']);
  const project = new Project();
  const [, init = ''] = /^etrati (init .*)$/m.exec(guide) ?? [];
  expect((await project.run(init.split(' '))).code).toBe(0);
  const [, folder = ''] = init.split(' ');
  const file = path.join(project.root, folder, 'data/brochure', `${folder}.json`);
  const data = JSON.parse(readFileSync(file, 'utf8'));
  data.sections[0].blocks.push(...blocks);
  writeFileSync(file, JSON.stringify(data));
  writeFileSync(path.join(path.dirname(file), 'courses.csv'), csv);
  const photo = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#468' } });
  writeFileSync(path.join(path.dirname(file), 'photo.jpg'), await photo.jpeg().toBuffer());
  const engine = createEngine({ root: path.join(project.root, folder) });
  const { outputs, diagnostics } = await engine.build(`data/brochure/${folder}.json`, { formats: ['html'] });
  expect(diagnostics.map(({ code }) => code).filter((code) => code !== 'starter-words')).toEqual([]);
  const page = new TextDecoder().decode(outputs.find(({ lang }) => lang === 'en')?.bytes);
  expect(/First aid[\s\S]*8,200\.50[\s\S]*10,310\.00/.test(page)).toBe(true);
  expect(page.includes('"Rescuers put a boat into the water."')).toBe(true);
});
