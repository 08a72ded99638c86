/** What a chart is drawn on: plain shapes in colours of the theme, and words as outlines. Points, y downwards. */
import type { Point } from '../matrix.ts';
import { colorProperty, type SvgMode } from '../theme/svg.ts';
import { type ColorName, colorOf, type Theme } from '../theme/theme.ts';
import { type Lettering, outlineOf, widthOf } from './lettering.ts';

export interface ChartBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface ChartPaint {
  readonly fill?: ColorName;
  readonly stroke?: ColorName;
  readonly strokeWidth?: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number];
}
/** Words that were drawn, and the room that they take. */
export interface Label extends ChartBox {
  readonly text: string;
}
export type Align = 'start' | 'center' | 'end';

/** Of the size of type: from the baseline up to the tallest letter and down to the lowest (FiraGO, Georgian and Latin). */
const above = 0.78;
const below = 0.26;

/** How far the baseline stands under the middle of letters without ascenders or of figures, of the size of type. */
export const middle = 0.34;

export class ChartCanvas {
  readonly #shapes: string[] = [];
  readonly #labels: Label[] = [];
  readonly #paint: (name: ColorName) => string;
  #top = 0;
  #bottom = 0;

  constructor(theme: Theme, mode: SvgMode) {
    this.#paint = (name) => (mode === 'css' ? `var(${colorProperty(name)})` : colorOf(theme, name)[mode]);
  }

  rect(box: ChartBox, paint: ChartPaint): void {
    const { x, y, width, height } = box;
    const size = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
    this.#shapes.push(`<rect ${size}${this.#attributes(paint)}/>`);
    this.#reach(y, y + height);
  }

  /** A path whose points all lie between two heights. */
  path(d: string, paint: ChartPaint, [top, bottom]: readonly [number, number]): void {
    this.#shapes.push(`<path d="${d}"${this.#attributes(paint)}/>`);
    this.#reach(top, bottom);
  }

  line(points: readonly Point[], paint: ChartPaint): void {
    const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
    const heights = points.map(([, y]) => y);
    this.path(d, paint, [Math.min(...heights), Math.max(...heights)]);
  }

  /** A straight line. */
  rule(x: number, y: number, toX: number, toY: number, paint: ChartPaint): void {
    this.path(`M${n(x)} ${n(y)}L${n(toX)} ${n(toY)}`, paint, [Math.min(y, toY), Math.max(y, toY)]);
  }

  /** One line of words, `x` being where it starts, its middle or its end. */
  text(text: string, lettering: Lettering, x: number, baseline: number, align: Align = 'start'): void {
    if (text === '') return;
    const label = textBox(text, lettering, x, baseline, align);
    const d = outlineOf(text, lettering, label.x, baseline);
    if (d !== '') this.#shapes.push(`<path d="${d}"${this.#attributes({ fill: lettering.color })}/>`);
    this.#labels.push(label);
    this.#reach(label.y, label.y + label.height);
  }

  /** Lines of words under one another, the first on the baseline given. */
  lines(lines: readonly string[], lettering: Lettering, x: number, baseline: number, align: Align = 'start'): void {
    lines.forEach((line, index) => {
      this.text(line, lettering, x, baseline + index * lettering.leading, align);
    });
  }

  /** The drawing, so wide and as high as what was drawn; shown so many times as large. */
  finish(width: number, by = 1): { svg: string; width: number; height: number; labels: readonly Label[] } {
    const [top, height] = [Math.floor(this.#top), Math.ceil(this.#bottom) - Math.floor(this.#top)];
    const root = `xmlns="http://www.w3.org/2000/svg" width="${n(width * by)}" height="${n(height * by)}" viewBox="0 0 ${n(width)} ${height}"`;
    const svg = `<svg ${root}><g transform="translate(0 ${-top})">${this.#shapes.join('')}</g></svg>`;
    return { svg, width, height, labels: this.#labels.map((label) => ({ ...label, y: label.y - top })) };
  }

  #reach(top: number, bottom: number): void {
    this.#top = Math.min(this.#top, top);
    this.#bottom = Math.max(this.#bottom, bottom);
  }

  #attributes({ fill, stroke, strokeWidth = 1, dash }: ChartPaint): string {
    const inside = ` fill="${fill === undefined ? 'none' : this.#paint(fill)}"`;
    if (stroke === undefined) return inside;
    const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
    return `${inside} stroke="${this.#paint(stroke)}" stroke-width="${n(strokeWidth)}"${dashes}`;
  }
}

/** The room that a line of words takes. */
export function textBox(text: string, lettering: Lettering, x: number, baseline: number, align: Align): Label {
  const width = widthOf(text, lettering);
  const left = x - (align === 'start' ? 0 : align === 'center' ? width / 2 : width);
  const { size } = lettering;
  return { text, x: left, y: baseline - above * size, width, height: (above + below) * size };
}

/** The path of a circle. */
export function circle([x, y]: Point, r: number): string {
  const half = (to: number) => `a${n(r)} ${n(r)} 0 0 1 ${n(to)} 0`;
  return `M${n(x - r)} ${n(y)}${half(2 * r)}${half(-2 * r)}z`;
}

/** A number in SVG: to a hundredth, never -0. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
