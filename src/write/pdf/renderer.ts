/** Laid-out pages to tagged content: every painting operator stands in a mark of the structure or in an artifact. */

import svgModule from 'pdfmake/js/3rd-party/svg-to-pdfkit.js';
import type { PageItems } from 'pdfmake/js/LayoutBuilder.js';
import type pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import type { Page } from 'pdfmake/js/PDFDocument.js';
import type { Theme } from '../../theme/theme.ts';
import type { Canvas } from './canvas.ts';
import type { Furniture } from './furniture.ts';
import type { Line, LinkTarget, Marker, Piece, Run, RunStyle } from './inlines.ts';
import { type Art, circle, type Ground, markerCentre, roundedRectangle } from './ornament.ts';
import { shaperOf } from './shaping.ts';
import type { Slot, StructureTree } from './structure.ts';

type Pdf = InstanceType<typeof pdfDocumentModule.default>;

interface PlacedPicture {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
  readonly image?: string;
  readonly svg?: string;
  readonly slot: Slot | null;
}

/** A link's rectangle on a page; written once all destinations are known. */
export interface LinkArea {
  readonly target: LinkTarget;
  readonly slot: Slot;
  readonly page: Page;
  readonly key: number;
  /** left, top, right, bottom */
  readonly area: readonly [number, number, number, number];
}

export class Renderer {
  readonly links: LinkArea[] = [];
  /** Section id to the page and the height that it starts at. */
  readonly destinations = new Map<string, { page: Page; top: number }>();
  readonly #pdf: Pdf;
  readonly #canvas: Canvas;
  readonly #tree: StructureTree;
  readonly #theme: Theme;
  readonly #images: Readonly<Record<string, Uint8Array>>;
  #pageKey = 0;
  #open: Slot | null = null;
  #underlines: { x: number; y: number; width: number; style: RunStyle }[] = [];

  constructor(
    pdf: Pdf,
    canvas: Canvas,
    tree: StructureTree,
    theme: Theme,
    images: Readonly<Record<string, Uint8Array>>,
  ) {
    this.#pdf = pdf;
    this.#canvas = canvas;
    this.#tree = tree;
    this.#theme = theme;
    this.#images = images;
  }

  renderPage(page: PageItems, furniture: Furniture): void {
    const { width, height } = page.pageSize;
    this.#pdf.addPage({ size: [width, height], margin: 0 });
    this.#pageKey = this.#tree.addPage();
    Object.assign(this.#canvas.page.dictionary.data, { StructParents: this.#pageKey, Tabs: 'S' });
    delete this.#canvas.page.dictionary.data.UserUnit;
    this.#furniture(furniture);
    for (const { type, item } of page.items) {
      this.#anchors(item as { y: number; anchors?: { id: string }[] });
      if (type === 'line') this.#line(item as Line);
      else if (type === 'image' || type === 'svg') this.#picture(item as PlacedPicture & { marker?: Marker });
      else throw new Error(`layout placed a ${type}, which has no tag`);
    }
    this.#leave();
    this.#texts(furniture);
  }

  // ---- marked content -----------------------------------------------------------------------------------------

  #enter(slot: Slot): void {
    if (this.#open === slot) return;
    this.#leave();
    const mcid = this.#tree.mark(slot, this.#canvas.page.dictionary, this.#pageKey);
    this.#canvas.openTagged(slot.element.type, mcid);
    this.#open = slot;
  }

  #leave(): void {
    if (this.#open !== null) this.#canvas.close();
    this.#open = null;
    const underlines = this.#underlines;
    this.#underlines = [];
    if (underlines.length === 0) return;
    this.#artifact('Layout', () => {
      for (const { x, y, width, style } of underlines) {
        this.#canvas.path(`M ${x} ${y} H ${x + width}`, {
          stroke: style.color,
          width: Math.max(0.5, style.size * 0.05),
        });
      }
    });
  }

  #artifact(kind: 'Layout' | 'Header' | 'Footer', paint: () => void): void {
    this.#leave();
    this.#canvas.openArtifact(kind);
    paint();
    this.#canvas.close();
  }

  #anchors(item: { y: number; anchors?: { id: string }[] }): void {
    for (const { id } of item.anchors ?? []) this.destinations.set(id, { page: this.#canvas.page, top: item.y });
  }

  // ---- content ------------------------------------------------------------------------------------------------

  #line(line: Line): void {
    const [x, y] = [line.x ?? 0, line.y ?? 0];
    const height = line.getHeight();
    if (line.marker !== undefined) this.#marker(line.marker, { x, top: y, bottom: y + height });
    const pieces = line.inlines as Piece[];
    const baseline = y + baselineIn(pieces, height);
    for (let start = 0; start < pieces.length; ) {
      const first = pieces[start];
      if (first === undefined) break;
      let end = start + 1;
      while (pieces[end]?.run === first.run) end++;
      this.#run(pieces.slice(start, end), first.run, x + (first.x ?? 0), baseline);
      start = end;
    }
  }

  #run(pieces: readonly Piece[], run: Run, x: number, baseline: number): void {
    if (run.slot === null) throw new Error(`text without a place in the structure: "${run.text}"`);
    this.#enter(run.slot);
    this.#canvas.text(pieces, run.style, x, baseline);
    const last = pieces.at(-1);
    const width = pieces.reduce((sum, part) => sum + part.width, 0) - (last?.trailingCut ?? 0) - run.style.tracking;
    if (width <= 0) return;
    const { size } = run.style;
    if (run.style.underline) this.#underlines.push({ x, y: baseline + size * 0.19, width, style: run.style });
    if (run.link !== null) {
      const area = [x, baseline - size * 0.95, x + width, baseline + size * 0.32] as const;
      this.links.push({ target: run.link, slot: run.slot, page: this.#canvas.page, key: this.#pageKey, area });
    }
  }

  #marker(marker: Marker, line: { x: number; top: number; bottom: number }): void {
    const { x, y } = markerCentre(line, marker);
    const { color, ground, radius, stroke, style } = marker;
    this.#artifact('Layout', () => {
      if (marker.kind === 'dash')
        this.#canvas.path(`M ${x - radius - stroke / 2} ${y} h ${2 * radius + stroke}`, { stroke: color, width: 0.9 });
      else
        this.#canvas.path(circle(x, y, radius), {
          stroke: color,
          width: stroke,
          fill: marker.kind === 'disc' ? color : ground,
        });
    });
    const shaper = shaperOf(style.face);
    const width = (shaper.shape(marker.label).width / 1000) * style.size;
    const baseline = y + style.size * (marker.kind === 'number' ? 0.345 : 0.3);
    this.#enter(marker.slot);
    this.#canvas.text([labelPiece(marker)], style, x - width / 2, baseline, marker.kind !== 'number');
  }

  #picture(item: PlacedPicture & { marker?: Marker }): void {
    const box = { x: item.x, top: item.y, bottom: item.y + item._height };
    if (item.marker !== undefined) this.#marker(item.marker, { ...box, bottom: item.y + item.marker.style.leading });
    const paint = (): void => this.#paintPicture(item);
    if (item.slot === null) this.#artifact('Layout', paint);
    else {
      const pageHeight = this.#canvas.page.height;
      const bounds = [item.x, pageHeight - box.bottom, item.x + item._width, pageHeight - item.y];
      item.slot.element.late.push({ O: 'Layout', Placement: 'Block', BBox: bounds });
      this.#enter(item.slot);
      paint();
      this.#leave();
    }
  }

  #paintPicture(item: PlacedPicture): void {
    if (item.svg !== undefined) {
      const fontCallback = (): never => {
        throw new Error('text in an SVG picture');
      };
      this.#pdf.save();
      svgModule.default(this.#pdf, item.svg, item.x, item.y, {
        width: item._width,
        height: item._height,
        assumePt: true,
        fontCallback,
      });
      this.#pdf.restore();
      return;
    }
    const bytes = this.#images[item.image ?? ''];
    if (bytes === undefined) throw new Error(`no bytes for ${item.image}`);
    this.#pdf.image(Buffer.from(bytes), item.x, item.y, { width: item._width, height: item._height });
  }

  // ---- decoration ---------------------------------------------------------------------------------------------

  #furniture({ art, grounds, rails, rings, rules }: Furniture): void {
    this.#artifact('Layout', () => {
      for (const piece of art) this.#drawing(piece);
      for (const { box, top, bottom } of grounds) this.#ground(box, top, bottom);
      for (const { x, from, to, color, width } of rails)
        this.#canvas.path(`M ${x} ${from} V ${to}`, { stroke: color, width });
      for (const { x, y, radius, stroke, color } of rings)
        this.#canvas.path(circle(x, y, radius), { stroke: color, width: stroke });
      for (const { x, y, width, color, thickness } of rules)
        this.#canvas.path(`M ${x} ${y} h ${width}`, { stroke: color, width: thickness });
    });
  }

  #ground({ fill, border, bar, x, width }: Ground['box'], top: number, bottom: number): void {
    const shape = roundedRectangle(x, top, width, bottom - top, border?.radius ?? 0);
    if (fill !== null) this.#canvas.path(shape, { fill });
    if (border !== null) this.#canvas.path(shape, { stroke: border.color, width: border.width });
    if (bar !== null) this.#canvas.path(roundedRectangle(x, top, bar.width, bottom - top, 0), { fill: bar.color });
  }

  #drawing({ drawing, x, y }: Art): void {
    const color = (name: keyof Theme['colors'] | null): string | null =>
      name === null ? null : this.#theme.colors[name].light;
    this.#canvas.write('q');
    if (x !== 0 || y !== 0) this.#canvas.write(`1 0 0 1 ${x} ${y} cm`);
    for (const shape of drawing.shapes) {
      this.#canvas.path(shape.d, { fill: color(shape.fill), stroke: color(shape.stroke), width: shape.strokeWidth });
    }
    this.#canvas.write('Q');
  }

  #texts({ texts }: Furniture): void {
    for (const { kind, text, style, x, baseline, align } of texts) {
      const shape = shaperOf(style.face).shape(text, ['tnum']);
      const width = (shape.width / 1000) * style.size;
      const run: Run = { text, style, slot: null, link: null, lineEnd: false };
      const piece: Piece = {
        run,
        text,
        shape,
        width,
        height: style.leading,
        leadingCut: 0,
        trailingCut: 0,
        font: { ascender: 0 },
        fontSize: style.size,
        noNewLine: false,
      };
      this.#artifact(kind, () => this.#canvas.text([piece], style, align === 'right' ? x - width : x, baseline));
    }
  }
}

/** The baseline in a line of `height` points: ascent and descent of the largest style stand centred in its leading. */
function baselineIn(pieces: readonly Piece[], height: number): number {
  const extent = (part: Piece): { ascent: number; descent: number } => {
    const { ascent, descent } = shaperOf(part.run.style.face);
    return { ascent: (ascent / 1000) * part.fontSize, descent: (descent / 1000) * part.fontSize };
  };
  const extents = pieces.map(extent);
  const ascent = Math.max(0, ...extents.map((e) => e.ascent));
  const descent = Math.max(0, ...extents.map((e) => e.descent));
  return (height - ascent - descent) / 2 + ascent;
}

function labelPiece(marker: Marker): Piece {
  const shape = shaperOf(marker.style.face).shape(marker.label);
  const run: Run = { text: marker.label, style: marker.style, slot: marker.slot, link: null, lineEnd: false };
  const width = (shape.width / 1000) * marker.style.size;
  return {
    run,
    text: marker.label,
    shape,
    width,
    height: 0,
    leadingCut: 0,
    trailingCut: 0,
    font: { ascender: 0 },
    fontSize: marker.style.size,
    noNewLine: false,
  };
}
