/** What data may hold, its template asks for: a field that none of its paths reaches would be left out in silence. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { kinds, shapeOf } from '../../src/input/kinds.ts';
import type { DataShape } from '../../src/model/datum.ts';
import { compileTemplate } from '../../src/template/compile.ts';
import { openWorld } from '../../src/world.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What no template shows, each with what becomes of it; by the end of its path. */
const elsewhere: readonly (readonly [field: RegExp, reason: string])[] = [
  [/^\$\.(?:kind|\$schema|languages)$/, 'says how the file is read'],
  [/^\$\.(?:date|description|author|keywords)$/, 'metadata of every format'],
  [/^\$\.source(?:\.|$)/, 'where the text is from, for those who keep the file'],
  [/\.(?:consent|shows)(?:\.|$)/, 'held by rules: what a picture shows, and who agreed'],
  [/\.code\.type$|\.chart\.type$|\.foot\[\]\.look$/, 'has one value'],
  [
    /^\$\.project(?:\.(?:identifier|name|start|end|period(?:\.(?:start|end))?))?$/,
    'the time that dates are held against, and what catalogues call the project',
  ],
  [/^\$\.results\.periods\[\]\.(?:start|end)$/, 'held against dates by rules; a period is shown by its name'],
  [/\.(?:rules|donor|authority)$/, 'chosen and held by the rules of visibility, in whose wording they stand'],
  [/\.columns\[\]\.(?:from|as|decimals)$/, 'says how the file of a table is read, and its numbers written'],
  [/\.(?:received|lines)\[\]\.decimals$/, 'asks for decimals of all amounts, which "decimals" of the budget has'],
  [/(?:\.data|\.series\[\]\.from)$/, 'says how the file of a chart is read'],
  [/^\$\.order$/, 'the order of "chapters", which is asked for'],
  [/\.plain(?:\.|$)/, 'of the easy edition, which has a template of its own'],
  [/^\$\.extra$/, 'free data for templates of one’s own'],
  [/\.money\.agreed$/, 'held by a rule against the sum of the lines, which is shown'],
];
const isElsewhere = (field: string) => elsewhere.some(([pattern]) => pattern.test(field));

/** The same shape, which notes whose fields are asked for. */
function noting(shape: DataShape, at: string, asked: Set<string>, all: Set<string>): DataShape {
  if (shape.type === 'leaf' || shape.type === 'free') return shape;
  if (shape.type === 'list') return { type: 'list', items: noting(shape.items, `${at}[]`, asked, all) };
  const fields = Object.fromEntries(
    Object.entries(shape.fields).map(([name, field]) => {
      all.add(`${at}.${name}`);
      return [name, noting(field, `${at}.${name}`, asked, all)];
    }),
  );
  const noted = new Proxy(fields, {
    get(target, name) {
      if (typeof name === 'string') asked.add(`${at}.${name}`);
      return Reflect.get(target, name) as unknown;
    },
  });
  return { type: 'record', fields: noted };
}

it.each(Object.keys(kinds))('every field of a %s is asked for by its template', async (name) => {
  const kind = kinds[name];
  if (kind === undefined) throw new Error('no such kind');
  const [asked, all] = [new Set<string>(), new Set<string>()];
  const shape = noting(shapeOf(kind), '$', asked, all);
  const report = new Report();
  await compileTemplate(`templates/${name}/document.hbs`, await openWorld(root), shape, report);
  expect(report.diagnostics).toEqual([]);
  expect(all.size).toBeGreaterThan(50);
  const silent = [...all].filter((field) => !asked.has(field) && !isElsewhere(field));
  expect(silent).toEqual([]);
});
