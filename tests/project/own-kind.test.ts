/** A kind of one's own, as a user makes it: `tests/fixtures/own-kind` is a project with a certificate. */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { keywords } from '../../src/input/own/keywords.ts';
import { faultOfPattern, longestMatched } from '../../src/input/own/pattern.ts';
import { packageRoot } from '../../src/world.ts';
import { Project } from '../cli/project.ts';

const data = 'data/certificate/cert.json';
const schema = 'templates/certificate/schema.json';

class Certificates extends Project {
  constructor() {
    super();
    cpSync(path.join(packageRoot, 'tests/fixtures/own-kind'), this.root, { recursive: true });
  }

  /** A file with the first `was` in it replaced. */
  change(file: string, was: string, now: string): void {
    const text = this.read(file);
    if (!text.includes(was)) throw new Error(`${file} has no ${was}`);
    this.write(
      file,
      text.replace(was, () => now),
    );
  }

  async findings() {
    return (await this.runJson(['validate', data])).diagnostics;
  }
}

describe('a kind of one’s own', () => {
  it('is built with the others, and its page and schema are printed', async () => {
    const project = new Certificates();
    const { code, stderr } = await project.run(['build', '--format', 'html', '--lang', 'en']);
    expect(code, stderr).toBe(0);
    expect(project.list('output')).toEqual(['brochure.en.html', 'cert.en.html']);
    const html = project
      .read('output/cert.en.html')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('\u00a0', ' ');
    for (const words of ['Nino Beridze', '40 hours', '16 November 2026', 'TR-2026-014', 'Security features'])
      expect(html).toContain(words);
    const page = (await project.run(['schema', 'certificate', '--page'])).stdout;
    expect(page).toContain('- `holder` (text): Who took part.');
    expect(page).toContain('- `number` (plain text, optional): The number in the register.');
    expect(page).not.toMatch(/undefined|\[object/);
    const { stdout } = await project.run(['schema', 'certificate']);
    expect(JSON.parse(stdout)).toMatchObject({
      $id: 'urn:etrati:schema:certificate',
      required: expect.arrayContaining(['hours']),
    });
  });

  it.each([
    [
      '"minimum": 1, "maximum": 400',
      '"minimum": 10, "maximum": 5',
      '"maximum"',
      /No whole number can meet both "minimum": 10/,
    ],
    [
      '"minItems": 1, "maxItems": 8',
      '"minItems": 9, "maxItems": 8',
      '"maxItems"',
      /No value can meet both "minItems": 9/,
    ],
    [
      '"minimum": 1, "maximum": 400',
      '"exclusiveMinimum": 5, "exclusiveMaximum": 6',
      '"exclusiveMaximum"',
      /No whole number/,
    ],
    [
      '"enum": ["attended", "passed", "distinction"]',
      '"enum": ["passed"], "maxLength": 2',
      '"maxLength"',
      /not checked beside "enum"/,
    ],
    ['"examples": ["TR-2026-014"]', '"examples": ["TR-14"]', '"TR-14"', /The example "TR-14" does not have the form/],
    [
      '"etrati": "date"',
      '"type": "string", "format": "date", "pattern": "x"',
      '"pattern": "x"',
      /not checked beside "format"/,
    ],
  ])('refuses a schema that contradicts itself: %s as %s', async (was, now, place, message) => {
    const project = new Certificates();
    project.change(schema, was, now);
    const findings = await project.findings();
    expect(findings).toMatchObject([
      { code: 'bad-kind-schema', message: expect.stringMatching(message), at: { file: schema } },
    ]);
    const { line = 0, column = 0 } = findings[0]?.at ?? {};
    expect(
      project
        .read(schema)
        .split('\n')
        [line - 1]?.slice(column - 1),
    ).toMatch(new RegExp(`^${place}`));
  });

  it('tells what a partial of ours lacks where the template calls it', async () => {
    const project = new Certificates();
    project.change('templates/certificate/document.hbs', '<dl look="facts">', '{{> block}}<dl look="facts">');
    const findings = await project.findings();
    expect(findings.map(({ code, at }) => [code, at?.file])).toEqual([
      ['unknown-path', 'templates/certificate/document.hbs'],
      ['unknown-message', 'templates/certificate/document.hbs'],
    ]);
    expect(findings[0]?.message).toMatch(/^The partial "block" shows fields that are not here: "type", "text"/);
    expect(findings[1]?.message).toMatch(
      /^The partial "block" has words that the messages of the template lack: "target"/,
    );
  });

  it('says how a partial of ours is given what it shows', async () => {
    const project = new Certificates();
    project.change('templates/certificate/document.hbs', '<dl look="facts">', '{{> timeline}}<dl look="facts">');
    expect((await project.findings())[0]?.hints).toEqual([expect.stringContaining('{{> timeline this stops=FIELD}}')]);
  });

  it('warns of each field that its template does not show, at the schema', async () => {
    const project = new Certificates();
    project.change(
      schema,
      '"properties": {',
      '"properties": { "embargo": { "etrati": "date" }, "place": { "type": "object", "properties": { "town": { "etrati": "text" } } },',
    );
    const found = await project.findings();
    expect(found.map(({ code, severity, at }) => [code, severity, at?.path])).toEqual([
      ['field-unshown', 'warning', '$.properties.embargo'],
      ['field-unshown', 'warning', '$.properties.place'],
    ]);
  });

  it.each<readonly [code: string, was: string, now: string, at: string, hint: string]>([
    ['unknown-kind', '"kind": "certificate"', '"kind": "certificat"', '$.kind', 'Did you mean "certificate"?'],
    ['unknown-field', '"hours": 40', '"hours": 40, "ours": 1', '$.ours', 'Did you mean "hours"?'],
    ['missing-field', '  "hours": 40,\n', '', '$.hours', 'Add "hours": a whole number in digits, such as 12.'],
    ['wrong-type', '"hours": 40', '"hours": "40"', '$.hours', 'Write 40, without quotes.'],
    ['wrong-type', '"hours": 40', '"hours": "12,5"', '$.hours', 'Write 12 or 13, without quotes.'],
    ['wrong-type', '"hours": 40', '"hours": "many"', '$.hours', 'Write the whole number in digits'],
    ['bad-value', '"hours": 40', '"hours": 0', '$.hours', 'Write a whole number from 1 to 400.'],
    ['bad-value', '"passed"', '"pased"', '$.level', 'Did you mean "passed"?'],
    ['bad-value', 'TR-2026-014', 'TR 2026/14', '$.number', 'Write it as in "TR-2026-014".'],
    ['bad-date', '2026-11-16', '16.11.2026', '$.from', 'Write "2026-11-16".'],
    [
      'missing-translation',
      '"en": "Nino Beridze"',
      '"en_": "x"',
      '$.holder.en',
      'Add "en": "…", or remove "en" from "languages".',
    ],
    ['blank-text', '"ka": "ინტერვიუ"', '"ka": " "', '$.topics[1].ka', 'Write the text'],
    [
      'parity-numbers',
      '“Checking documents at',
      '“Checking 12 documents at',
      '$.course',
      'Check both against the source',
    ],
    [
      'bad-value',
      '"extra": {',
      '"extra": { "a": [[[[[[[[[[[[[1]]]]]]]]]]]]],',
      '$.extra',
      'Write it with fewer levels.',
    ],
    ['missing-translation', '"room": 4', '"room": { "en": "four" }', '$.extra.room', 'Add "ka": "…"'],
  ])('has findings as ours have: %s', async (code, was, now, at, hint) => {
    const project = new Certificates();
    project.change(data, was, now);
    const found = (await project.findings()).find((each) => each.code === code && each.at?.path === at);
    expect(found?.at, JSON.stringify(await project.findings(), null, 1)).toMatchObject({ file: data, path: at });
    expect(found?.at?.line).toBeGreaterThan(0);
    expect(found?.hints.join(' ')).toContain(hint);
  });

  it.each<readonly [code: string, was: string, now: string, at: string, says: string]>([
    [
      'bad-kind-schema',
      '"type": "integer"',
      '"type": "interger"',
      '$.properties.hours.type',
      'Did you mean "integer"?',
    ],
    ['bad-kind-schema', '"maximum": 400', '"maxinum": 400', '$.properties.hours.maxinum', 'Did you mean "maximum"?'],
    ['bad-kind-schema', '"maximum": 400', '"multipleOf": 4', '$.properties.hours.multipleOf', 'Known keywords here'],
    ['bad-kind-schema', '"maximum": 400', '"maximum": "400"', '$.properties.hours.maximum', 'Write a number.'],
    ['bad-kind-schema', '"etrati": "rich"', '"etrati": "ritch"', '$.properties.course.etrati', 'Did you mean "rich"?'],
    ['bad-kind-schema', '"hours", "signatures"]', '"ours"]', '$.required[5]', 'Did you mean "hours"?'],
    ['bad-kind-schema', '"number": {', '"title": {', '$.properties.title', 'call yours "my-title"'],
    ['bad-kind-schema', '"type": "object",', '"extends": "reprt",', '$.extends', 'Did you mean "report"?'],
    ['bad-kind-schema', '"type": "object",', '"patternProperties": {},', '$.patternProperties', 'Known keywords here'],
    [
      'kind-schema-reference',
      '#/$defs/topic',
      'https://example.org/x.json',
      '$.properties.topics.items.$ref',
      'Write "#/$defs/NAME"',
    ],
    [
      'kind-schema-reference',
      '#/$defs/topic',
      '#/$defs/topics',
      '$.properties.topics.items.$ref',
      'Did you mean "topic"?',
    ],
    [
      'kind-schema-reference',
      '{ "etrati": "text", "description": "A topic" }',
      '{ "$ref": "#/$defs/topic" }',
      '$["$defs"].topic["$ref"]',
      'Write out as many levels',
    ],
    [
      'kind-schema-pattern',
      '^[A-Z]{2,4}-[0-9]{4}-[0-9]{3}$',
      '^(a+)+$',
      '$.properties.number.pattern',
      'Write a simpler pattern',
    ],
    [
      'kind-schema-pattern',
      '^[A-Z]{2,4}-[0-9]{4}-[0-9]{3}$',
      '[',
      '$.properties.number.pattern',
      'Write a simpler pattern',
    ],
  ])('says what is wrong in its schema: %s %s → %s', async (code, was, now, at, says) => {
    const project = new Certificates();
    project.change(schema, was, now);
    const found = await project.findings();
    const plain = (text: string | undefined) => text?.replace(/\["(\$\w+)"\]/g, '.$1');
    const one = found.find((each) => each.code === code && plain(each.at?.path) === plain(at));
    expect(one?.at, JSON.stringify(found, null, 1)).toMatchObject({ file: schema });
    expect(one?.hints.join(' ')).toContain(says);
  });

  it('is not taken in by a schema that grows without end, or a large one', async () => {
    const project = new Certificates();
    const twice = (name: string) => ({
      type: 'array',
      items: { type: 'object', properties: { a: { $ref: name }, b: { $ref: name } } },
    });
    const $defs = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`d${index}`, twice(`#/$defs/d${index + 1}`)]),
    );
    project.write(
      schema,
      JSON.stringify({
        title: 'Bomb',
        properties: { x: { $ref: '#/$defs/d0' } },
        $defs: { ...$defs, d30: { etrati: 'blocks' } },
      }),
    );
    const started = performance.now();
    expect((await project.findings()).map(({ code }) => code)).toContain('kind-schema-too-large');
    project.write(schema, ' '.repeat(300_000));
    expect((await project.findings()).map(({ code }) => code)).toEqual(['file-too-large']);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('gives its template what it names, and free data', async () => {
    const project = new Certificates();
    const template = 'templates/certificate/document.hbs';
    project.change(
      template,
      '<p look="kind">{{label}}</p>',
      '<p look="kind">{{extra.nothing}}{{extra.room}} {{label}}</p>',
    );
    expect(await project.findings()).toEqual([]);
    project.change(template, '{{holder}}', '{{holdr}}');
    expect(await project.findings()).toMatchObject([
      { code: 'unknown-path', at: { file: template }, hints: [expect.stringContaining('holder'), expect.anything()] },
    ]);
  });

  it('is made again when its schema changes', async () => {
    const project = new Certificates();
    const engine = createEngine({ root: project.root });
    expect((await engine.validate(data, { languages: ['en'] })).length).toBe(0);
    project.change(schema, '"holder": {', '"bearer": {');
    project.change(schema, '"holder"', '"bearer"');
    project.change(data, '"holder"', '"bearer"');
    engine.invalidate([schema, data]);
    expect((await engine.validate(data)).map(({ code }) => code)).toContain('unknown-path');
    engine.close();
  });
});

describe('etrati init --kind-from', () => {
  it('makes a kind of ours one’s own, in a new project and in an old one', async () => {
    const project = new Project();
    mkdirSync(path.join(project.root, 'new'));
    expect((await project.run(['init', 'new/p', '--kind-from', 'factsheet', '--name', 'flyer'])).code).toBe(0);
    const at = (file: string) => `new/p/${file}`;
    const readme = project.read(at('templates/flyer/README.md'));
    for (const name of project.list(at('templates/flyer/partials')))
      expect(readme).toMatch(new RegExp(`\`partials/${name}\` \\| \\w`));
    // A field of one's own, shown by one's own template.
    const own = JSON.parse(project.read(at('templates/flyer/schema.json'))) as object;
    project.write(
      at('templates/flyer/schema.json'),
      JSON.stringify({
        ...own,
        required: ['price'],
        properties: { price: { etrati: 'money', description: 'What it costs' } },
      }),
    );
    const sheet = project.read(at('data/flyer/p.json'));
    project.write(
      at('data/flyer/p.json'),
      sheet.replace('"kind": "flyer"', '"kind": "flyer", "price": { "amount": 12.5, "currency": "GEL" }'),
    );
    const hbs = project.read(at('templates/flyer/document.hbs'));
    project.write(
      at('templates/flyer/document.hbs'),
      hbs.replace('<title>', '<p look="small">{{money price.amount price.currency}}</p><title>'),
    );
    const engine = createEngine({ root: path.join(project.root, 'new/p') });
    const document = await engine.document('data/flyer/p.json', 'en');
    expect(document.kind).toBe('factsheet');
    expect(JSON.stringify(document)).toContain('12.50');
    engine.close();
    const again = await project.run(['init', 'new/p', '--kind-from', 'flyer', '--name', 'flyer']);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('There is no kind of document "flyer"')]);
    expect((await project.run(['init', 'new/p', '--kind-from', 'document'])).code).toBe(0);
    const taken = await project.run(['init', 'new/p', '--kind-from', 'document']);
    expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining('is there already')]);
    expect(readFileSync(path.join(project.root, at('schema/my-document.schema.json')), 'utf8')).toContain(
      '"const": "my-document"',
    );
  });

  it('refuses names that cannot be', async () => {
    const project = new Project();
    for (const name of ['../x', 'report', 'A', 'themes']) {
      const { code } = await project.run(['init', 'p', '--kind-from', 'report', '--name', name]);
      expect(code, name).toBe(2);
    }
    expect(project.list('.')).toEqual(['data']);
  });
});

it('docs/own-kinds.md names every value of "etrati", with what it is', () => {
  const page = readFileSync(path.join(packageRoot, 'docs/own-kinds.md'), 'utf8');
  for (const [name, { says }] of Object.entries(keywords)) expect(page).toContain(`| \`${name}\` | ${says} |`);
});

it('docs/own-kinds.md shows how a template shows each of them', async () => {
  const page = readFileSync(path.join(packageRoot, 'docs/own-kinds.md'), 'utf8');
  const fields = Object.keys(keywords).map((name, index) => {
    const [, cell = ''] = new RegExp(`^\\| \`${name}\` \\|[^|]*\\|(.*)\\|$`, 'm').exec(page) ?? [];
    const own = `field${index}`;
    const call = (/`([^`]*)`/.exec(cell)?.[1] ?? '').replaceAll(/\bx\b/g, own).replace('money amount', 'money 5');
    expect(call, name).toContain(own);
    const one = { etrati: name, description: name };
    const schema = cell.includes('a list of them') ? { type: 'array', items: one, description: name } : one;
    const shown = call.startsWith('id=') ? `<section ${call}><h>{{title}}</h></section>` : call;
    const isInline = /^(?:\{\{(?![#>])|<a |<rich>)/.test(shown);
    return { own, schema, shown: `{{#if ${own}}}${isInline ? `<p>${shown}</p>` : shown}{{/if}}` };
  });
  const project = new Certificates();
  project.write(
    schema,
    JSON.stringify({ title: 'All', properties: Object.fromEntries(fields.map((each) => [each.own, each.schema])) }),
  );
  const shown = fields.map((each) => each.shown).join('\n');
  const head = '<cover><title>{{title}}</title></cover><section id="s"><h>{{title}}</h><p>{{title}}</p></section>';
  project.write('templates/certificate/document.hbs', `<document>${head}${shown}</document>`);
  for (const lang of ['ka', 'en']) {
    const words = readFileSync(path.join(packageRoot, `templates/document/messages.${lang}.json`), 'utf8');
    project.write(`templates/certificate/messages.${lang}.json`, words);
  }
  const { languages, date, title, description, author, keywords: words } = JSON.parse(project.read(data));
  project.write(
    data,
    JSON.stringify({ kind: 'certificate', languages, date, title, description, author, keywords: words }),
  );
  expect(await project.findings()).toEqual([]);
});

describe('patterns of others', () => {
  it.each([
    '^(a+)+$',
    '(a|a)*b',
    '^(\\d+)*$',
    '(x+x+)+y',
    'a*a*a*a*a*b',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(?=(a+))a*b+c*d*e*',
    '^(a?){50}a{50}$',
  ])('%s is refused', (pattern) => expect(faultOfPattern(pattern)).toContain('very long'));

  it.each(['^[A-Z]{2}-[0-9]{4}$', '^\\d+/\\d+$', '^(ab)*$', '^(?:GE|AM)\\d{2}$', '[0-9]+', '^\\p{Lu}\\w*$'])(
    '%s is taken, and quick',
    (pattern) => {
      expect(faultOfPattern(pattern)).toBe(null);
      const started = performance.now();
      for (const sign of ['a', '0', 'A', 'ab', '/'])
        new RegExp(pattern, 'u').test(`${sign.repeat(longestMatched / sign.length - 1)}!`);
      expect(performance.now() - started).toBeLessThan(200);
    },
  );
});
