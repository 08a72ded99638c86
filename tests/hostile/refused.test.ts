/**
 * Hostile input, refused through the whole program: exit code 1 or 2, never 3; the place where there is one, a reason, a
 * hint, no stack, nothing written. README.md in this folder says where the cases are that other tests prove.
 */
import { cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/world.ts';
import { brochure, Project } from '../cli/project.ts';

interface Case {
  readonly name: string;
  /** What spoils a project; it may tell which file to build. */
  readonly spoil: (project: Project) => string | void | Promise<void>;
  readonly code: string;
  /** `file:line:column`; null where the fault is of the call, or the file as a whole. */
  readonly at: string | null;
  readonly message: RegExp;
}

const template = 'templates/brochure/document.hbs';
const theme = 'templates/themes/gza/theme.json';
const picture = 'data/brochure/route.svg';
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const svg = (body: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${body}</svg>`;
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** A sparse file: large to ask for, and nothing on the disk. */
function grow(project: Project, file: string, bytes: number): void {
  project.write(file, '{');
  truncateSync(path.join(project.root, file), bytes);
}

function ownTheme(project: Project, was: string, now: string): void {
  cpSync(path.join(packageRoot, 'templates/themes'), path.join(project.root, 'templates/themes'), { recursive: true });
  const text = project.read(theme);
  if (!text.includes(was)) throw new Error(`the theme has no ${was}`);
  project.write(theme, text.replace(was, now));
}

/** A place outside of the project, with a file that says a secret. */
function outside(project: Project, name: string, content: string): string {
  const folder = `${project.root}-outside`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}

function link(project: Project, target: string, file: string): void {
  mkdirSync(path.dirname(path.join(project.root, file)), { recursive: true });
  symlinkSync(target, path.join(project.root, file));
}

async function bomb(project: Project): Promise<void> {
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(100_000, 16);
  png.writeUInt32BE(100_000, 20);
  const { crc32 } = await import('node:zlib');
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  project.write(picture, png);
}

const encodings: readonly Case[] = [
  {
    name: 'data in UTF-16',
    spoil: (project) => project.write(brochure, utf16(project.read(brochure))),
    ...{ code: 'not-utf8', at: `${brochure}:1:1`, message: /UTF-16/ },
  },
  {
    name: 'a template in UTF-16',
    spoil: (project) => project.write(template, utf16('<document></document>')),
    ...{ code: 'not-utf8', at: `${template}:1:1`, message: /UTF-8/ },
  },
  {
    name: 'a theme in UTF-16',
    spoil: (project) => project.write(theme, utf16('{}')),
    ...{ code: 'not-utf8', at: `${theme}:1:1`, message: /UTF-16/ },
  },
  {
    name: 'a picture in UTF-16',
    spoil: (project) => project.write(picture, utf16(svg(''))),
    ...{ code: 'not-a-picture', at: 'src', message: /is a file in UTF-16, not a PNG, JPEG/ },
  },
];

const sizes: readonly Case[] = [
  {
    name: 'data of 300 MB',
    spoil: (project) => grow(project, brochure, 300 * 2 ** 20),
    ...{ code: 'file-too-large', at: null, message: /brochure\.json" is too large: 300\.0 MB, at most/ },
  },
  {
    // Node reads no file of more than 2 GiB: tried, it would throw.
    name: 'data of 5 GB, which nobody tries to read',
    spoil: (project) => grow(project, brochure, 5 * 2 ** 30),
    ...{ code: 'file-too-large', at: null, message: /is too large: 5120\.0 MB/ },
  },
  {
    name: 'a template of 300 MB',
    spoil: (project) => grow(project, template, 300 * 2 ** 20),
    ...{ code: 'file-too-large', at: null, message: /document\.hbs" is too large/ },
  },
  {
    name: 'a theme of 300 MB',
    spoil: (project) => grow(project, theme, 300 * 2 ** 20),
    ...{ code: 'file-too-large', at: null, message: /theme\.json" is too large/ },
  },
  {
    name: 'a picture of 300 MB',
    spoil: (project) => grow(project, picture, 300 * 2 ** 20),
    ...{ code: 'file-too-large', at: 'src', message: /route\.svg" is too large/ },
  },
  {
    name: 'a picture bomb: 100,000 × 100,000 pixels in a few bytes',
    spoil: bomb,
    ...{ code: 'picture-too-large', at: 'src', message: /100,000 × 100,000 pixels/ },
  },
  {
    name: 'an SVG of a million nodes',
    spoil: (project) => project.write(picture, svg('<g/>'.repeat(1_000_000))),
    ...{ code: 'picture-too-large', at: 'src', message: /too large/ },
  },
  {
    name: 'data nested 41 deep',
    spoil: (project) => project.edit('"2026-11-23"', nested(41)),
    ...{ code: 'too-deep', at: 'too-deep', message: /more than 40 levels/ },
  },
  {
    name: 'data nested a million deep',
    spoil: (project) => project.write(brochure, '['.repeat(1_000_000)),
    ...{ code: 'too-deep', at: `${brochure}:1:41`, message: /more than 40 levels/ },
  },
  {
    name: 'a theme nested a million deep',
    spoil: (project) => project.write(theme, '{"a":'.repeat(1_000_000)),
    ...{ code: 'too-deep', at: `${theme}:1:201`, message: /more than 40 levels/ },
  },
];

const ways: readonly Case[] = [
  {
    name: 'data outside of the project by ..',
    spoil: (project) => `../${path.basename(path.dirname(outside(project, 'x.json', '{}')))}/x.json`,
    ...{ code: 'file-outside', at: null, message: /is outside the project folder/ },
  },
  {
    name: 'data outside of the project by a symbolic link',
    spoil(project) {
      link(project, outside(project, 'x.json', '{}'), 'data/brochure/linked.json');
      return 'data/brochure/linked.json';
    },
    ...{ code: 'file-outside', at: null, message: /is outside the project folder/ },
  },
  {
    name: 'data in a folder that is a symbolic link out of the project',
    spoil(project) {
      link(project, path.dirname(outside(project, 'x.json', '{}')), 'data/linked');
      return 'data/linked/x.json';
    },
    ...{ code: 'file-outside', at: null, message: /is outside the project folder/ },
  },
  {
    name: 'a template outside of the project by a symbolic link',
    spoil: (project) => link(project, outside(project, 'document.hbs', 'secret'), template),
    ...{ code: 'file-outside', at: null, message: /is outside the project folder/ },
  },
  {
    name: 'a partial outside of the project by a symbolic link',
    spoil(project) {
      project.editTemplate('{{> emblem}}', '{{> far}}');
      link(project, outside(project, 'far.hbs', 'secret'), 'templates/brochure/partials/far.hbs');
    },
    ...{ code: 'file-outside', at: 'partial', message: /is outside the project folder/ },
  },
  {
    name: 'a partial named by ..',
    spoil: (project) => project.editTemplate('{{> emblem}}', '{{> ../../../far}}'),
    ...{ code: '', at: 'partial', message: /./ },
  },
  {
    name: 'a font outside of the project',
    spoil: (project) => ownTheme(project, 'fonts/firago/FiraGO-Regular.ttf', '../../etc/passwd'),
    ...{ code: 'file-outside', at: 'font', message: /is outside the project folder/ },
  },
  {
    name: 'a font that is a device',
    spoil: (project) => ownTheme(project, 'fonts/firago/FiraGO-Regular.ttf', '/dev/zero'),
    ...{ code: 'file-outside', at: 'font', message: /is outside the project folder/ },
  },
];

const loops: readonly Case[] = [
  {
    name: 'a template that includes itself by another',
    spoil(project) {
      project.editTemplate('{{> emblem}}', '{{> one}}');
      project.write('templates/brochure/partials/one.hbs', '{{> two}}');
      project.write('templates/brochure/partials/two.hbs', '<emblem name="{{name}}"/>{{> one}}');
    },
    ...{ code: 'partial-includes-itself', at: 'templates/brochure/partials/two.hbs:1:26', message: /includes itself/ },
  },
  {
    name: 'a template that multiplies without measure',
    spoil(project) {
      const lists = '{{#each @root.about.aims}}'.repeat(12);
      project.editTemplate('<p look="lead">{{prioritiesLead}}</p>', `<p>x${lists}x${'{{/each}}'.repeat(12)}</p>`);
    },
    ...{ code: 'output-too-large', at: `${template}:1:1`, message: /too much markup/ },
  },
  {
    name: 'a theme whose aliases go round',
    spoil: (project) => ownTheme(project, '"{color.pale}"', '"{color.rail}"'),
    ...{ code: 'alias-cycle', at: 'alias', message: /leads back to itself/ },
  },
];

describe.each([...encodings, ...sizes, ...ways, ...loops])('$name', ({ spoil, code, at, message }) => {
  it('is refused', async () => {
    const project = new Project();
    const file = (await spoil(project)) ?? brochure;
    const json = await project.runJson(['build', file]);
    expect([1, 2]).toContain(json.code);
    const found = json.diagnostics.find((each) => (code === '' ? each.severity === 'error' : each.code === code));
    expect(found, JSON.stringify(json.diagnostics.slice(0, 3))).toBeDefined();
    expect(found?.message).toMatch(message);
    expect(found?.hints.join(' ')).toMatch(/\w/);
    const place = found?.at == null ? null : `${found.at.file}:${found.at.line}:${found.at.column}`;
    if (at === null || at.includes(':')) expect(place).toBe(at);
    else expect(place).toMatch(/^\S+:[1-9]\d*:[1-9]\d*$/);

    const { code: exit, stderr, stdout } = await project.run(['build', file]);
    expect([exit, stdout]).toEqual([json.code, '']);
    expect(stderr).toContain(found?.message);
    expect(stderr).not.toMatch(/\n\s+at |node:internal|node_modules|secret|root:/);
    expect(project.list('output')).toEqual([]);
  });
});

it('what stands behind the end of a picture goes no further', async () => {
  const plain = sharp({ create: { width: 30, height: 20, channels: 3, background: '#0033a0' } });
  for (const bytes of [await plain.clone().png().toBuffer(), await plain.clone().jpeg().toBuffer()]) {
    const project = new Project();
    project.write(picture, Buffer.concat([bytes, Buffer.from('canary-behind-the-picture')]));
    const { code, stderr } = await project.run(['build', brochure]);
    expect(code, stderr).toBe(0);
    const page = project.read('output/brochure.ka.html');
    const embedded = [...page.matchAll(/base64,([A-Za-z0-9+/=]+)/g)].map(([, text = '']) =>
      Buffer.from(text, 'base64').toString('latin1'),
    );
    expect(embedded.length).toBeGreaterThan(0);
    expect(embedded.filter((text) => text.includes('canary'))).toEqual([]);
  }
});
