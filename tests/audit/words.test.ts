/** Which words rules take for what they look for, and which they leave alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { scriptsIn } from '../../src/audit/letters.ts';
import type { DocumentRule, Tree } from '../../src/audit/rule.ts';
import { altFileName } from '../../src/audit/rules/alt-file-name.ts';
import { hyphenInRange } from '../../src/audit/rules/hyphen-in-range.ts';
import type { Document } from '../../src/model/document.ts';
import { gza } from '../theme/gza.ts';
import { documentOf, figure, p, said, section } from './documents.ts';

let tree: Omit<Tree, 'document'>;
beforeAll(async () => {
  tree = { theme: await gza(), painting: 'pages', embossed: false };
});

const found = (rule: DocumentRule, document: Document) => [...rule.check({ ...tree, document })].length;

describe('names of files', () => {
  const named = (alt: string) =>
    found(altFileName, documentOf({ body: [section('a', 'სათაური', [figure(said(alt))])] }));

  it.each(['roads_final', 'Copy of picture (2)', 'New project', 'scan-0042', 'Screenshot 12.5.2026'])('%s', (alt) => {
    expect(named(alt)).toBe(1);
  });

  it.each([
    ['a word', 'Bridge'],
    ['a word with a hyphen', 'well-known'],
    ['a copy of something', 'Copy of a treaty'],
    ['something new', 'New bridge over the river'],
    ['a sentence that names a file', 'How to open map.png'],
    ['a word that begins with a digit', 'Copy of 3d drawing'],
    ['a word that ends with one', 'Copy of plan2'],
    ['a sum', 'road_width=4'],
  ])('is no name: %s', (_, alt) => {
    expect(named(alt)).toBe(0);
  });
});

describe('hyphens in ranges', () => {
  const ranges = (text: string) => found(hyphenInRange, documentOf({ body: [section('a', 'სათაური', [p(text)])] }));

  it.each([
    '10-15%',
    '10-15 %',
    '10-15\u00a0kg',
    '2024-2026',
    'May-June',
    'September-October',
    'მაისი-ივნისი',
    'იანვარ-ივნისში',
  ])('%s', (text) => {
    expect(ranges(text)).toBe(1);
  });

  it.each(['15-10 people', '15-15 people', '2026-2024', '2026-2026', '10-15', 'May-', 'a - b', 'მაის-კაცი'])(
    'is none: %s',
    (text) => {
      expect(ranges(text)).toBe(0);
    },
  );
});

it('letters are of their scripts, whatever was asked before, in characters of two halves too', () => {
  for (let time = 0; time < 2; time += 1) {
    expect([...scriptsIn('')]).toEqual([]);
    expect([...scriptsIn('123')]).toEqual([]);
    expect([...scriptsIn('კა de')]).toEqual(['Latn', 'Geor']);
    expect([...scriptsIn('абв')]).toEqual(['Cyrl']);
    // Letters of Adlam stand beyond the first plane, as pictures do; those around them are told all the same.
    expect([...scriptsIn('\u{1E900}')]).toEqual([]);
    expect([...scriptsIn('\u{1F600} αβ')]).toEqual(['Grek']);
    expect([...scriptsIn('\u{1F600}')]).toEqual([]);
    // Arabic mathematical letters are Arabic, and of two halves.
    expect([...scriptsIn('\u{1EE00}')]).toEqual(['Arab']);
    expect([...scriptsIn('\u{1E900}')]).toEqual([]);
  }
});
