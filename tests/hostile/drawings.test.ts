/** Drawings that are small to send and endless to paint: each is refused by its name, in work that has an end. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { readSvg } from '../../src/picture/svg.ts';
import { packageRoot } from '../../src/world.ts';

const at = { file: 'doc.json', line: 1, column: 1 };
const svg = (body: string, box = '0 0 100 100'): Uint8Array =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${body}</svg>`);
const headed = (subset: string, body: string): Uint8Array =>
  Buffer.concat([Buffer.from(`<!DOCTYPE svg [${subset}]>`), svg(body)]);
const kept = (name: string): Promise<Uint8Array> =>
  readFile(path.join(packageRoot, 'tests/fixtures/drawings/hostile', name));
const many = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join('');

/** Parts that each hold the one before, so many times. */
const within = (depth: number, first: string, one: (inner: string) => string, tag: string, attributes = ''): string =>
  `<${tag} id="a0" ${attributes}>${first}</${tag}>` +
  many(depth, (index) => `<${tag} id="a${index + 1}" ${attributes}>${one(`a${index}`)}</${tag}>`);

const square = '<path d="M0 0h9v9z"/>';
const uses = (name: string): string => `<use href="#${name}"/>`.repeat(10);
const masked = (name: string): string => `<path d="M0 0h9v9z" fill="#fff" mask="url(#${name})"/>`;
const tile = 'width="3" height="3" patternUnits="userSpaceOnUse"';

const cases: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
  ['clips in clips, 2.7 kB', () => kept('clip5.svg'), /500 see-through, cut or masked groups/],
  ['clips in clips, doubling', () => kept('clip-exp.svg'), /500 see-through, cut or masked groups/],
  ['a gradient that takes over from itself', () => kept('grad-loop.svg'), /"a" refers to itself/],
  [
    'gradients that take over without end',
    () => svg(many(5000, chained) + filled('a4999')),
    /more than 100 of its parts/,
  ],
  [
    'dashes too fine to see',
    () => svg('<path d="M0 9h99" stroke="#000" stroke-dasharray="0.000001"/>'),
    /200,000 dashes in its lines/,
  ],
  ['groups that multiply', () => svg(within(20, square, uses, 'g')), /100,000 shapes/],
  ['groups of nothing that multiply', () => svg(within(20, '', uses, 'g')), /100,000 shapes/],
  ['symbols that multiply', () => svg(`${within(9, square, uses, 'symbol')}<use href="#a9"/>`), /100,000 shapes/],
  [
    'entities that stand for much',
    () => headed(`<!ENTITY a "${'x'.repeat(9000)}">`, `<title>${'&a;'.repeat(900)}</title>${square}`),
    /entities stand for more than 2 MB/,
  ],
  [
    'thousands of entities, and a million signs that could begin one',
    () =>
      headed(
        many(5000, (index) => `<!ENTITY a${index} "${'x'.repeat(index === 0 ? 9000 : 0)}">`),
        `<!--${'&'.repeat(1e6)}--><title>${'&a0;'.repeat(900)}</title>${square}`,
      ),
    /entities stand for more than 2 MB/,
  ],
  ['entities in entities', () => headed('<!ENTITY a "x"><!ENTITY b "&a;&a;">', square), /can stand for anything/],
  ['entities of markup', () => headed('<!ENTITY a "<script/>">', square), /can stand for anything/],
  ['entities of parameters', () => headed('<!ENTITY % a SYSTEM "x"> %a;', square), /can stand for anything/],
  ['a line of a picture', () => svg(square, '0 0 1000000 1'), /8,192 times as long as the other/],
  ['a use of itself', () => svg('<g id="a"><use href="#a"/></g>'), /"a" refers to itself/],
  ['masks in masks', () => svg(within(40, square, masked, 'mask') + masked('a40')), /16 see-through/],
  [
    'masks that multiply',
    () => svg(within(9, square, (name) => masked(name).repeat(10), 'mask') + masked('a9')),
    /500 see-through/,
  ],
  ['a mask of itself', () => svg(`<mask id="a">${masked('a')}</mask>${masked('a')}`), /"a" refers to itself/],
  ['patterns in patterns', () => svg(within(9, square, filled, 'pattern', tile) + filled('a9')), /100,000 shapes/],
  [
    'a pattern too fine',
    () => svg(`<pattern id="a" ${tile.replaceAll('"3"', '"1e-4"')}>${square}</pattern>${filled('a')}`),
    /20,000 times/,
  ],
  [
    'a pattern of itself',
    () => svg(`<pattern id="a" ${tile}>${filled('a')}</pattern>${filled('a')}`),
    /"a" refers to itself/,
  ],
  ['markers in markers', () => svg(within(9, square, marked, 'marker') + marked('a9')), /100,000 shapes/],
  ['200,000 groups', () => svg('<g/>'.repeat(200_000)), /100,000 elements/],
  ['groups too deep', () => svg('<g>'.repeat(100_000) + '</g>'.repeat(100_000)), /200 levels deep/],
  [
    'see-through groups too deep',
    () => svg(`${'<g opacity=".5">'.repeat(40)}${square.repeat(2)}${'</g>'.repeat(40)}`),
    /16 see-through/,
  ],
  [
    'variables that every group inherits',
    () => svg(`<g style="${many(3000, (index) => `--v${index}:1;`)}">${'<g/>'.repeat(50_000)}</g>`),
    /style values/,
  ],
  [
    'variables that multiply',
    () =>
      svg(
        `<g style="--a0:xx;${many(20, (index) => `--a${index + 1}:${`var(--a${index})`.repeat(4)};`)}"><path style="fill:var(--a20)" d="M0 0h9"/></g>`,
      ),
    /longer than 10,000 characters/,
  ],
  [
    'variables that multiply and say nothing',
    () =>
      svg(
        `<g style="--a0: ;${many(40, (index) => `--a${index + 1}:${`var(--a${index})`.repeat(4)};`)}"><path style="fill:var(--a40)" d="M0 0h9"/></g>`,
      ),
    /style values/,
  ],
  [
    'many rules for any element',
    () => svg(`<style>${many(3000, (index) => `*:nth-child(${index}){fill:red}`)}</style>${'<g/>'.repeat(30_000)}`),
    /comparisons of its style rules/,
  ],
  [
    'a rule that looks back at all before',
    () => svg(`<style>path ~ g{fill:red}</style>${'<g/>'.repeat(30_000)}`),
    /comparisons of its style rules/,
  ],
  [
    'rules within :not()',
    () => svg(`<style>g:not(${many(2000, (index) => `g g.x${index},`)}a){fill:red}</style>${'<g/>'.repeat(30_000)}`),
    /comparisons of its style rules/,
  ],
];

function chained(index: number): string {
  return `<linearGradient id="a${index}"${index === 0 ? '' : ` href="#a${index - 1}"`}/>`;
}

function filled(name: string): string {
  return `<path d="M0 0h99v99h-99z" fill="url(#${name})"/>`;
}

function marked(name: string): string {
  return `<path d="M0 0${'h1v1'.repeat(6)}" marker-mid="url(#${name})"/>`;
}

test.each(cases)('%s', { timeout: 60_000 }, async (_, make, reason) => {
  const bytes = await make();
  const start = process.cpuUsage();
  const refused = await readSvg(bytes, { name: 'a.svg', at }).then(
    () => null,
    (error: unknown) => error,
  );
  const { user, system } = process.cpuUsage(start);
  expect(refused).toBeInstanceOf(Refused);
  expect((refused as Refused).message).toMatch(reason);
  // The work of this process, not the time that others leave it: in seconds.
  expect((user + system) / 1e6).toBeLessThan(8);
});

test.each(['*:nth-child(2n+1)', '*:nth-last-of-type(2n)', 'g:only-child', 'g + g'])(
  'siblings are counted once for %s',
  { timeout: 60_000 },
  async (selector) => {
    const bytes = svg(`<style>${selector}{fill:red}</style>${'<g/>'.repeat(60_000)}${square}`);
    const start = process.cpuUsage();
    await readSvg(bytes, { name: 'a.svg', at });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(8);
  },
);

const stops = '<stop stop-color="red"/><stop offset="1" stop-color="lime"/>';

test.each([
  [`<linearGradient id="a" color-interpolation="linearRGB">${stops}</linearGradient>`, /mixes light/],
  [`<radialGradient id="a" fr=".2" spreadMethod="repeat">${stops}</radialGradient>`, /begins at a circle/],
  [`<radialGradient id="a" fr=".6">${stops}</radialGradient>`, /begins at a circle/],
])('%s is refused, since formats would differ', async (gradient, reason) => {
  await expect(readSvg(svg(gradient + filled('a')), { name: 'a.svg', at })).rejects.toThrow(reason);
});

test('a drawing without a size is told how to get one', async () => {
  const bytes = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${square}</svg>`);
  const refused: unknown = await readSvg(bytes, { name: 'a.svg', at }).catch((error: unknown) => error);
  expect((refused as Refused).diagnostics[0]?.hints).toEqual([expect.stringContaining('viewBox="0 0 300 200"')]);
});
