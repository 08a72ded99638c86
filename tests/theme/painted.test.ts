/**
 * The pairs that contrast is checked for are true to the writers: a brochure in a theme whose colours are all different is
 * written, and every text in it must stand in one of them. HTML only a browser can paint; axe-core measures it.
 */
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Medium } from '../../src/design/kind.ts';
import { type StandKind, standsOf } from '../../src/design/stands.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Block, Document, Look } from '../../src/model/document.ts';
import { styleNames, type Theme } from '../../src/theme/theme.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import type { FormatWriter } from '../../src/write/targets.ts';
import { gza, root } from './gza.ts';
import { byte, textsOfPdf } from './painted.ts';

/** A colour for each name that no other has. */
const colored = (index: number) => `#${[index * 12, 255 - index * 12, 128].map(byte).join('')}`.toUpperCase();
const colorNames: string[] = [];
const nameOf = (hex: string): string => colorNames[colorNames.findIndex((_, i) => colored(i) === hex)] ?? hex;

let theme: Theme;
let documents: readonly Document[];
beforeAll(async () => {
  const whole = await gza();
  colorNames.push(...Object.keys(whole.colors));
  const entries = Object.entries(whole.colors).map(
    ([name, color], i) => [name, { ...color, light: colored(i) }] as const,
  );
  theme = { ...whole, colors: Object.fromEntries(entries) };
  const brochure = await createEngine({ root }).document('data/brochure/brochure.json', 'en');
  documents = [brochure, { ...brochure, body: brochure.body.map(inCallouts) }];
});

/** The same block, all its panels made callouts. */
function inCallouts<B extends Block>(block: B): B {
  if (block.type === 'aside') return { ...block, look: 'callout' as Look };
  return block.type === 'section' ? { ...block, blocks: block.blocks.map(inCallouts) } : block;
}

async function write(target: FormatWriter): Promise<readonly Uint8Array[]> {
  const job = { theme, name: 'x', created: new Date(0), report: new Report() };
  return Promise.all(
    documents.map((document) => target.write(document, { ...job, language: languageOf(document.lang) })),
  );
}

const allowed = (medium: Medium, kind: StandKind) =>
  standsOf(theme)
    .filter((pair) => pair.medium === medium && pair.kind === kind)
    .map(({ front, ground }) => `${front} on ${ground}`);

describe('the table holds every text', () => {
  it('of a PDF', async () => {
    const painted = new Set(
      (await write(pdf)).flatMap((bytes) => {
        const texts = textsOfPdf(bytes, nameOf);
        expect(texts.length).toBeGreaterThan(50);
        return texts;
      }),
    );
    expect(painted).toContain('white on field');
    expect(painted).toContain('ink on paper');
    expect(painted).toContain('deep on sky');
    expect(painted).toContain('deep on parch');
    expect([...painted].filter((pair) => !allowed('page', 'text').includes(pair))).toEqual([]);
  });

  it('of a Word document', async () => {
    const painted = new Set((await write(docx)).flatMap(textsOfDocx));
    expect(painted).toContain('ink on paper');
    expect(painted).toContain('blue on paper');
    expect(painted).toContain('deep on sky');
    expect(painted).toContain('deep on parch');
    expect([...painted].filter((pair) => !allowed('page', 'text').includes(pair))).toEqual([]);
  });
});

it('every style of text has a ground', () => {
  // Writers give the byline a colour of its own wherever it stands.
  const held = new Set([...standsOf(theme).map(({ style }) => style), 'byline']);
  expect(styleNames.filter((name) => !held.has(name))).toEqual([]);
});

interface Style {
  readonly basedOn: string | undefined;
  readonly color: string | undefined;
  readonly fill: string | undefined;
}

/** Each run's colour on its paragraph's shading, by their styles. */
function textsOfDocx(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const xml = (name: string) => new TextDecoder().decode(parts[name]);
  const styles = new Map(
    [...xml('word/styles.xml').matchAll(/<w:style .*?<\/w:style>/gs)].map(([style]) => styleOf(style)),
  );
  const look = (id: string | undefined, what: 'color' | 'fill'): string | undefined => {
    const style = styles.get(id ?? '');
    return style && (style[what] ?? look(style.basedOn, what));
  };
  const stories = Object.keys(parts).filter((name) => /^word\/(document|header\d+|footer\d+)\.xml$/.test(name));
  return stories.flatMap((story) =>
    [...xml(story).matchAll(/<w:p>.*?<\/w:p>/gs)].flatMap(([paragraph]) => {
      const own = settingOf(paragraph, 'pStyle');
      const ground = look(own, 'fill');
      return [...paragraph.matchAll(/<w:r>.*?<\/w:r>/gs)]
        .filter(([run]) => run.includes('<w:t'))
        .map(([run]) => look(settingOf(run, 'rStyle'), 'color') ?? look(own, 'color'))
        .map((color) => `${name(color) ?? 'ink'} on ${name(ground) ?? 'paper'}`);
    }),
  );
}

const name = (hex: string | undefined) => (hex === undefined ? undefined : nameOf(`#${hex}`));

function styleOf(style: string): readonly [string, Style] {
  const id = /w:styleId="([^"]*)"/.exec(style)?.[1] ?? '';
  const fill = /<w:shd [^>]*w:fill="([^"]*)"/.exec(style)?.[1];
  return [id, { basedOn: settingOf(style, 'basedOn'), color: settingOf(style, 'color'), fill }];
}

function settingOf(xml: string, element: string): string | undefined {
  return new RegExp(`<w:${element} w:val="([^"]*)"`).exec(xml)?.[1];
}
