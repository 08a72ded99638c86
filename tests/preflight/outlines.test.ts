/** Words whose glyphs are drawn around, and layers that go by a policy: what of them prints. */
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/preflight/preflight.ts';
import { good, type PrintPdf, printPdf } from './make.ts';

const words = (setup: string): string => `${good}\nq ${setup} BT /F1 20 Tf 1 0 0 1 60 120 Tm (Words) Tj ET Q`;
const found = async (pdf: PrintPdf) => {
  const { diagnostics, facts } = await preflight(printPdf(pdf));
  return { codes: diagnostics.map(({ code }) => code), most: facts.inkMaximum.vector, inks: facts.inks, diagnostics };
};

describe('text with a fill and a line', () => {
  it('has the ink of its line', async () => {
    const { codes, most } = await found({ content: words('2 Tr 0 g /Over gs 1 1 1 1 K 5 w') });
    expect(codes).toContain('ink-total');
    expect(most).toBe(400);
  });

  it('is in RGB where its line is', async () => {
    expect((await found({ content: words('2 Tr /Over gs 0 0 0 1 k 1 0 0 RG 1 w') })).codes).toEqual(['rgb-color']);
  });

  it('has both where its line overprints', async () => {
    const { most } = await found({ content: words('/Over gs 2 Tr 0 0 1 1 k 1 1 0 0 K 5 w') });
    expect(most).toBe(400);
  });

  it('that is a line alone is held to the width of lines', async () => {
    expect((await found({ content: words('/Over gs 1 Tr 0 0 0 1 K 0.05 w') })).codes).toEqual(['hairline']);
    expect((await found({ content: words('/Over gs 1 Tr 0 0 0 1 K 0.5 w') })).codes).toEqual([]);
  });

  it('stands on the page once', async () => {
    const content = words('/Over gs 2 Tr 0 0 0 1 k 0 0 0 1 K 1 w').replace('60 120 Tm', '10 120 Tm');
    const { diagnostics } = await found({ content });
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.not.stringContaining('more like it')]);
  });
});

const layered = (membership: string, off: string): PrintPdf => ({
  content: `${good}\n/OC /L BDC 0.1 0 0 0 k 1 1 1 1 k 60 100 9 9 re f EMC`,
  resources: '/Properties << /L 72 0 R >>',
  catalog: `/OCProperties << /OCGs [70 0 R 71 0 R] /D << /OFF [${off}] >> >>`,
  objects: {
    70: '<< /Type /OCG /Name (x) >>',
    71: '<< /Type /OCG /Name (y) >>',
    72: `<< /Type /OCMD /OCGs [70 0 R 71 0 R] ${membership} >>`,
  },
});
const isSeen = async (membership: string, off: string) => (await found(layered(membership, off))).most === 400;
const [both, one, none] = ['70 0 R 71 0 R', '70 0 R', ''];

describe('what belongs to several layers', () => {
  it.each([
    ['', [false, true, true]],
    ['/P /AnyOn', [false, true, true]],
    ['/P /AllOn', [false, false, true]],
    ['/P /AnyOff', [true, true, false]],
    ['/P /AllOff', [true, false, false]],
    ['/P /AllOn /VE [/Or 70 0 R [/Not 71 0 R]]', [true, false, true]],
  ])('prints by %s', async (membership, seen) => {
    expect(await Promise.all([both, one, none].map((off) => isSeen(membership, off)))).toEqual(seen);
  });
});
