/** White, varnish and cuts: in inks and layers of their own, over what they are asked for, and in no colour's way. */
import { PDFArray, PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import type { Output } from '../../src/engine.ts';
import type { Sheet } from '../../src/finished/pdf/paint/file.ts';
import { inspect } from '../../src/preflight/preflight.ts';
import { finishIn } from '../../src/preflight/spots.ts';
import type { Ticket } from '../../src/ticket/ticket.ts';
import type { PrintOptions } from '../../src/write/targets.ts';
import { brochure, Project } from '../cli/project.ts';
import { readPress } from './reading.ts';

const mm = 72 / 25.4;

interface Built {
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
}

async function build(steps: object, print: PrintOptions): Promise<Built> {
  const project = new Project();
  const etrati = { extends: 'gza', print: { steps } };
  project.write('templates/themes/own/theme.json', JSON.stringify({ $extensions: { etrati } }, null, 2));
  const engine = createEngine({ root: project.root, env: {} });
  const built = await engine.build(brochure, { formats: ['print'], languages: ['en'], theme: 'own', print });
  engine.close();
  return built;
}

function bytesOf({ outputs }: Built, ending: string): Uint8Array {
  const found = outputs.find(({ name }) => name.endsWith(`.en.${ending}`));
  if (found === undefined) throw new Error(`no ${ending}`);
  return found.bytes;
}

const ticketOf = (built: Built, ending: string): Ticket =>
  JSON.parse(Buffer.from(bytesOf(built, ending)).toString('utf8'));

/** What is painted in inks that are no colours, in millimetres from the left and top of the trim, a side at a time. */
async function finished(bytes: Uint8Array) {
  const { file, diagnostics } = await inspect(bytes);
  const sides = file.sheets.map(({ paints, trim }) => {
    if (trim === null) throw new Error('no trim');
    return paints.flatMap((paint) => {
      const name = finishIn(paint.colour);
      if (name === null) return [];
      const { left, top, right, bottom } = paint.box;
      const edges = [left - trim.left, trim.top - top, right - trim.left, trim.top - bottom];
      return [
        {
          name,
          type: paint.type,
          over: paint.keeps !== 'nothing',
          box: edges.map((edge) => Math.round(edge / mm) + 0),
        },
      ];
    });
  });
  return { sides, diagnostics, file };
}

const all = {
  white: { on: ['sheet'] },
  varnish: { name: 'Spot UV', on: ['title', 'pictures'] },
  cut: { corners: 5, holes: [{ x: 8, y: 8, diameter: 5 }] },
};

const wordsOn = ({ paints }: Sheet): string =>
  paints
    .flatMap((paint) => (paint.type === 'text' ? [paint.text] : []))
    .join(' ')
    .replace(/\s+/gu, ' ');

/** Made in the first test that asks for it. */
function madeOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

describe('a folded sheet with white, varnish and cuts', () => {
  const sheet = madeOnce(async () => {
    const built = await build(all, { marks: 'all' });
    const bytes = bytesOf(built, 'print.pdf');
    const { sides, ...found } = await finished(bytes);
    const [outside = [], inside = []] = sides;
    return { built, bytes, outside, inside, ...found };
  });

  it('has each in an ink of its own, which overprints and which preflight finds nothing in', async () => {
    const { built, diagnostics, outside, inside } = await sheet();
    expect(built.diagnostics).toEqual([]);
    expect(diagnostics).toEqual([]);
    expect([...outside, ...inside].every(({ over }) => over)).toBe(true);
    expect(new Set(outside.map(({ name }) => name))).toEqual(new Set(['White', 'Spot UV', 'CutContour']));
    // No title and no picture of pixels is inside.
    expect(new Set(inside.map(({ name }) => name))).toEqual(new Set(['White', 'CutContour']));
  });

  it('lays white on all with its bleed, and varnish on the letters of the title alone, as shapes', async () => {
    const { outside } = await sheet();
    expect(outside.filter(({ name }) => name === 'White').map(({ box }) => box)).toEqual([[-3, -3, 300, 213]]);
    const letters = outside.filter(({ name }) => name === 'Spot UV');
    // “Support to secure borders and safe migration” has 38 letters.
    expect(letters).toHaveLength(38);
    for (const { type, box } of letters) {
      expect(type).toBe('area');
      expect(box[0]).toBeGreaterThan(197);
      expect(box[2]).toBeLessThan(297);
    }
  });

  it('cuts around the edge, and its hole lies on both sides at one place of the paper', async () => {
    const { outside, inside } = await sheet();
    const cuts = (side: typeof outside) => side.filter(({ name }) => name === 'CutContour').map(({ box }) => box);
    expect(cuts(outside)).toEqual([
      [0, 0, 297, 210],
      [5, 5, 11, 11],
    ]);
    expect(cuts(inside)).toEqual([
      [0, 0, 297, 210],
      [286, 5, 292, 11],
    ]);
  });

  it('tells programs in layers what they are, none of them hidden', async () => {
    const reading = await readPress((await sheet()).bytes);
    const { catalog } = reading.file;
    const properties = catalog.lookup(PDFName.of('OCProperties'), PDFDict);
    const layers = properties.lookup(PDFName.of('OCGs'), PDFArray);
    const told = layers.asArray().map((_, index) => {
      const layer = layers.lookup(index, PDFDict);
      return [layer.lookup(PDFName.of('Name'), PDFString).asString(), String(layer.lookup(PDFName.of('GTS_Metadata')))];
    });
    expect(told.map(([name, data = '']) => [name, data.replace(/\s+/g, ' ')])).toEqual([
      ['White', '<< /GTS_ProcStepsGroup /White >>'],
      ['Varnish', '<< /GTS_ProcStepsGroup /Varnish >>'],
      ['Cutting', '<< /GTS_ProcStepsGroup /Structural /GTS_ProcStepsType /Cutting >>'],
    ]);
    const setting = properties.lookup(PDFName.of('D'), PDFDict);
    expect(setting.keys().map(String).sort()).toEqual(['/Name', '/ON', '/Order']);
    // Nothing of them is read: they stand in artifacts, and letters are no text.
    const content = reading.contents.find((each) => each.includes('/OC /StepVarnish BDC')) ?? '';
    const part = content.slice(content.indexOf('/OC /StepVarnish BDC'), content.indexOf('/OC /StepCutting BDC'));
    expect(part).not.toMatch(/\b(?:BT|Tj|TJ)\b/);
    expect(content.slice(0, content.indexOf('/OC /StepWhite'))).toMatch(/\/Artifact <<[^>]*>> BDC\s*$/);
  });

  it('is told in the ticket and beside the sheet, and by no name of an ink', async () => {
    const { built, file } = await sheet();
    const ticket = ticketOf(built, 'ticket.json');
    expect(ticket.inks.spot).toEqual([]);
    expect(ticket.colours).toBe('4/4');
    expect(ticket.sides.every(({ inks }) => inks.length === 4)).toBe(true);
    // No title and no picture of pixels is inside.
    expect(ticket.sides.map(({ steps }) => steps)).toEqual([
      ['white', 'varnish', 'cut'],
      ['white', 'cut'],
    ]);
    expect(ticket.steps).toEqual([
      { step: 'white', ink: 'White', on: ['sheet'], corners: null, holes: [] },
      { step: 'varnish', ink: 'Spot UV', on: ['title', 'pictures'], corners: null, holes: [] },
      { step: 'cut', ink: 'CutContour', on: [], corners: 5, holes: [{ x: 8, y: 8, diameter: 5 }] },
    ]);
    const [outside = '', inside = ''] = file.sheets.map(wordsOn);
    expect(outside).toContain('CMYK · White ink under the colours: White Varnish: Spot UV · Cutting: CutContour');
    expect(inside).toContain('CMYK · White ink under the colours: White Cutting: CutContour');
    expect(Buffer.from(bytesOf(built, 'ticket.html')).toString('utf8')).toContain('round corners, radius 5');
  });
});

describe('a booklet with varnish on its cover, put together for the press', () => {
  it('names it beside the sides of sheets that have it, and in their ticket', async () => {
    const steps = { varnish: { name: 'Spot UV', on: ['cover'] } };
    const built = await build(steps, { layout: 'a5-booklet', impose: 'saddle', marks: 'all' });
    const { file } = await finished(bytesOf(built, 'saddle.pdf'));
    const [first, ...others] = file.sheets.map((sheet) => wordsOn(sheet).includes('Varnish: Spot UV'));
    expect([first, others.length > 0, others.includes(true)]).toEqual([true, true, false]);
    const [cover, ...inner] = ticketOf(built, 'saddle.ticket.json').sides.map(({ steps: done }) => done);
    expect([cover, inner.flat()]).toEqual([['varnish'], []]);
  });
});

describe('a step that falls on no side', () => {
  it('is told, at its place in the theme; one of whose parts there is one is not', async () => {
    const { diagnostics, outputs } = await build(
      { white: { on: ['title', 'pictures'] }, varnish: { on: ['pictures'] } },
      {},
    );
    expect(diagnostics.map(({ severity, code, message, at }) => [severity, code, message, at?.path])).toEqual([
      [
        'warning',
        'step-nowhere',
        'No side has "Varnish" (varnish): the document has nothing of what it is on (pictures).',
        '$.$extensions.etrati.print.steps.varnish',
      ],
    ]);
    expect(outputs.length).toBeGreaterThan(0);
  });
});

describe('a name beyond ASCII', () => {
  it('is read as it was written, in ticket and preflight', async () => {
    const built = await build({ varnish: { name: 'ლაქი UV', on: ['cover'] } }, {});
    const ticket = ticketOf(built, 'ticket.json');
    expect([ticket.steps.map(({ ink }) => ink), ticket.inks.spot, ticket.colours]).toEqual([['ლაქი UV'], [], '4/4']);
  });
});

describe('a glued book with round corners', () => {
  const book = madeOnce(() =>
    build(
      { cut: { corners: 5, holes: [{ x: 5, y: 20, diameter: 4 }] } },
      { layout: 'a5-booklet', binding: 'perfect', caliper: 1 },
    ),
  );

  it('is open at the spine on each page, and its holes are at the spine', async () => {
    const built = await book();
    expect(built.diagnostics.map(({ code }) => code)).toEqual([]);
    const { sides } = await finished(bytesOf(built, 'block.pdf'));
    const [first = [], second = []] = sides.map((side) => side.map(({ box }) => box));
    expect(first[1]?.[0]).toBe(3);
    expect(second[1]?.[2]).toBe(148 - 3);
  });

  it('has a cover that is cut in one piece, spine and all', async () => {
    const built = await book();
    const { sides, diagnostics } = await finished(bytesOf(built, 'cover.pdf'));
    expect(diagnostics).toEqual([]);
    const { spine } = ticketOf(built, 'cover.ticket.json');
    const [edge, front, back] = sides[0]?.map(({ box }) => box) ?? [];
    expect(sides[0]).toHaveLength(3);
    expect(edge?.[2]).toBe(Math.round(2 * 148 + (spine ?? 0)));
    expect(front?.[0]).toBe(Math.round(148 + (spine ?? 0) + 3));
    expect(back?.[2]).toBe(148 - 3);
  });
});

describe('a cut that is misplaced', () => {
  const told = async (cut: object) => {
    const { diagnostics, outputs } = await build({ cut }, {});
    expect(outputs).toEqual([]);
    return diagnostics.map(({ code, at, message }) => [code, at?.path, message]);
  };
  const at = '$.$extensions.etrati.print.steps.cut';

  it('through words is refused once, where the theme says it', async () => {
    expect(await told({ holes: [{ x: 40, y: 19, diameter: 10 }] })).toEqual([
      ['cut-misplaced', at, 'The hole 40 mm from the left and 19 mm from the top goes through words (side 1).'],
    ]);
    expect(await told({ corners: 50 })).toEqual([['cut-misplaced', at, 'A round corner goes through words (side 1).']]);
  });

  it('beyond a round corner or into another hole is refused', async () => {
    const beyond = (x: number) =>
      `The hole ${x} mm from the left and ${x} mm from the top is not wholly within the round corners (side 1).`;
    const hole = (x: number) => ({ x, y: x, diameter: 4 });
    expect(await told({ corners: 8, holes: [{ x: 2, y: 2, diameter: 3 }] })).toEqual([
      ['cut-misplaced', at, beyond(2)],
    ]);
    expect(await told({ corners: 16, holes: [hole(6)] })).toEqual([['cut-misplaced', at, beyond(6)]]);
    const meets = (x: number) =>
      `The hole ${x} mm from the left and ${x} mm from the top of 4 mm meets another hole (side 1).`;
    expect(await told({ holes: [hole(6), hole(6)] })).toEqual([['cut-misplaced', at, meets(6)]]);
    expect(await told({ holes: [hole(6), hole(8)] })).toEqual([['cut-misplaced', at, meets(8)]]);
    const { diagnostics } = await build({ cut: { corners: 8, holes: [hole(6)] } }, {});
    expect(diagnostics).toEqual([]);
  });

  it('off the paper is refused', async () => {
    expect(await told({ holes: [{ x: 296, y: 100, diameter: 10 }] })).toEqual([
      [
        'cut-misplaced',
        at,
        'The hole 296 mm from the left and 100 mm from the top is not wholly on the paper (side 1).',
      ],
    ]);
  });
});
