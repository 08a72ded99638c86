/** The parts that charts are made of. */
import { describe, expect, it } from 'vitest';
import { letteringOf, linesOf, outlineOf, widthOf } from '../../src/chart/lettering.ts';
import { spread } from '../../src/chart/spread.ts';
import { gza } from '../theme/gza.ts';

describe('labels moved apart', () => {
  const at = (...middles: number[]) => middles.map((middle) => ({ at: middle, size: 10 }));
  it('stay where they wish if they can', () => {
    expect(spread(at(10, 40, 80), 0, 100)).toEqual([10, 40, 80]);
  });
  it('share the move evenly', () => {
    expect(spread(at(50, 50, 50), 0, 100)).toEqual([40, 50, 60]);
    expect(spread(at(50, 52, 90, 91), 0, 100)).toEqual([46, 56, 85, 95]);
  });
  it('stay inside the bounds while there is room, and over the first where there is none', () => {
    expect(spread(at(0, 1, 99, 100), 0, 100)).toEqual([5, 15, 85, 95]);
    expect(spread(at(5, 5, 5), 0, 20)).toEqual([-5, 5, 15]);
    expect(spread([], 0, 20)).toEqual([]);
  });
});

describe('words', () => {
  it('are measured in the theme’s own font, Georgian too', async () => {
    const lettering = letteringOf(await gza(), 'body');
    // FiraGO's Georgian averages 0.574 em a character.
    const text = 'საზღვარი უსაფრთხოა და ღიაა მათთვის, ვინც კანონიერად მოგზაურობს';
    expect(widthOf(text, lettering) / (text.length * lettering.size)).toBeCloseTo(0.574, 1);
    expect(widthOf('ქ\u00ADა\u200Bლი', lettering)).toBeCloseTo(widthOf('ქალი', lettering), 6);
  });
  it('break at spaces, never at those that do not break, and are cut with an ellipsis', async () => {
    const lettering = letteringOf(await gza(), 'body');
    const width = widthOf('one two', lettering) + 0.1;
    expect(linesOf('one two three', lettering, width, 2)).toEqual({ lines: ['one two', 'three'], whole: true });
    expect(linesOf('one\u00A0two three', lettering, width, 2).lines).toEqual(['one\u00A0two', 'three']);
    const { lines, whole } = linesOf('one two three four', lettering, width, 2);
    expect([lines[0], whole]).toEqual(['one two', false]);
    expect(lines[1]).toMatch(/^three.*…$/);
    expect(linesOf('შემოწმება', lettering, 1, 1)).toEqual({ lines: [''], whole: false });
  });
  it('become outlines that stand on their baseline', async () => {
    const lettering = letteringOf(await gza(), 'body');
    const d = outlineOf('H', lettering, 100, 50);
    const start = /^m([\d.]+) ([\d.]+)/.exec(d);
    expect(Number(start?.[1])).toBeGreaterThan(100);
    expect(Number(start?.[1])).toBeLessThan(100 + lettering.size);
    expect(d).toMatch(/^[mlqcz\d. -]+$/);
    expect(outlineOf(' ', lettering, 0, 0)).toBe('');
    expect(outlineOf('<&>"', lettering, 0, 0)).toMatch(/^[mlqcz\d. -]+$/);
  });
});
