/**
 * docs/schema/openapi.json is what the service says of itself, and sound OpenAPI 3.1.
 * After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/serve/openapi.test.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { openApi } from '../../src/serve/openapi.ts';
import { packageRoot } from '../../src/world.ts';

it('is published as it is, and valid', async () => {
  const file = path.join(packageRoot, 'docs/schema/openapi.json');
  const text = `${JSON.stringify(openApi(), null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
  const validator = new Validator();
  expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  const broken = await new Validator().validate({ ...JSON.parse(text), paths: { '/documents': { post: 1 } } });
  expect(broken.valid).toBe(false);
});

it('has schemas that tell a document from what is none', () => {
  const { components } = openApi() as { components: { schemas: Record<string, object> } };
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: 'https://etrati.test/openapi', components });
  const check = ajv.compile({ $ref: 'https://etrati.test/openapi#/components/schemas/Document' });
  expect(check({ base: 'data/base.json', patch: { title: { en: 'Coast' } }, formats: ['pdf'] })).toBe(true);
  expect(check({ base: 1 })).toBe(false);
  expect(check({ base: 'base.json', formats: ['exe'] })).toBe(false);
  const problem = ajv.compile({ $ref: 'https://etrati.test/openapi#/components/schemas/Problem' });
  expect(problem({ type: 'urn:etrati:problem:bug', title: 'A', status: 500, detail: 'B' })).toBe(true);
  expect(problem({ type: 'urn:etrati:problem:bug' })).toBe(false);
});
