import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';

const engine = createEngine({ root: path.resolve(import.meta.dirname, '../..'), env: {} });
const build = async (file: string, format: 'pdf' | 'print' | 'html', origins: boolean) =>
  (await engine.build(file, { formats: [format], languages: ['en'], origins })).outputs;
const brochure = 'data/brochure/brochure.json';

describe('pages that are looked at beside their data', () => {
  it('tell where each value stands, and are drawn as they are for readers', async () => {
    const [output] = await build(brochure, 'pdf', true);
    const pages = output?.shown ?? [];
    expect(pages).toHaveLength(5);
    for (const { trim, bleed, panels, words } of pages) {
      expect([bleed, panels.length]).toEqual([0, 0]);
      for (const { area, path: from } of words) {
        expect(from).toMatch(/^\$\./);
        const [left, bottom, right, top] = area;
        expect(left < right && bottom < top, from).toBe(true);
        expect(left >= trim[0] && bottom >= trim[1] && right <= trim[2] && top <= trim[3], from).toBe(true);
      }
    }
    const titles = pages.map(({ words }) => words.filter((each) => each.path === '$.title.en').length);
    expect(titles[0]).toBeGreaterThan(0);
    expect(pages.flatMap(({ words }) => words.map((each) => each.path))).toContain('$.overview.figure.src');
    const [plain] = await build(brochure, 'pdf', false);
    expect(plain?.shown).toBeUndefined();
    expect(Buffer.from(plain?.bytes ?? []).equals(output?.bytes ?? new Uint8Array())).toBe(true);
  });

  it('tell for the press where they are cut and folded, and come without a ticket', async () => {
    const made = await build(brochure, 'print', true);
    expect(made.map(({ name }) => name)).toEqual(['brochure.en.print.pdf']);
    const [outside, inside] = made[0]?.shown ?? [];
    expect(outside?.panels.map(({ role }) => role)).toEqual(['text', 'back', 'cover']);
    expect(inside?.panels.map(({ order }) => order)).toEqual([2, 3, 4]);
    const [left = 0, , right = 0] = outside?.trim ?? [];
    const wide = outside?.panels.reduce((sum, { width }) => sum + width, 0) ?? 0;
    expect(right - left).toBeCloseTo(wide, 3);
    expect(outside?.bleed).toBeCloseTo((3 / 25.4) * 72, 2);
    // The cover is the panel on the right.
    const title = outside?.words.filter((each) => each.path === '$.title.en') ?? [];
    expect(title.length).toBeGreaterThan(0);
    for (const { area } of title) expect(area[0]).toBeGreaterThan(left + (wide * 197) / 297);
    const ready = await build(brochure, 'print', false);
    expect(ready.map(({ name }) => name)).toContain('brochure.en.ticket.json');
    expect(Buffer.from(ready[0]?.bytes ?? []).equals(made[0]?.bytes ?? new Uint8Array())).toBe(true);
  });

  it('are told of by no other format', async () => {
    const [page] = await build(brochure, 'html', true);
    expect(page?.shown).toEqual([]);
  });
});
