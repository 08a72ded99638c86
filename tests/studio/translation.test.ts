import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '../../src/input/kinds.ts';
import { formOf } from '../../src/studio/form.ts';
import { changedWords } from '../../src/studio/page/translate/changed-words.ts';
import { imported } from '../../src/studio/page/translate/imported.ts';
import { unitId, xliffOf } from '../../src/studio/page/translate/xliff.ts';
import type { TranslatedFrom } from '../../src/studio/protocol.ts';
import { longerText, Translations } from '../../src/studio/translation.ts';
import { pseudo, unitsOf } from '../../src/studio/units.ts';

const kind = kinds.brochure;
if (kind === undefined) throw new Error('no brochure');
const form = formOf(kind, ['en', 'ka']);
const value = (en: string, ka: string) => ({
  title: { en, ka },
  about: { title: { en: 'About', ka: 'შესახებ' }, aims: [{ en: 'help', ka: '' }] },
});

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'translation-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('translations', () => {
  it('are the texts in several languages, with their paths', () => {
    expect(unitsOf(form, value('One', 'ერთი')).map((unit) => unit.path)).toEqual([
      ['title'],
      ['about', 'title'],
      ['about', 'aims', 0],
    ]);
  });

  it('are stale where the source alone has changed, until they are changed or said to be right', async () => {
    const kept = new Translations(root);
    const file = 'data/brochure/a.json';
    const ask = (en: string, ka: string, agreed: readonly TranslatedFrom[] = []) =>
      kept.stale(file, { form, value: value(en, ka), languages: ['en', 'ka'] }, agreed);
    expect(await ask('One', 'ერთი')).toEqual([]);
    const stale = { path: '$.title', source: 'en', target: 'ka', was: 'One' };
    expect(await ask('Two', 'ერთი')).toEqual([stale]);
    // It is remembered on the disk.
    expect(
      await new Translations(root).stale(file, { form, value: value('Two', 'ერთი'), languages: ['en', 'ka'] }),
    ).toEqual([stale]);
    expect(await ask('Two', 'ერთი', [{ ...stale, was: 'Two' }])).toEqual([]);
    expect(await ask('Three', 'ერთი')).toEqual([{ ...stale, was: 'Two' }]);
    expect(await ask('Three', 'სამი')).toEqual([]);
    expect(await ask('Three', 'სამი')).toEqual([]);
    expect(await ask('Three', 'ოთხი')).toEqual([{ path: '$.title', source: 'ka', target: 'en', was: 'სამი' }]);
    expect(await readdir(path.join(root, '.etrati/translations'))).toEqual(['brochure+a.json']);
  });

  it('are tried with words a third longer, links and numbers as they are', () => {
    const text = 'We work with [all people](https://example.org/a) in 2026, see https://example.org.';
    const made = pseudo(text);
    expect(made).toContain('](https://example.org/a)');
    expect(made).toContain('https://example.org.');
    expect(made).toContain('2026');
    // The words of a link name where it leads.
    expect(pseudo('at (data.example.org)')).toContain('(data.example.org)');
    expect(pseudo('a'.repeat(100)).length).toBeGreaterThanOrEqual(135);
    const longer = JSON.parse(longerText(form, value('A title of some length', 'ერთი'), 'en'));
    expect(longer.title.en.length).toBeGreaterThan('A title of some length'.length * 1.2);
    expect(longer.title.ka).toBe('ერთი');
  });

  it('go out as XLIFF 2, a unit for each path', () => {
    const units = [
      { path: ['about', 'aims', 0], source: 'a < b & "c"', target: '', state: 'initial' as const },
      { path: ['a b', 'ა'], source: 'x', target: 'ყ', state: 'final' as const },
    ];
    const made = xliffOf(units, { file: 'data/brochure/a.json', source: 'en', target: 'ka' });
    expect(made).toContain('<unit id="about.aims.0" name="$.about.aims[0]" xml:space="preserve">');
    expect(made).toContain('<source>a &lt; b &amp; &quot;c&quot;</source>');
    expect(made).toContain('name="$[&quot;a b&quot;].ა"');
    expect(made).toContain('<segment state="final">');
    expect(made.match(/<target>/g)).toHaveLength(1);
    expect(unitId(['a b', 'c.d'])).toBe('a_x20_b.c_x2E_d');
  });

  it('go out as XML that can be read, whatever signs a draft has', () => {
    const units = [{ path: ['t'], source: 'a\u0008b\r\nc\ud800', target: '\uffff', state: 'initial' as const }];
    const made = xliffOf(units, { file: 'a.json', source: 'en', target: 'ka' });
    expect(made).toContain('<source>a<cp hex="0008"/>b&#xD;\nc<cp hex="D800"/></source>');
    expect(made).toContain('<target><cp hex="FFFF"/></target>');
    expect(() => new SaxesParser().write(made).close()).not.toThrow();
  });

  it('come back from XLIFF with the source that they were made of', async () => {
    const kept = new Translations(root);
    const file = 'data/brochure/b.json';
    const ask = (en: string, ka: string, agreed: readonly TranslatedFrom[] = []) =>
      kept.stale(file, { form, value: value(en, ka), languages: ['en', 'ka'] }, agreed);
    const sides = { source: 'en', target: 'ka' };
    await ask('One', 'ერთი');
    // The source is changed while the translator works with the old one.
    const units = unitsOf(form, value('Two', 'ერთი'));
    const answers = [
      { path: '$.title', source: 'One', target: 'პირველი' },
      { path: '$.about.title', source: 'About', target: 'შესახებ' },
      { path: '$.about.aims[0]', source: 'help', target: null },
      { path: '$.gone', source: 'x', target: 'ყ' },
    ];
    const made = imported(answers, units, sides);
    expect(made).toMatchObject({ taken: [{ path: ['title'], text: 'პირველი' }], changed: 1, empty: 1, lost: 1 });
    const stale = { path: '$.title', ...sides, was: 'One' };
    expect(await ask('Two', 'პირველი', made.agreed)).toEqual([stale]);
    expect(await ask('Two', 'პირველი')).toEqual([stale]);
    // One of the source as it is agrees, and makes no stale source either.
    const again = imported([{ path: '$.title', source: 'Two', target: 'მეორე' }], units, sides);
    expect(await ask('Two', 'მეორე', again.agreed)).toEqual([]);
    expect(await ask('Two', 'მეორე')).toEqual([]);
  });

  it('show what has changed word by word', () => {
    expect(changedWords('the flow grows', 'the growing flow grows')).toEqual([
      { text: 'the ', kind: 'same' },
      { text: 'growing ', kind: 'added' },
      { text: 'flow grows', kind: 'same' },
    ]);
    expect(changedWords('', 'a')).toEqual([{ text: 'a', kind: 'added' }]);
    expect(changedWords('a b', 'a c').map(({ kind: what }) => what)).toEqual(['same', 'removed', 'added']);
  });
});
