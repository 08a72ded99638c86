/** How blocks are designed, by their kinds, looks and places; and that all formats draw a paragraph's look. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { type DesignedKind, designedKinds, designOf } from '../../src/design/design.ts';
import { loadTheme } from '../../src/design/load.ts';
import { designAside, designTerms, headingOn } from '../../src/design/parts.ts';
import { onPage } from '../../src/design/place.ts';
import { designRow, designTable } from '../../src/design/tables.ts';
import { designParagraph, designSection } from '../../src/design/words.ts';
import { Report } from '../../src/diagnostics.ts';
import type { Block, Look, Words } from '../../src/model/document.ts';
import { blockTypes } from '../../src/model/kinds.ts';
import { descend } from '../../src/model/walk.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { openWorld } from '../../src/world.ts';
import { shownBlocks } from '../read/shown.ts';
import { gza, root } from '../theme/gza.ts';

const look = (name: string) => name as Look;
const onField = { ...onPage, onField: true };
const number = '1' as Words;

let way: Theme;
let quiet: Theme;
beforeAll(async () => {
  way = await gza();
  const loaded = await loadTheme('templates/themes/tsqnari/theme.json', await openWorld(root), new Report());
  if (loaded === null) throw new Error('tsqnari is broken');
  quiet = loaded;
});

it('has stripes that begin anew in each group of rows, as a web page counts them', () => {
  const striped = { ...quiet.looks.table, grounds: { head: null, striped: quiet.roles.rail } };
  const table = designTable({ ...quiet, looks: { ...quiet.looks, table: striped } });
  const rows = [null, null, 'group', null, null, 'group', null].map((name) => ({
    look: name === null ? null : look(name),
    cells: [],
  }));
  const isStriped = table.rows(rows, 'body').map(({ design }) => design.ground === quiet.roles.rail);
  expect(isStriped).toEqual([false, true, false, true, false, false, true]);
});

describe('a paragraph', () => {
  it('has the style of its look, and of where it stands', () => {
    expect(designParagraph({ look: look('small') }, onPage, way).style).toBe('small');
    expect(designParagraph({ look: null }, { ...onPage, text: 'quote' }, way).style).toBe('quote');
    expect(designParagraph({ look: look('constructor') }, onPage, way).style).toBe('body');
  });

  it('is pale on the field of a cover, its strong words white', () => {
    const design = designParagraph({ look: look('byline') }, onField, way);
    expect([design.color, design.strong]).toEqual([way.roles.fieldQuiet, way.roles.fieldText]);
  });

  it('that is a byline is seen where it stands on paper', () => {
    expect(way.styles.byline.color).toBe('pale');
    expect(designParagraph({ look: look('byline') }, onPage, way).color).toBe(way.roles.strong);
  });

  it('that leads in an aside is its heading, where the format has it so', () => {
    const aside = designAside({ look: look('callout') }, onPage, way);
    const heading = headingOn(aside, 'word');
    expect(headingOn(aside, 'page')).toBeNull();
    expect(designParagraph({ look: look('lead') }, { ...onPage, heading }, way)).toMatchObject({
      ...{ style: 'h3', color: 'clay', heads: true },
    });
    expect(designParagraph({ look: null }, { ...onPage, heading }, way)).toMatchObject({ style: 'body', heads: false });
  });
});

describe('a section', () => {
  const at = (level: number, theme: Theme) => designSection({ look: null, number }, { ...onPage, level }, theme);

  it('has its number in a ring, or before its heading in a colour of its own', () => {
    expect(at(1, way).number).toMatchObject({ ring: { color: 'blue' }, color: way.styles.h1.color });
    expect(at(2, way).number).toMatchObject({ ring: null, color: 'muted' });
    expect(at(1, quiet).number).toMatchObject({ ring: null, color: 'pine', weight: null });
    expect(at(2, quiet).number).toMatchObject({ color: 'soft', weight: 400 });
  });

  it('opens under a rule on the first level only', () => {
    expect(at(1, quiet).opening).not.toBeNull();
    expect(at(2, quiet).opening).toBeNull();
  });

  it('has headings of four styles; those of a sheet begin with the second', () => {
    expect([1, 2, 3, 4, 5, 9].map((level) => at(level, way).heading.style)).toEqual([
      'h1',
      'h2',
      'h3',
      'h4',
      'h4',
      'h4',
    ]);
    const sheet = designSection({ look: null, number }, { ...onPage, headingsFrom: 2 }, way);
    expect([sheet.heading.style, sheet.number?.ring]).toEqual(['h2', way.looks.section.plain.ring]);
  });
});

it('a line beside a bar has the colours of the field that it stands on', () => {
  const own = designAside({ look: look('notice') }, onPage, way);
  expect([own.bar?.color, own.words]).toEqual(['clay', null]);
  const design = designAside({ look: look('notice') }, onField, way);
  expect([design.bar?.color, design.words]).toEqual([way.roles.fieldAttention, way.roles.fieldText]);
});

it('terms on a cover stand as the theme has it', () => {
  const terms = { look: look('cover') };
  expect(designTerms(terms, onField, way)).toMatchObject({ arrangement: 'columns', term: { color: 'pale' } });
  expect(designTerms(terms, onPage, quiet)).toMatchObject({ arrangement: 'rows', term: { color: 'soft' } });
  expect(designTerms({ look: null }, onPage, quiet).arrangement).toBe('beside');
});

it('rows have the colours of their looks, and are set heavier as a whole where none of their words is', () => {
  const row = (name: string | null, part: 'head' | 'body' | 'foot' = 'body', saysStrong = false) =>
    designRow(name === null ? null : look(name), part, quiet, { saysStrong });
  expect(row('group')).toMatchObject({ ground: 'mist', text: { color: 'pine', weight: 600 } });
  expect(row('group', 'body', true).text).toMatchObject({ color: 'pine', weight: null });
  expect(row('total').text).toMatchObject({ color: 'ink', weight: 600 });
  expect(row(null, 'foot')).toEqual(row('total'));
  expect(row(null, 'head').text.style).toBe('table-head');
  expect(row('sub')).toMatchObject({ stepped: true, heads: { color: 'soft' }, text: { color: 'ink' } });
});

/** Others are drawn as the blocks that they are made of. */
function isDesigned(block: Block): block is Extract<Block, { readonly type: DesignedKind }> {
  return (designedKinds as readonly string[]).includes(block.type);
}

it('each kind of block has a design', async () => {
  const engine = createEngine({ root });
  const files = ['report/interim-2026', 'document/guide', 'brochure/brochure'];
  const documents = await Promise.all(files.map((file) => engine.document(`data/${file}.json`, 'en')));
  const parts = documents.flatMap(({ cover, body, imprint }) => [
    ...cover.before,
    ...cover.after,
    ...body,
    ...(imprint?.blocks ?? []),
  ]);
  const blocks = [...descend(parts), ...descend(shownBlocks)];
  for (const block of blocks.filter(isDesigned)) expect(designOf(block, onPage, way)).toBeTypeOf('object');
  const met = new Set(blocks.map(({ type }) => type));
  expect(blockTypes.filter((type) => !met.has(type))).toEqual([]);
}, 60_000);

describe('a theme with a look of paragraphs of its own', () => {
  const folder = mkdtemp(join(tmpdir(), 'etrati-design-'));
  afterAll(async () => rm(await folder, { recursive: true }));

  it('has it drawn by PDF, Word and HTML', async () => {
    const put = async (name: string, text: string) => {
      const file = join(await folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    };
    const looks = { p: { motto: { style: 'quote' } } };
    await put(
      'templates/themes/ours/theme.json',
      JSON.stringify({ $extensions: { etrati: { extends: 'tsqnari', title: 'Ours', looks } } }),
    );
    await put(
      'templates/ours/document.hbs',
      '<document><cover><title>{{title}}</title></cover><section id="one"><h>One</h><p look="motto">Zq.</p></section></document>',
    );
    await put('data/document/ours.json', await readFile(join(root, 'data/document/guide.json'), 'utf8'));
    const { outputs, diagnostics } = await createEngine({ root: await folder }).build('data/document/ours.json', {
      ...{ template: 'ours', theme: 'ours', languages: ['en'] },
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    const bytes = (format: string) => outputs.find((each) => each.format === format)?.bytes ?? new Uint8Array();
    const text = (file: Uint8Array | undefined) => new TextDecoder('latin1').decode(file);
    expect(text(bytes('html'))).toMatch(/blockquote,p\[data-look=motto\]\{[^}]*font-size:1\.15rem/);
    const word = unzipSync(bytes('docx'));
    expect(text(word['word/document.xml'])).toContain('<w:pStyle w:val="QuoteText"/>');
    expect(text(word['word/styles.xml'])).toMatch(/w:styleId="QuoteText".*?<w:sz w:val="25"\/>/s);
    expect(sizesIn(bytes('pdf'))).toContain(quiet.styles.quote.page.size);
    expect([quiet.styles.quote.page.size, quiet.styles.body.page.size]).toEqual([12.5, 10]);
  }, 60_000);
});

/** The sizes of type that a PDF sets. */
function sizesIn(bytes: Uint8Array): readonly number[] {
  const file = Buffer.from(bytes);
  const sizes: number[] = [];
  for (let at = file.indexOf('stream\n'); at !== -1; at = file.indexOf('stream\n', at + 1)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const text = inflated(file.subarray(at + 7));
    sizes.push(...[...text.matchAll(/\/\S+ ([\d.]+) Tf/g)].map(([, size]) => Number(size)));
  }
  return sizes;
}

/** Empty for what is not deflated: metadata. */
function inflated(stream: Uint8Array): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}
