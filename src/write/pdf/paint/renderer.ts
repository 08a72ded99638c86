/** Laid-out pages to tagged content: every painting operator stands in a mark of the structure or in an artifact. */

import svgModule from 'pdfmake/js/3rd-party/svg-to-pdfkit.js';
import type { PageItems } from 'pdfmake/js/LayoutBuilder.js';
import type { Page, Reference } from 'pdfmake/js/PDFDocument.js';
import { shaperOf } from '../../../theme/shaping.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { TaggedPdf } from '../file/file.ts';
import type { Area, LinkArea } from '../file/links.ts';
import type { Attached } from '../page/attached.ts';
import type { Furniture, Rule } from '../page/furniture.ts';
import { type Art, circle, type Ground, roundedRectangle } from '../page/ornament.ts';
import type { Pages } from '../page/pages.ts';
import type { Slot, StructureTree } from '../tag/structure.ts';
import type {
  Line,
  LineShape,
  LinkTarget,
  NoteBody,
  Piece,
  PlacedMarker,
  Run,
  RunStyle,
  Tail,
} from '../text/inlines.ts';
import { pieceOf } from '../text/piece.ts';
import { mm } from '../text/type.ts';
import { dividedWords, stretches } from '../text/words.ts';
import type { ArtifactKind, Canvas } from './canvas.ts';
import { drawShape } from './shapes.ts';
import type { Side } from './sheet.ts';

interface PlacedPicture {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
  readonly image?: string;
  readonly svg?: string;
  readonly slot: Slot | null;
  readonly markers?: readonly PlacedMarker[];
}

export class Renderer {
  readonly links: LinkArea[] = [];
  /** Section id to the page and the height that it starts at. */
  readonly destinations = new Map<string, { page: Page; top: number }>();
  readonly #pdf: TaggedPdf;
  readonly #canvas: Canvas;
  readonly #tree: StructureTree;
  readonly #theme: Theme;
  readonly #images: Readonly<Record<string, Uint8Array>>;
  readonly #pageNumbers: ReadonlyMap<string, string>;
  #pageKey = 0;
  /** Where the page that is being painted stands on its side. */
  #x = 0;
  /** The width of the page that is turned to stand. */
  #turned: number | null = null;
  #annotations: Reference[] | null = null;
  #open: Slot | null = null;
  /** The word whose parts are being said as one, and what the page's parts of such words say. */
  #word: symbol | null = null;
  #words: ReadonlyMap<symbol, string> = new Map();
  readonly #said = new Set<symbol>();
  /** How many lines are painted. */
  #lines = 0;
  #underlines: { x: number; y: number; width: number; style: RunStyle }[] = [];

  constructor(pdf: TaggedPdf, canvas: Canvas, pages: Pick<Pages, 'tree' | 'images' | 'numbers'>, theme: Theme) {
    this.#pdf = pdf;
    this.#canvas = canvas;
    this.#tree = pages.tree;
    this.#images = pages.images;
    this.#pageNumbers = pages.numbers;
    this.#theme = theme;
  }

  renderSide({ width, height, furniture, placed, marks, turned }: Side): void {
    this.#pdf.openPage(width, height);
    this.#pageKey = this.#tree.addPage();
    this.#annotations = null;
    Object.assign(this.#canvas.page.dictionary.data, { StructParents: this.#pageKey, Tabs: 'S' });
    delete this.#canvas.page.dictionary.data.UserUnit;
    if (marks !== null) {
      const { bleed } = marks;
      this.#canvas.write(`q ${-bleed} ${-bleed} ${width + 2 * bleed} ${height + 2 * bleed} re W n`);
    }
    this.#turned = turned ? height : null;
    if (turned) this.#canvas.write(`q 0 -1 1 0 0 ${height} cm`);
    this.#furniture(furniture);
    for (const { page, attached, x } of placed) {
      this.#x = x;
      if (x !== 0) this.#canvas.write(`q 1 0 0 1 ${x} 0 cm`);
      this.#page(page, attached);
      if (x !== 0) this.#canvas.write('Q');
    }
    this.#texts(furniture);
    if (turned) this.#canvas.write('Q');
    if (marks === null) return;
    this.#canvas.write('Q');
    this.#artifact('Pagination', () => marks.paint(this.#canvas));
  }

  #page(page: PageItems, attached: Attached): void {
    const lines = page.items.flatMap(({ type, item }) => (type === 'line' ? [item as Line] : []));
    this.#said.clear();
    this.#words = dividedWords([...lines, ...attached.notes.flatMap((note) => note.lines)]);
    this.#ground(attached);
    for (const { type, item } of page.items) {
      this.#anchors(item as { y: number; anchors?: { id: string }[] });
      if (type === 'line') this.#line(item as Line);
      else if (type === 'image' || type === 'svg') this.#picture(item as PlacedPicture);
      else throw new Error(`layout placed a ${type}, which has no tag`);
    }
    this.#leave();
    this.#notes(attached.notes, attached.foot);
  }

  // ---- marked content -----------------------------------------------------------------------------------------

  #enter(slot: Slot): void {
    if (this.#open === slot) return;
    this.#leave();
    const mcid = this.#tree.mark(slot, this.#canvas.page.dictionary, this.#pageKey);
    this.#canvas.openTagged(slot.element.type, mcid);
    this.#open = slot;
  }

  #enterWord(word: symbol | null): void {
    if (this.#word === word) return;
    if (this.#word !== null) this.#canvas.close();
    if (word !== null) {
      // The whole word is said where it begins, and its other parts say nothing: a reader's mark around it keeps to one line.
      this.#canvas.openSaid(this.#said.has(word) ? '' : (this.#words.get(word) ?? ''));
      this.#said.add(word);
    }
    this.#word = word;
  }

  #leave(): void {
    this.#enterWord(null);
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

  #artifact(kind: ArtifactKind, paint: () => void): void {
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
    this.#lines += 1;
    const [x, y] = [line.x ?? 0, line.y ?? 0];
    const height = line.getHeight();
    for (const marker of line.markers ?? []) this.#marker(marker, y + height / 2);
    if (line.shape !== undefined) this.#shape(line.shape, x, y, y + height);
    const pieces = line.inlines as Piece[];
    const baseline = y + baselineIn(pieces, height);
    if (line.artifact === true) {
      this.#artifact('Pagination', () =>
        this.#pieces(pieces, (run, part, at) => this.#canvas.text(part, run.style, x + at, baseline)),
      );
      return;
    }
    this.#pieces(pieces, (run, part, at) => this.#run(part, run, x + at, baseline));
    this.#enterWord(null);
    if (line.tail !== undefined) this.#tail(line.tail, x + line.getWidth(), baseline);
  }

  /** Pieces of one run at a time, with where they begin in the line. */
  #pieces(pieces: readonly Piece[], set: (run: Run, part: readonly Piece[], at: number) => void): void {
    for (let start = 0; start < pieces.length; ) {
      const first = pieces[start];
      if (first === undefined) break;
      let end = start + 1;
      while (pieces[end]?.run === first.run) end++;
      set(first.run, pieces.slice(start, end), first.x ?? 0);
      start = end;
    }
  }

  /** The end of an entry of the contents: dots, then the number of the page that it leads to. */
  #tail(tail: Tail, from: number, baseline: number): void {
    const number = this.#pageNumbers.get(tail.id);
    if (number === undefined) throw new Error(`no page for "${tail.id}"`);
    const part = pieceOf(number, tail.style, tail.slot);
    const x = tail.right - part.width;
    const step = 5;
    this.#artifact('Layout', () => {
      for (let dot = tail.right - numberRoom - step; dot > from + step; dot -= step) {
        this.#canvas.path(circle(dot, baseline - 1.2, 0.55), { fill: tail.leader });
      }
    });
    this.#enter(tail.slot);
    this.#canvas.text([part], tail.style, x, baseline);
    this.#link(tail.link, tail.slot, [x, baseline - tail.style.size, tail.right, baseline + tail.style.size * 0.3]);
  }

  #shape(shape: LineShape, x: number, top: number, bottom: number): void {
    this.#artifact('Layout', () => drawShape(shape, { x, top, bottom }, this.#canvas));
  }

  /** The notes of the page under their rule, at the foot of the text area (look.md). */
  #notes(notes: readonly NoteBody[], foot: { x: number; bottom: number; width: number; color: string }): void {
    if (notes.length === 0) return;
    let y = foot.bottom - notes.reduce((sum, note) => sum + note.height, 0);
    this.#artifact('Layout', () =>
      this.#canvas.path(`M ${foot.x} ${y - 6} h ${foot.width}`, { stroke: foot.color, width: 0.25 * mm }),
    );
    for (const note of notes) {
      this.destinations.set(`note-${note.number}`, { page: this.#canvas.page, top: y });
      let top = y;
      for (const line of note.lines) {
        Object.assign(line, { x: foot.x, y: top });
        this.#line(line);
        top += line.getHeight();
      }
      y += note.height;
    }
    this.#leave();
  }

  #run(pieces: readonly Piece[], run: Run, x: number, baseline: number): void {
    if (run.slot === null) throw new Error(`text without a place in the structure: "${run.text}"`);
    this.#enter(run.slot);
    for (const stretch of stretches(pieces)) {
      this.#enterWord(stretch[0]?.word ?? null);
      const at = x + (stretch[0]?.x ?? 0) - (pieces[0]?.x ?? 0);
      this.#canvas.text(stretch, run.style, at, baseline - run.style.rise);
    }
    if (run.note !== undefined)
      this.destinations.set(`note-mark-${run.note.number}`, {
        page: this.#canvas.page,
        top: baseline - run.style.leading,
      });
    const last = pieces.at(-1);
    const width = pieces.reduce((sum, part) => sum + part.width, 0) - (last?.trailingCut ?? 0) - run.style.tracking;
    if (width <= 0) return;
    const { size } = run.style;
    // On paper nothing leads on: a link's words keep their colour alone.
    if (run.style.underline && this.#tree.linked)
      this.#underlines.push({ x, y: baseline + size * 0.19, width, style: run.style });
    if (run.link !== null) {
      this.#link(run.link, run.slot, [x, baseline - size * 0.95, x + width, baseline + size * 0.32]);
    }
  }

  #link(target: LinkTarget, { element }: Slot, area: Area): void {
    if (!this.#tree.linked) return;
    if (element.link === null) throw new Error(`a link outside of a Link: "${target.contents}"`);
    this.#annotations ??= this.#pdf.openAnnotations();
    const [page, annotations, line] = [this.#canvas.page, this.#annotations, this.#lines];
    this.links.push({ target, element: element.link, page, annotations, area, line });
  }

  #marker({ marker, x }: PlacedMarker, y: number): void {
    const { color, ground, radius, stroke, style } = marker;
    if (marker.kind !== 'bare')
      this.#artifact('Layout', () => {
        if (marker.kind === 'dash')
          this.#canvas.path(`M ${x - radius - stroke / 2} ${y} h ${2 * radius + stroke}`, {
            stroke: color,
            width: 0.9,
          });
        else
          this.#canvas.path(circle(x, y, radius), {
            stroke: color,
            width: stroke,
            fill: marker.kind === 'disc' ? color : ground,
          });
      });
    const seen = marker.kind === 'number';
    const part = pieceOf(marker.label, style, marker.slot);
    const width = pieceOf(marker.label.trim(), style, marker.slot).width;
    this.#enter(marker.slot);
    // A bare label stands where its stop is drawn, not under the words.
    const [left, middle] =
      marker.kind === 'bare' ? [x + 2.2 * mm - width / 2, y - style.leading / 2 - 4.4 * mm] : [x - width / 2, y];
    this.#canvas.text([part], style, left, middle + style.size * (seen ? 0.345 : 0.3), !seen);
  }

  #picture(item: PlacedPicture): void {
    for (const placed of item.markers ?? []) this.#marker(placed, item.y + placed.marker.style.leading / 2);
    const paint = (): void => this.#paintPicture(item);
    if (item.slot === null) {
      this.#artifact('Layout', paint);
      return;
    }
    const left = this.#x + item.x;
    const [right, bottom] = [left + item._width, item.y + item._height];
    const turned = this.#turned;
    const area =
      turned === null
        ? ([left, item.y, right, bottom] as const)
        : ([item.y, turned - right, bottom, turned - left] as const);
    const bounds = this.#pdf.rectangle(area, this.#canvas.page);
    item.slot.element.late.push({ O: 'Layout', Placement: 'Block', BBox: bounds });
    this.#enter(item.slot);
    paint();
    this.#leave();
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
        // A picture inside is named; one that is part of a mask is there as it is.
        imageCallback: (link: string) => (link.startsWith('data:') ? link : Buffer.from(this.#bytesOf(link))),
      });
      this.#pdf.restore();
      return;
    }
    const bytes = this.#bytesOf(item.image ?? '');
    this.#pdf.image(Buffer.from(bytes), item.x, item.y, { width: item._width, height: item._height });
  }

  #bytesOf(name: string): Uint8Array {
    const bytes = this.#images[name];
    if (bytes === undefined) throw new Error(`no bytes for ${name}`);
    return bytes;
  }

  // ---- decoration ---------------------------------------------------------------------------------------------

  #furniture({ art, rings, rules }: Furniture): void {
    if (art.length + rings.length + rules.length === 0) return;
    this.#artifact('Layout', () => {
      for (const piece of art) this.#drawing(piece);
      for (const { x, y, radius, stroke, color } of rings)
        this.#canvas.path(circle(x, y, radius), { stroke: color, width: stroke });
      this.#rules(rules);
    });
  }

  #ground({ grounds, fills, rails, rules }: Attached): void {
    if (grounds.length + fills.length + rails.length + rules.length === 0) return;
    this.#artifact('Layout', () => {
      for (const { box, top, bottom } of grounds) this.#box(box, top, bottom);
      for (const { x, top, bottom, width, color } of fills)
        this.#canvas.path(roundedRectangle(x, top, width, bottom - top, 0), { fill: color });
      for (const { x, from, to, color, width } of rails)
        this.#canvas.path(`M ${x} ${from} V ${to}`, { stroke: color, width });
      this.#rules(rules);
    });
  }

  #rules(rules: readonly Rule[]): void {
    for (const { x, y, width, color, thickness } of rules)
      this.#canvas.path(`M ${x} ${y} h ${width}`, { stroke: color, width: thickness });
  }

  #box({ fill, border, bar, x, width }: Ground['box'], top: number, bottom: number): void {
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
      const part = pieceOf(text, style, null);
      this.#artifact(kind, () => this.#canvas.text([part], style, align === 'right' ? x - part.width : x, baseline));
    }
  }
}

/** The widest page number in the contents, with the space before it. */
const numberRoom = 10 * mm;

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
