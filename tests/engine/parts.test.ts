/** A build shared out among engines: what comes of it is the same for every number of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSharingEngine } from '../../src/compile.ts';
import type { BuildOptions, BuildResult } from '../../src/engine.ts';
import { joined, mostParts, ownOf, type ShareableBuild } from '../../src/parts.ts';
import { packageRoot } from '../../src/world.ts';
import type { Format } from '../../src/write/targets.ts';

const langs = ['en', 'ka'];
const whole = (formats: readonly Format[], more: Partial<ShareableBuild> = {}): ShareableBuild => ({
  ...{ formats, langs, bilingual: false },
  ...more,
});

/** What each of so many engines makes. */
function sharesOf(all: ShareableBuild, of: number): readonly (readonly string[])[] {
  return Array.from({ length: of }, (_, part) => {
    const isOwn = ownOf(all, { part, of });
    return all.formats.flatMap((format) =>
      all.langs.filter((lang) => isOwn(format, lang)).map((lang) => `${format} ${lang}`),
    );
  });
}

describe('the share of an engine', () => {
  it('is all where there is one', () => {
    expect(sharesOf(whole(['pdf', 'html']), 1)).toEqual([['pdf en', 'pdf ka', 'html en', 'html ka']]);
  });

  it('is a language of the same format', () => {
    expect(sharesOf(whole(['pdf']), 2)).toEqual([['pdf ka'], ['pdf en']]);
    expect(mostParts(whole(['pdf']))).toBe(2);
  });

  it('leaves less to the first, which checks the whole', () => {
    const [first = [], other = []] = sharesOf(whole(['pdf', 'docx', 'html']), 2);
    expect(first.length).toBeLessThanOrEqual(other.length);
    expect([...first, ...other]).toHaveLength(6);
  });

  it('keeps what names the pages of a PDF beside it, and a book of all languages in one', () => {
    const [first = [], second = []] = sharesOf(whole(['pdf', 'epub', 'brf']), 2);
    expect([first, second].map((own) => new Set(own.map((each) => each.split(' ')[1])).size)).toEqual([1, 1]);
    expect(mostParts(whole(['epub', 'brf']))).toBe(4);
    expect(mostParts(whole(['pdf', 'epub', 'brf'], { bilingual: true }))).toBe(1);
    expect(mostParts(whole(['pdf', 'epub', 'html'], { bilingual: true }))).toBe(3);
    expect(mostParts(whole(['epub'], { bilingual: true }))).toBe(1);
  });

  it('is made by nobody else, and nothing is left out', () => {
    for (const formats of [['pdf'], ['html', 'epub', 'txt'], ['pdf', 'docx', 'html', 'print', 'brf', 'pef']] as const)
      for (const bilingual of [false, true])
        for (const of of [1, 2, 3, 4, 6, 9]) {
          const all = whole(formats, { bilingual, langs: ['en', 'ka', 'ru'] });
          expect(sharesOf(all, of).flat().sort()).toEqual(sharesOf(all, 1).flat().sort());
        }
  });
});

const root = packageRoot;
const example = (kind: string, name = kind) => `data/${kind}/${name}.json`;

async function shared(
  file: string,
  options: BuildOptions,
  of: number,
  instead?: ReadonlyMap<string, Uint8Array>,
): Promise<BuildResult> {
  // An engine of its own for each, as threads have.
  const parts = Array.from({ length: of }, (_, part) =>
    createSharingEngine({ root, ...(instead && { instead }) }).part(file, options, { part, of }),
  );
  return joined(await Promise.all(parts));
}

const cases: readonly (readonly [string, BuildOptions])[] = [
  [example('brochure'), { formats: ['txt', 'html', 'md'], editions: ['standard', 'large', 'plain'] }],
  [example('brochure'), { formats: ['pdf', 'epub', 'brf'], bilingual: true, prove: true }],
  [example('brochure'), { formats: ['epub', 'txt'], bilingual: true, draft: true }],
  [example('factsheet'), { formats: ['pdf', 'brf', 'docx'], prove: true }],
  [example('factsheet'), { formats: ['pdf', 'html'], languages: ['ka'], beside: () => false }],
  [example('factsheet'), { formats: ['html', 'txt', 'md'], beside: () => false, small: true }],
  [example('document', 'guide'), { formats: ['pdf'] }],
  [example('document', 'guide'), { formats: ['html', 'docx', 'pef'] }],
  [example('report', 'interim-2026'), { formats: ['html', 'md', 'txt'] }],
  [example('document', 'none'), { formats: ['html'] }],
  [example('factsheet'), { formats: ['html'], languages: ['fr'] }],
];

it.each(cases)(
  'the same files, findings and sources of %s, %j',
  async (file, options) => {
    const whole = await createSharingEngine({ root }).build(file, options);
    for (const of of [2, 4, 6]) expect(await shared(file, options, of)).toEqual(whole);
  },
  240_000,
);

describe('a document with findings', () => {
  const file = example('factsheet');
  const changed = (change: (text: string) => string) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    expect(change(text)).not.toBe(text);
    return new Map([[file, Buffer.from(change(text))]]);
  };
  const formats: readonly Format[] = ['pdf', 'docx', 'html'];

  async function foundBy(instead: ReadonlyMap<string, Uint8Array>): Promise<BuildResult> {
    const whole = await createSharingEngine({ root, instead }).build(file, { formats, beside: () => false });
    for (const of of [2, 4, 6])
      expect(await shared(file, { formats, beside: () => false }, of, instead)).toEqual(whole);
    return whole;
  }

  it('of its texts, of all languages and of its pages, has them in their order', async () => {
    const long = 'W'.repeat(90);
    const result = await foundBy(
      changed((text) => text.replace(/("ka": ")/g, `$1${long} `).replace(/("en": ")/g, `$1${long} see table 9 `)),
    );
    expect(result.diagnostics.length).toBeGreaterThan(4);
  }, 240_000);

  it('of its files has them in their order', async () => {
    const options: BuildOptions = {
      ...{ formats: ['html', 'print', 'txt'], print: { binding: 'perfect', layout: 'booklet' } },
      ...{ languages: ['ka'], beside: () => false },
    };
    const whole = await createSharingEngine({ root }).build(file, options);
    expect(new Set(whole.diagnostics.map(({ code }) => code)).size).toBeGreaterThan(1);
    for (const of of [2, 3]) expect(await shared(file, options, of)).toEqual(whole);
  }, 240_000);

  it('that is wrong is written by none', async () => {
    const result = await foundBy(changed((text) => text.replace('"title": {', '"titel": {')));
    expect(result.outputs).toEqual([]);
    expect(result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });
});
