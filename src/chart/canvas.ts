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

/** A shape, with how far up and down it reaches. */
interface Shape {
  readonly top: number;
  readonly bottom: number;
  /** Whether it heads the rows: in a drawing that is parted, it is in each part. */
  readonly heads: boolean;
  /** Whether it goes down through rows, and is cut where these are parted. */
  readonly long: boolean;
  /** As it is between two heights. */
  between(top: number, bottom: number): string;
}

/** A drawing, or a part of one. */
export interface Finished {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly Label[];
}

export class ChartCanvas {
  readonly #shapes: Shape[] = [];
  #heading = false;
  #rows: { readonly step: number; readonly count: number } | null = null;
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
    this.#add(`<rect ${size}${this.#attributes(paint)}/>`, y, y + height);
  }

  /** A path whose points all lie between two heights. */
  path(d: string, paint: ChartPaint, [top, bottom]: readonly [number, number]): void {
    this.#add(`<path d="${d}"${this.#attributes(paint)}/>`, top, bottom);
  }

  line(points: readonly Point[], paint: ChartPaint): void {
    const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
    const heights = points.map(([, y]) => y);
    this.path(d, paint, [Math.min(...heights), Math.max(...heights)]);
  }

  /** A straight line. */
  rule(x: number, y: number, toX: number, toY: number, paint: ChartPaint): void {
    const attributes = this.#attributes(paint);
    const [top, bottom] = [Math.min(y, toY), Math.max(y, toY)];
    const long = x === toX;
    const cut = (at: number, from: number, to: number) => (long ? Math.min(Math.max(at, from), to) : at);
    const between = (from: number, to: number) =>
      `<path d="M${n(x)} ${n(cut(y, from, to))}L${n(toX)} ${n(cut(toY, from, to))}"${attributes}/>`;
    this.#shapes.push({ top, bottom, heads: this.#heading, long, between });
    this.#reach(top, bottom);
  }

  /** What is drawn here heads the rows. */
  heading(draw: () => void): void {
    this.#heading = true;
    draw();
    this.#heading = false;
  }

  /** It is rows one under the other, from 0 on: between them it may be parted. */
  rows(step: number, count: number): void {
    this.#rows = { step, count };
  }

  /** One line of words, `x` being where it starts, its middle or its end. */
  text(text: string, lettering: Lettering, x: number, baseline: number, align: Align = 'start'): void {
    if (text === '') return;
    const label = textBox(text, lettering, x, baseline, align);
    const d = outlineOf(text, lettering, label.x, baseline);
    if (d !== '') {
      const markup = `<path d="${d}"${this.#attributes({ fill: lettering.color })}/>`;
      this.#add(markup, label.y, label.y + label.height);
    }
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
  finish(width: number, by = 1): Finished {
    const [top, height] = [Math.floor(this.#top), Math.ceil(this.#bottom) - Math.floor(this.#top)];
    const shapes = this.#shapes.map(({ between }) => between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY));
    const svg = `${rootOf({ width, height }, by)}${shifted(shapes, -top)}</svg>`;
    return { svg, width, height, labels: this.#labels.map((label) => ({ ...label, y: label.y - top })) };
  }

  /** The same in parts, none of them higher than `most`, if its rows allow that; what heads the rows is in each. */
  parts(width: number, by: number, most: number): readonly Pick<Finished, 'svg' | 'width' | 'height'>[] {
    const whole = this.finish(width, by);
    const rows = this.#rows;
    if (whole.height * by <= most || rows === null) return [whole];
    const head = Math.min(0, Math.floor(this.#top));
    const fitting = Math.max(1, Math.floor((most / by + head) / rows.step));
    const count = Math.ceil(rows.count / fitting);
    const each = Math.ceil(rows.count / count);
    return Array.from({ length: count }, (_, index) => {
      const from = index === 0 ? head : index * each * rows.step;
      const to = Math.min((index + 1) * each, rows.count) * rows.step;
      return this.#part(width, by, { head: index === 0 ? 0 : head, from, to: index === count - 1 ? this.#bottom : to });
    });
  }

  /** From one height to another, under what heads it; what is not cut is in the part that its middle is in. */
  #part(width: number, by: number, { head, from, to }: { head: number; from: number; to: number }) {
    const own = this.#shapes.filter(({ top, bottom, long }) => {
      const middle = (top + bottom) / 2;
      return long ? top < to && bottom > from : middle >= from && (middle < to || to === this.#bottom);
    });
    const heads = head === 0 ? [] : this.#shapes.filter((shape) => shape.heads && shape.top <= 0);
    const height = Math.ceil(to - from - head);
    const above =
      heads.length === 0
        ? ''
        : shifted(
            heads.map(({ between }) => between(head, 0)),
            -head,
          );
    const below = shifted(
      own.map(({ between }) => between(from, to)),
      -head - from,
    );
    return { svg: `${rootOf({ width, height }, by)}${above}${below}</svg>`, width, height };
  }

  #add(markup: string, top: number, bottom: number): void {
    this.#shapes.push({ top, bottom, heads: this.#heading, long: false, between: () => markup });
    this.#reach(top, bottom);
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

function rootOf({ width, height }: { readonly width: number; readonly height: number }, by: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width * by)}" height="${n(height * by)}" viewBox="0 0 ${n(width)} ${height}">`;
}

function shifted(shapes: readonly string[], down: number): string {
  return `<g transform="translate(0 ${down})">${shapes.join('')}</g>`;
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
