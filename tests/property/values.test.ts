/** No value of the data is lost on its way: every number stands in the document as the data has it, or is warned of. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Refused } from '../../src/diagnostics.ts';
import { say } from '../../src/finished/say.ts';
import type { Lang } from '../../src/model/document.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import type { AnyNode, Outline } from '../../src/outline/outline.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { packageRoot } from '../../src/world.ts';
import { l } from '../make.ts';
import { readAs } from '../outline/read-as.ts';
import { Folder, runs } from './folder.ts';

/** What nodes say, apart from alternative texts: these are short, and stand in for no value. */
function spoken(node: AnyNode): string {
  if (node.role === 'figure') return '';
  if ('runs' in node) return ` ${node.runs.map((run) => (run.role === 'text' ? run.text : '')).join('')} `;
  const label = node.role === 'aside' ? `${node.label ?? ''} ` : '';
  return label + node.children.map(spoken).join(' ');
}

const wordsOf = (outline: Outline): string => outline.nodes.map(spoken).join(' ');

/** The numbers of an English text without their grouping and padding: `GEL 1,200.50` is 1200.5. */
function numbersIn(text: string): Set<string> {
  const found = text.replaceAll('\u2212', '-').matchAll(/-?\d{1,3}(?:,\d{3})*(?:\.\d+)?|-?\d+(?:\.\d+)?/g);
  return new Set([...found].map(([number]) => bare(number.replaceAll(',', ''))));
}

function bare(number: string): string {
  const plain = number.includes('.') ? number.replace(/\.?0+$/, '') : number;
  return plain === '-0' ? '0' : plain;
}

/** The plain decimal of a number, made from the digits that JSON has. */
function decimal(value: number): string {
  const [digits = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '', part = ''] = digits.split('.');
  const shift = Number(exponent);
  const all = shift < 0 ? `${'0'.repeat(-shift)}${whole}` : whole;
  const cut = shift < 0 ? all.length + shift : all.length;
  const tail = `${all.slice(cut)}${part}`.padEnd(Math.max(shift, 0), '0');
  const moved = shift > 0 ? `${all}${tail.slice(0, shift)}.${tail.slice(shift)}` : `${all.slice(0, cut)}.${tail}`;
  const plain = bare(moved.replace(/^0+(?=\d)/, '').replace(/\.$/, ''));
  return value < 0 && plain !== '0' ? `-${plain}` : plain;
}

test('the reference writes numbers as they are', () => {
  const pairs = [12.5, 0.4, 1e21, 1e-7, 1.5e-7, -0, -4.5, 1234567, 0.30000000000000004, 2.5e22].map(decimal);
  const written = ['12.5', '0.4', '1000000000000000000000', '0.0000001', '0.00000015', '0', '-4.5', '1234567'];
  expect(pairs).toEqual([...written, '0.30000000000000004', '25000000000000000000000']);
});

const value = fc.oneof(
  fc.integer({ min: -10_000_000, max: 10_000_000 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 10),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1000),
  fc.constantFrom(0.1 + 0.2, 1e21, 1e-7, -0, 0, 1 / 3, 12.5, 0.4, 99.6, 5000000.555, 1e15 + 0.3, -0.05),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
);
const decimals = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 2 });
const en = (text: string) => ({ en: text });

const cell = fc.tuple(fc.constantFrom('number', 'money', 'percent'), value, decimals).map(([unit, number, places]) => ({
  [unit]: number,
  decimals: places,
}));
const table = fc.array(fc.tuple(cell, fc.option(cell, { nil: {} })), { minLength: 1, maxLength: 5 }).map((rows) => ({
  type: 'table',
  caption: en('Rates'),
  currency: 'GEL',
  columns: [{ head: en('Place') }, { head: en('First') }, { head: en('Second') }],
  rows: rows.map((cells, index) => ({ cells: [{ text: en(`Row ${'ABCDE'[index]}`) }, ...cells] })),
}));
const chart = fc
  .tuple(fc.array(value, { minLength: 2, maxLength: 5 }), fc.constantFrom('number', 'percent', 'money'), decimals)
  .map(([values, unit, places]) => ({
    type: 'chart',
    chart: 'bar',
    unit,
    currency: 'EUR',
    decimals: places,
    caption: en('Chart'),
    axis: en('Place'),
    categories: values.map((_, index) => en(`Item ${'ABCDE'[index]}`)),
    series: [{ name: en('Series'), values }],
  }));
const positive = value.map(Math.abs).filter((n) => n > 0);
const figures = fc
  .array(fc.tuple(positive, fc.option(positive, { nil: null }), fc.option(positive, { nil: null }), decimals), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => ({
    type: 'figures',
    figures: all.map(([own, of, target, places]) => ({
      value: own,
      of,
      target,
      decimals: places,
      label: en('people'),
    })),
  }));

const documents = fc.tuple(table, chart, figures).map((blocks) => ({
  kind: 'document',
  languages: ['en'],
  date: '2026-11-23',
  title: en('Numbers'),
  description: en('Numbers of all kinds.'),
  author: en('Migration Office'),
  keywords: [en('numbers')],
  cover: { kind: en('Note') },
  sections: [{ id: 'c', title: en('All of them'), blocks }],
  imprint: { statements: [en('A statement.')], copyright: en('© Migration Office') },
}));

interface Given {
  readonly path: string;
  readonly value: number;
}

/** Each number that a reader is to see, with its JSON path. */
function numbersOf(data: unknown, at = '$'): readonly Given[] {
  if (typeof data === 'number') return /\.decimals$/.test(at) ? [] : [{ path: at, value: data }];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]) =>
    numbersOf(inner, Array.isArray(data) ? `${at}[${key}]` : `${at}.${key}`),
  );
}

describe('every number is shown as the data has it, or a warning names it', () => {
  async function check(data: unknown, formats: 'tree' | 'files'): Promise<void> {
    const folder = await Folder.make();
    onTestFinished(() => folder.remove());
    await folder.write('random.json', JSON.stringify(data));
    const engine = createEngine({ root: folder.root, env: {} });
    const diagnostics = await engine.validate('random.json');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const warned = new Set(diagnostics.flatMap(({ code, at }) => (code === 'rounded-number' ? [at?.path] : [])));
    const texts =
      formats === 'tree'
        ? [wordsOf(expectedOutline(await engine.document('random.json', 'en'), { name: 'random', extension: 'pdf' }))]
        : await Promise.all(
            (await engine.build('random.json')).outputs.map(async ({ format, bytes }) =>
              wordsOf(await outlineOf(bytes, readAs(format))),
            ),
          );
    for (const text of texts) {
      const shown = numbersIn(text);
      const lost = numbersOf(data).filter((each) => !shown.has(decimal(each.value)) && !warned.has(each.path));
      expect(lost).toEqual([]);
    }
    // A warning of what was not rounded would teach people to pass over the others.
    const idle = numbersOf(data).filter(({ path: at, value: own }) => warned.has(at) && isWhole(own));
    expect(idle).toEqual([]);
  }
  const isWhole = (number: number) => Number.isInteger(number);

  it(
    'in the tree',
    () =>
      fc.assert(
        fc.asyncProperty(documents, (data) => check(data, 'tree')),
        runs(60),
      ),
    600_000,
  );
  it(
    'in every format',
    () =>
      fc.assert(
        fc.asyncProperty(documents, (data) => check(data, 'files')),
        runs(2),
      ),
    600_000,
  );
});

/** What is no part of the printed text, by the last name of its path, and why. */
const unprinted = new Set([
  // For catalogues, editors and machines.
  ...['kind', '$schema', 'languages', 'description', 'author', 'keywords', 'id', 'type', 'name'],
  // How something is set or drawn, not what is said.
  ...['look', 'decimals', 'align', 'share', 'chart', 'unit', 'currency', 'wide', 'columnSpan', 'rowSpan', 'span'],
  // What rules check against, and what must not be printed.
  ...['consent', 'shows', 'total', 'agreed', 'rules', 'authority', 'source.was', 'was'],
  // Where links lead and pictures are; said with the link or the picture.
  ...['href', 'src', 'picture', 'alt', 'code'],
  // Of an edition of its own, which has a test of its own below.
  'plain',
]);

interface Text {
  readonly path: string;
  readonly text: string;
}

/** The texts of the data in one language, piece by piece between inline marks. */
function textsOf(data: unknown, lang: string, at = '$'): readonly Text[] {
  if (typeof data !== 'object' || data === null) return [];
  if (!Array.isArray(data) && typeof Reflect.get(data, lang) === 'string') {
    const pieces = String(Reflect.get(data, lang))
      .replace(/\]\([^()]*\)(?:\{lang=[\w-]+\})?|\]\{lang=[\w-]+\}/g, '\n')
      .split(/\n(?:- |\d+\. )?|[*[\]^\\]+/);
    return pieces.map((text) => ({ path: at, text: say(text).trim() })).filter(({ text }) => text !== '');
  }
  return Object.entries(data).flatMap(([key, inner]) =>
    unprinted.has(key) ? [] : textsOf(inner, lang, Array.isArray(data) ? `${at}[${key}]` : `${at}.${key}`),
  );
}

const examples = ['brochure/brochure', 'factsheet/factsheet', 'document/guide', 'report/interim-2026'] as const;
const engine = createEngine({ root: packageRoot, env: {} });
const squeeze = (text: string) => say(text).replaceAll(' ', '');

describe.each(examples)('data/%s.json', (name) => {
  const file = `data/${name}.json`;
  const data: unknown = JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8'));
  const languages: readonly Lang[] = [l('en'), l('ka')];

  it.each(languages)('says all its texts in %s', async (lang) => {
    const document = await engine.document(file, lang);
    const said = squeeze(wordsOf(expectedOutline(document, { name: 'x', extension: 'html' })));
    expect(textsOf(data, lang).filter(({ text }) => !said.includes(squeeze(text)))).toEqual([]);
  });
});

it.each(['en', 'ka'])('the easy edition of the brochure says all its texts in %s', async (lang) => {
  const file = 'data/brochure/brochure.json';
  const data: unknown = JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8'));
  const { outputs } = await engine.build(file, { formats: ['html'], editions: ['plain'], languages: [lang] });
  const said = squeeze(wordsOf(await outlineOf(outputs[0]?.bytes ?? new Uint8Array(), 'html')));
  const texts = plainIn(data).flatMap((plain) => textsOf(plain, lang));
  expect(texts.length).toBeGreaterThan(25);
  expect(texts.filter(({ text }) => !said.includes(squeeze(text)))).toEqual([]);
});

function plainIn(data: unknown): readonly unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]) => (key === 'plain' ? [inner] : plainIn(inner)));
}

/** A field of the data as a kind of place: with the type of the block that it is in, without which one of a list it is. */
interface Deletion {
  readonly place: string;
  readonly path: readonly string[];
}

/** One field of each kind that an object of the data has. */
function deletionsIn(data: unknown): readonly Deletion[] {
  const found = new Map<string, Deletion>();
  const visit = (node: unknown, place: string, path: readonly string[]): void => {
    if (typeof node !== 'object' || node === null) return;
    const type: unknown = Reflect.get(node, 'type');
    const here = typeof type === 'string' ? `${place}(${type})` : place;
    for (const [key, inner] of Object.entries(node)) {
      const isItem = Array.isArray(node);
      const next = isItem ? `${here}[]` : `${here}.${key}`;
      if (!isItem && inner !== null && !found.has(next)) found.set(next, { place: next, path: [...path, key] });
      visit(inner, next, [...path, key]);
    }
  };
  visit(data, '$', []);
  return [...found.values()];
}

function without(data: unknown, path: readonly string[]): unknown {
  const copy: unknown = structuredClone(data);
  const around = path.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(Object(node), key), copy);
  Reflect.deleteProperty(Object(around), path.at(-1) ?? '');
  return copy;
}

const fixtures = 'tests/fixtures/data';
const mutated = [
  ['data/document/guide.json', ['data/document/route.svg']],
  [`${fixtures}/pass/factsheet.json`, [`${fixtures}/picture.svg`]],
  [`${fixtures}/pass/report.json`, [`${fixtures}/picture.svg`]],
] as const;

/** Chapters, and what of the data elsewhere they alone show. */
const shownBy: ReadonlyMap<string, readonly string[]> = new Map([
  ['$.context', ['project']],
  ['$.annexes', ['results']],
]);

it.each(mutated)(
  '%s without any one field still says the rest, or an error names the gap',
  async (file, pictures) => {
    const folder = await Folder.make();
    onTestFinished(() => folder.remove());
    for (const picture of pictures) await folder.write(picture, readFileSync(path.join(packageRoot, picture)));
    const data: unknown = JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8'));
    const own = createEngine({ root: folder.root, env: {} });
    let whole = 0;
    for (const { place, path: at } of deletionsIn(data)) {
      const rest = without(data, at);
      await folder.write(file, JSON.stringify(rest));
      try {
        const document = await own.document(file, 'en');
        const words = wordsOf(expectedOutline(document, { name: 'x', extension: 'html' }));
        const said = squeeze(words);
        const unsaid = textsOf(rest, 'en').filter(({ text }) => !said.includes(squeeze(text)));
        const shown = numbersIn(words);
        const gone = numbersOf(rest).filter((each) => isCell(each) && !shown.has(decimal(each.value)));
        const warned = unsaid.length + gone.length === 0 ? [] : await leftOut(own, file);
        // Some chapters show what others hold as well; whoever leaves out the whole chapter has chosen so.
        warned.push(...(shownBy.get(place) ?? []));
        const silent = [...unsaid, ...gone].filter(({ path: at }) => !lies(at, warned));
        expect(silent, `without ${place}`).toEqual([]);
        whole += 1;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
        expect(errors.length, `without ${place}`).toBeGreaterThan(0);
      }
    }
    // Enough of the fields may be left out for this to try something.
    expect(whole).toBeGreaterThan(5);
  },
  600_000,
);

/** Whether a place is a field, or within one, that is named. */
function lies(at: string, names: readonly string[]): boolean {
  return at.split(/[.[\]]+/).some((step) => names.includes(step));
}

/** The fields that warnings name as not shown or left out. */
async function leftOut(engine: ReturnType<typeof createEngine>, file: string): Promise<string[]> {
  const found = await engine.validate(file);
  const messages = found.flatMap(({ code, message }) =>
    code === 'part-left-out' ? [message.replace(/ (?:is|are) .*/, '')] : [],
  );
  return messages.flatMap((message) => [...message.matchAll(/"(\w+)"/g)].map(([, name = '']) => name));
}

/** A number that is printed as it is: in a cell, a point of a chart, a key figure, a budget line. */
function isCell({ path: at }: Given): boolean {
  return /\.(?:number|money|percent|value|of|target|actual|budget|before|spent|amount)$|\.values\[\d+\]$/.test(at);
}
