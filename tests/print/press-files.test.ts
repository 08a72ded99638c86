/** What the pages are put together to, as a shop finds it: sheets of a booklet, forms of leaves, a block and its cover. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics.ts';
import type { Output } from '../../src/engine.ts';
import { partsOf } from '../../src/finished/pdf/paint/colour.ts';
import type { Sheet } from '../../src/finished/pdf/paint/file.ts';
import { languageOf } from '../../src/language/languages.ts';
import { inspect } from '../../src/preflight/preflight.ts';
import type { Ticket } from '../../src/ticket/ticket.ts';
import { packageRoot } from '../../src/world.ts';
import type { Side } from '../../src/write/pdf/paint/sheet.ts';
import type { Choice } from '../../src/write/pdf/press/choices.ts';
import { pressFiles } from '../../src/write/pdf/press/press-files.ts';
import type { PrintOptions } from '../../src/write/targets.ts';
import { brochure, Project } from '../cli/project.ts';
import { l } from '../make.ts';
import { gza } from '../theme/gza.ts';

const mm = 72 / 25.4;

async function build(
  print: PrintOptions,
  theme?: string,
  expected: readonly unknown[] = [],
  lang: 'en' | 'ka' = 'en',
): Promise<readonly Output[]> {
  const project = theme === undefined ? null : new Project();
  project?.write('templates/themes/own/theme.json', theme ?? '');
  const engine = createEngine({ root: project?.root ?? packageRoot, env: { SOURCE_DATE_EPOCH: '1790000000' } });
  const own = theme === undefined ? {} : { theme: 'own' };
  const { outputs, diagnostics } = await engine.build(project === null ? 'data/brochure/brochure.json' : brochure, {
    formats: ['print'],
    languages: [lang],
    print,
    ...own,
  });
  engine.close();
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual(expected);
  return outputs;
}

const bytesOf = (outputs: readonly Output[], ending: string): Uint8Array => {
  const found = outputs.find(({ name }) => /^[\w-]+\.(?:en|ka)\.(.*)$/.exec(name)?.[1] === ending);
  if (found === undefined) throw new Error(`no ${ending}`);
  return found.bytes;
};
const ticketOf = (outputs: readonly Output[], ending: string): Ticket =>
  JSON.parse(Buffer.from(bytesOf(outputs, ending)).toString('utf8'));

/** Texts, and the inks of plain areas, that stand wholly outside the bleed. */
function aside({ paints, bleed }: Sheet): { readonly texts: string; readonly patches: readonly string[] } {
  const out = paints.filter(
    ({ box }) =>
      bleed === null ||
      box.right < bleed.left ||
      box.left > bleed.right ||
      box.top < bleed.bottom ||
      box.bottom > bleed.top,
  );
  const texts = out.flatMap((paint) => (paint.type === 'text' ? [paint.text] : [])).join(' ');
  const patches = out.flatMap((paint) => {
    if (paint.type !== 'area') return [];
    return [...partsOf(paint.colour)].flatMap((part) =>
      part.type === 'inks' ? [[...part.cmyk, ...part.spots.map(({ name, tint }) => `${name} ${tint}`)].join(' ')] : [],
    );
  });
  return { texts: texts.replace(/\s+/gu, ' '), patches };
}

describe('sheets for saddle stitch', async () => {
  const outputs = await build({ layout: 'a5-booklet', impose: 'saddle', caliper: 0.2 });
  const bytes = bytesOf(outputs, 'saddle.pdf');
  const { file, diagnostics } = await inspect(bytes);

  it('have a ticket that knows this very file, its sheets and their creep', () => {
    const ticket = ticketOf(outputs, 'saddle.ticket.json');
    expect(ticket.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(ticket.file).toBe('brochure.en.saddle.pdf');
    expect(ticket.imposition).toEqual({
      kind: 'saddle',
      sheets: 2,
      creep: 0.2,
      plan: [
        { sheet: 1, side: 'front', pages: [8, 1] },
        { sheet: 1, side: 'back', pages: [2, 7] },
        { sheet: 2, side: 'front', pages: [6, 3] },
        { sheet: 2, side: 'back', pages: [4, 5] },
      ],
    });
    expect(ticket.paper).toEqual({ kind: 'coated', caliper: 0.2 });
    // Seen from the front the sheet goes around those within it; each page is beside its fold.
    expect(ticket.sides.slice(0, 2)).toMatchObject([
      {
        name: 'Sheet 1/2, front',
        panels: [
          { name: 'Page 8', width: 148 },
          { name: 'Page 1', width: 148 },
        ],
        folds: [148],
        folding: [{ order: 1, direction: 'away' }],
      },
      { name: 'Sheet 1/2, back', folds: [148], folding: [{ order: 1, direction: 'towards' }] },
    ]);
    expect(ticket.made).toBe('2026-09-21T14:13:20.000Z');
    expect(ticket.created).not.toBe(ticket.made);
    expect(ticket.colours).toBe('4/4');
    const html = Buffer.from(bytesOf(outputs, 'saddle.ticket.html')).toString('utf8');
    expect(html).toContain('Creep for each sheet');
  });

  it('say beside themselves which they are, and show all inks', () => {
    const [first, second] = file.sheets;
    if (first === undefined || second === undefined) throw new Error('no sheets');
    expect(aside(first).texts).toContain('brochure.en.saddle.pdf · Sheet 1/2, front · Pages: 8 | 1');
    expect(aside(second).texts).toContain('Sheet 1/2, back · Pages: 2 | 7');
    expect(aside(first).patches).toHaveLength(11);
    // Lines to cut by, a fold at head and foot, four targets of a ring and a cross: on all plates.
    const lines = first.paints.filter(({ type, colour }) => {
      return type === 'stroke' && colour?.type === 'inks' && colour.cmyk.every((ink) => ink === 100);
    });
    expect(lines).toHaveLength(18);
    expect(diagnostics).toEqual([]);
  });
});

const pantone = JSON.stringify({
  $extensions: { etrati: { extends: 'gza' } },
  color: { clay: { $extensions: { etrati: { spot: { name: 'PANTONE 167 C' } } } } },
});

it('an ink of its own is in the bar, in full and in half, on narrow pages too', async () => {
  const outputs = await build({ layout: 'a5-booklet', marks: 'all' }, pantone);
  const { file } = await inspect(bytesOf(outputs, 'print.pdf'));
  const [first] = file.sheets;
  if (first === undefined) throw new Error('no pages');
  const { patches, texts } = aside(first);
  expect(patches).toHaveLength(13);
  expect(patches.slice(-2)).toEqual(['0 0 0 0 PANTONE 167 C 100', '0 0 0 0 PANTONE 167 C 50']);
  expect(texts).toContain('CMYK + PANTONE 167 C');
  expect(ticketOf(outputs, 'ticket.json').inks.spot).toEqual(['PANTONE 167 C']);
});

it('a leaf stands front and back on one form, which is cut twice between them', async () => {
  const outputs = await build({ layout: 'tri-fold', impose: '2-up' });
  const { file, diagnostics } = await inspect(bytesOf(outputs, '2-up.pdf'));
  expect(diagnostics).toEqual([]);
  expect(file.sheets).toHaveLength(1);
  const trim = file.sheets[0]?.trim;
  expect(((trim?.right ?? 0) - (trim?.left ?? 0)) / mm).toBeCloseTo(2 * 297 + 6, 2);
  const { imposition, paper, sides } = ticketOf(outputs, '2-up.ticket.json');
  expect(paper).toEqual({ kind: 'coated', caliper: null });
  expect(sides).toMatchObject([
    {
      panels: [
        ...[
          { name: 'text 1', width: 97 },
          { name: 'back cover', width: 100 },
          { name: 'front cover', width: 100 },
        ],
        { name: 'cut away', width: 6 },
        ...[
          { name: 'text 2', width: 100 },
          { name: 'text 3', width: 100 },
          { name: 'text 4', width: 97 },
        ],
      ],
      folds: [97, 197, 403, 503],
      cuts: [297, 303],
      folding: [
        ...[
          { order: 1, direction: 'away' },
          { order: 2, direction: 'away' },
        ],
        ...[
          { order: 2, direction: 'towards' },
          { order: 1, direction: 'towards' },
        ],
      ],
    },
  ]);
  expect(imposition).toEqual({
    kind: '2-up',
    sheets: 1,
    creep: null,
    plan: [{ sheet: 1, side: 'both', pages: [1, 2] }],
  });
});

describe('a book that is glued', async () => {
  // In Georgian, which takes more room, an odd number of pages.
  const outputs = await build({ layout: 'a5-booklet', binding: 'perfect', caliper: 1 }, undefined, [], 'ka');

  it('has a block of whole leaves, whose first page is its page 1', async () => {
    const { file, diagnostics } = await inspect(bytesOf(outputs, 'block.pdf'));
    expect(diagnostics).toEqual([]);
    expect(file.sheets).toHaveLength(6);
    const [first] = file.sheets;
    const texts = first?.paints.flatMap((paint) => (paint.type === 'text' ? [paint.text] : [])).join('') ?? '';
    expect(texts).toContain('1 / 5');
  });

  it('has a cover of back, spine and front in one piece', async () => {
    const { file, diagnostics } = await inspect(bytesOf(outputs, 'cover.pdf'));
    expect(diagnostics).toEqual([]);
    const trim = file.sheets[0]?.trim;
    expect(((trim?.right ?? 0) - (trim?.left ?? 0)) / mm).toBeCloseTo(2 * 148 + 3, 2);
    const ticket = ticketOf(outputs, 'cover.ticket.json');
    expect(ticket.spine).toBe(3);
    expect(ticket.sides).toMatchObject([
      {
        panels: [{ name: 'უკანა ყდა' }, { name: 'ყუა', width: 3 }, { name: 'წინა ყდა' }],
        folding: [
          { order: 1, direction: 'away' },
          { order: 2, direction: 'away' },
        ],
      },
    ]);
    expect(ticket.colours).toBe('4/0');
  });
});

describe('a booklet that is stitched', async () => {
  const theme = await gza();
  const choice: Choice = {
    layout: 'a5-booklet',
    marks: 'none',
    sheetMarks: 'all',
    impose: 'saddle',
    binding: 'saddle',
    paper: null,
    caliper: 0.1,
    creep: 0.1,
  };
  const of = (count: number, changes: Partial<Choice> = {}) => {
    const report = new Report();
    const pages = Array.from({ length: count }, () => ({ width: 420, height: 595 }) as Side);
    const job = { theme, report, language: languageOf(l('en')), name: 'book', created: new Date(0) };
    pressFiles(pages, { ...choice, ...changes }, job);
    return report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  };

  it('is thin enough for it, or told', () => {
    expect(of(60)).toEqual([]);
    expect(of(64)).toEqual(['booklet-thick: The booklet has 64 pages (book, en): shops bind that many with glue.']);
    expect(of(64, { impose: null })).toHaveLength(1);
    expect(of(64, { binding: 'perfect', impose: null })).toEqual([]);
  });

  it('and thick enough where it is glued', () => {
    expect(of(8, { binding: 'perfect', impose: null })).toEqual([
      'spine-thin: The spine of 6 pages is 0.3 mm thick (book, en); glue holds from 2 mm on.',
    ]);
  });

  it('keeps two thirds of its inner margin', () => {
    expect(of(328)).toEqual([
      expect.stringContaining('booklet-thick'),
      'creep-too-large: The innermost of 82 sheets is moved 8.1 mm to the fold (book, en), more than a third of its inner margin of 15.0 mm.',
    ]);
    expect(of(40, { creep: 0.6 })).toEqual([expect.stringContaining('creep-too-large')]);
    expect(of(328, { impose: null })).toHaveLength(1);
  });
});

it('paper without a coating takes less ink, and is told that it has another profile', async () => {
  const told = [expect.stringMatching(/^profile-paper: The paper is uncoated/)];
  const outputs = await build({ layout: 'sheets', paper: 'uncoated' }, undefined, told);
  const ticket = ticketOf(outputs, 'ticket.json');
  expect(ticket.paper).toEqual({ kind: 'uncoated', caliper: null });
  expect(Math.max(ticket.inks.maximum.vector, ticket.inks.maximum.pictures ?? 0)).toBeLessThanOrEqual(280);
});

it('a QR code is black ink alone, which prints over nothing', async () => {
  const outputs = await build({ layout: 'tri-fold' });
  const { file } = await inspect(bytesOf(outputs, 'print.pdf'));
  const codes = file.sheets.flatMap(({ paints }) =>
    paints.filter((paint) => paint.type === 'area' && paint.path.segments.length > 400),
  );
  expect(codes.length).toBeGreaterThan(0);
  for (const { colour } of codes) expect(colour).toMatchObject({ type: 'inks', cmyk: [0, 0, 0, 100] });
});
