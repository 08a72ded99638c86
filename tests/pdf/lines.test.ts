import { describe, expect, it } from 'vitest';
import { breakRuns, type Line, type StyledRun } from '../../src/write/pdf/text/inlines.ts';
import { breakLines } from '../../src/write/pdf/text/lines.ts';
import { Type } from '../../src/write/pdf/text/type.ts';
import { gza } from '../theme/gza.ts';

const type = new Type(await gza());
const run = (text: string, weight = 400): StyledRun => ({
  text,
  style: type.style('body', { weight }),
  slot: null,
  link: null,
  lineEnd: false,
});
const texts = (lines: readonly Line[]): string[] =>
  lines.map((line) => line.inlines.map((piece) => piece.text).join(''));
const set = (runs: readonly StyledRun[], width: number, lang = 'ka'): string[] =>
  texts(breakLines(breakRuns(runs, lang), width));

describe('lines', () => {
  it('lose no character, whatever the width', () => {
    const text = 'მიგრაციის საერთაშორისო ორგანიზაცია (IOM) პარტნიორებთან ერთად მუშაობს, 25 % და № 7';
    for (const width of [20, 60, 120, 400]) expect(set([run(text)], width).join('')).toBe(text);
  });

  it('are never wider than the column, also for a word of 10,000 letters', () => {
    const lines = breakLines(breakRuns([run(`ა ${'მიგრაცია'.repeat(1250)} ბ`)], 'ka'), 200);
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(line.getWidth()).toBeLessThanOrEqual(200.01);
  });

  it('do not break where only the look changes', () => {
    expect(set([run('მიგრა'), run('ცია', 600)], 40).join('|')).toBe('მიგრა|ცია');
    expect(set([run('მართვა მიგრა'), run('ცია', 600)], 62)).toEqual(['მართვა ', 'მიგრაცია']);
  });

  it('keep together what setting keeps together', () => {
    for (const kept of ['IOM-ის', '25 %', '1951 წელს']) {
      const lines = set([run(`აბგდევზთიკლმნ ${kept} და სხვა მრავალი სიტყვა`)], 110);
      expect(
        lines.some((line) => line.includes(kept)),
        `${kept} in ${lines.join('|')}`,
      ).toBe(true);
    }
  });

  it('part what setting keeps together before they cut a word', () => {
    const width = (text: string): number => breakLines(breakRuns([run(text)], 'ka'), 1000)[0]?.getWidth() ?? 0;
    // Each pair is wider than the line, each word of it is not.
    expect(set([run('სახლში დაბრუნება: რეინტეგრაციის ფონდი')], width('რეინტეგრაციის') + 4)).toEqual([
      'სახლში ',
      'დაბრუნება: ',
      'რეინტეგრაციის ',
      'ფონდი',
    ]);
    expect(set([run('რეინტეგრა'), run('ციის ფონ', 600), run('დი')], width('რეინტეგრაციის') + 8)).toHaveLength(2);
    expect(set([run('დახარჯა 25 000 000 ლარი')], width('25 000 000') + 4)).toEqual(['დახარჯა ', '25 000 000 ', 'ლარი']);
    expect(set([run('1951 წელს')], width('1951') + 2)[0]).toBe('1951 ');
    expect(set([run('248\u00A0387,10')], width('387,10') + 2)).toEqual(['248\u00A0', '387,10']);
  });

  it('cut a wide word between whole characters', () => {
    const combining = 'e\u0301'.repeat(400);
    for (const line of set([run(combining)], 100, 'en')) expect(line.startsWith('\u0301')).toBe(false);
  });
});
