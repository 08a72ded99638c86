/** The JSON Schemas in docs/schema, for editors. After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/input */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { jsonSchema, kinds, shapeOf } from '../../src/input/kinds.ts';
import { loadData } from '../../src/input/load.ts';
import type { DataShape } from '../../src/model/datum.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

const folder = path.join(packageRoot, 'docs/schema');

test.each(Object.values(kinds))('docs/schema has the schema of $name', (kind) => {
  const file = path.join(folder, `${kind.name}.schema.json`);
  const schema = `${JSON.stringify(jsonSchema(kind), null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, schema);
  expect(existsSync(file), `${file} is missing`).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(schema);
});

test('docs/schema has no others but those that tests of their own rooms look after', () => {
  const others = ['config', 'diff', 'diagnostics', 'accessibility-report', 'answers'];
  const names = [...Object.keys(kinds), ...others].map((name) => `${name}.schema.json`);
  expect(readdirSync(folder).sort()).toEqual([...names, 'openapi.json', 'sarif-2.1.0.schema.json'].sort());
});

test.each(Object.values(kinds))('every field of $name is described', (kind) => {
  expect(undescribed(jsonSchema(kind), '$')).toEqual([]);
});

function undescribed(schema: unknown, at: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { description, properties, items, anyOf, oneOf, definitions, $ref } = schema as Record<string, unknown>;
  const own = typeof description === 'string' || typeof $ref === 'string' || at.endsWith('?') ? [] : [at];
  const fields = Object.entries(properties ?? {}).flatMap(([name, field]) => undescribed(field, `${at}.${name}`));
  const named = Object.entries(definitions ?? {}).flatMap(([name, each]) => undescribed(each, `${name}?`));
  const within = [anyOf, oneOf].flatMap((choice) => (Array.isArray(choice) ? choice : []));
  const choices = within.flatMap((each) => undescribed(each, `${at}?`));
  // The items of a list of bare values are described by the list.
  const item = Object.hasOwn(Object(items), 'properties') ? undescribed(items, `${at}[]`) : [];
  return [...own, ...fields, ...named, ...choices, ...item];
}

test('examples name their schema, and it is there', async () => {
  const world = await openWorld(packageRoot);
  const examples = Object.keys(kinds).flatMap((kind) =>
    readdirSync(path.join(packageRoot, 'data', kind))
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({ kind, file: `data/${kind}/${name}` })),
  );
  expect(examples.length).toBeGreaterThan(0);
  for (const { kind, file } of examples) {
    const report = new Report();
    const loaded = await loadData(file, world, report);
    expect(report.diagnostics).toEqual([]);
    expect(loaded?.kind).toBe(kind);
    const { $schema } = JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8')) as { $schema: string };
    const named = path.posix.join(path.posix.dirname(file), $schema);
    expect(named).toBe(`docs/schema/${kind}.schema.json`);
  }
});

test('a template sees texts as leaves, and each optional part with its shape', () => {
  const { brochure } = kinds;
  const shape = brochure === undefined ? undefined : shapeOf(brochure);
  const leaf: DataShape = { type: 'leaf' };
  expect(shape).toMatchObject({
    type: 'record',
    fields: {
      title: leaf,
      keywords: { type: 'list', items: leaf },
      themes: { fields: { items: { items: { fields: { name: leaf, developed: leaf, areas: { items: leaf } } } } } },
      overview: {
        fields: { figure: { fields: { src: leaf, alt: leaf, decorative: leaf, caption: leaf, credit: leaf } } },
      },
      contact: { fields: { links: { items: { fields: { href: leaf, text: leaf, description: leaf } } } } },
    },
  });
});

test('kinds have no names but their own', () => {
  expect(kinds.constructor).toBeUndefined();
  expect(kinds.toString).toBeUndefined();
  expect(Object.keys(kinds)).toContain('brochure');
});
