/** Words in a chart: measured, set in lines and turned into outlines with the theme's own fonts. */
import { graphemesIn } from '../graphemes.ts';
import { outlineOf as outlineOfGlyph, type ShapedText, type Shaper, shaperOf } from '../theme/shaping.ts';
import { type ColorName, faceOf, type StyleName, type Theme } from '../theme/theme.ts';

/** How words are set. Lengths in points. */
export interface Lettering {
  readonly shaper: Shaper;
  readonly size: number;
  readonly leading: number;
  readonly color: ColorName;
}
export interface LabelLines {
  readonly lines: readonly string[];
  /** Whether all words are there, none cut. */
  readonly whole: boolean;
}

/** The lettering of a style of the theme, in the nearest upright weight there is. */
export function letteringOf(
  theme: Theme,
  style: StyleName,
  change: { readonly weight?: number; readonly color?: ColorName } = {},
): Lettering {
  const { page, color, family } = theme.styles[style];
  const face = faceOf(theme, family, change.weight ?? page.weight, false);
  return { shaper: shaperOf(face), size: page.size, leading: page.leading, color: change.color ?? color };
}

export function widthOf(text: string, lettering: Lettering): number {
  return (shapeOf(text, lettering).width * lettering.size) / 1000;
}

/** The widest of some words; 0 for none. */
export function widest(texts: readonly string[], lettering: Lettering): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(text, lettering)), 0);
}

/**
 * Words in at most so many lines of a width, broken at spaces only (those that do not break are kept). What has no room
 * is cut, with an ellipsis.
 */
export function linesOf(text: string, lettering: Lettering, width: number, most: number): LabelLines {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, lettering) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
  const cut = kept.map((one) => shorten(one, lettering, width));
  return { lines: cut, whole: cut.every((one, index) => one === kept[index]) };
}

const ellipsis = '…';
/** No line is longer, at any size; measuring all of a text of a megabyte would take its time. */
const longestLine = 400;

function shorten(text: string, lettering: Lettering, width: number): string {
  if (text.length <= longestLine && widthOf(text, lettering) <= width) return text;
  const letters = Array.from(graphemesIn(text.slice(0, longestLine)), ({ segment }) => segment);
  let [fits, end] = [0, letters.length];
  while (fits < end) {
    const middle = Math.ceil((fits + end) / 2);
    const fitting = widthOf(letters.slice(0, middle).join('') + ellipsis, lettering) <= width;
    if (fitting) fits = middle;
    else end = middle - 1;
  }
  if (fits === 0 && widthOf(ellipsis, lettering) > width) return '';
  return letters.slice(0, fits).join('').trimEnd() + ellipsis;
}

/** The words as SVG path data, from `x` on the baseline. */
export function outlineOf(text: string, lettering: Lettering, x: number, baseline: number): string {
  const { size } = lettering;
  const path = new PathData();
  let pen = x;
  for (const glyph of shapeOf(text, lettering).glyphs) {
    const left = pen + (glyph.xOffset * size) / 1000;
    const foot = baseline - (glyph.yOffset * size) / 1000;
    const outline = outlineOfGlyph(glyph);
    const scale = size / outline.unitsPerEm;
    for (const { command, args } of outline.path.commands) {
      const at = args.map((value, index) => (index % 2 === 0 ? left + value * scale : foot - value * scale));
      path.add(letterOf[command], at);
    }
    pen += (glyph.xAdvance * size) / 1000;
  }
  return path.data;
}

/** FiraGO and others would draw a box for what is not to be seen (soft hyphens, joiners, marks of direction). */
function shapeOf(text: string, lettering: Lettering): ShapedText {
  return lettering.shaper.shape(text.replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, ''));
}

const letterOf = { moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'q', bezierCurveTo: 'c', closePath: 'z' } as const;

/** Relative path data, in hundredths of a point so that no rounding adds up: half as long as absolute. */
class PathData {
  data = '';
  #pen: readonly [number, number] = [0, 0];
  #start: readonly [number, number] = [0, 0];

  /** `at` are absolute points, x and y by turns. */
  add(letter: 'm' | 'l' | 'q' | 'c' | 'z', at: readonly number[]): void {
    this.data += letter;
    if (letter === 'z') {
      this.#pen = this.#start;
      return;
    }
    const rounded = at.map((value) => Math.round(value * 100));
    this.data += rounded.map((value, index) => short((value - (this.#pen[index % 2] ?? 0)) / 100)).join(' ');
    this.#pen = [rounded.at(-2) ?? 0, rounded.at(-1) ?? 0];
    if (letter === 'm') this.#start = this.#pen;
  }
}

/** Without the zero before the point. */
function short(value: number): string {
  return String(value).replace(/^(-?)0\./, '$1.');
}
