/** Laid-out pages to tagged content: every painting operator stands in a mark of the structure or in an artifact. */

import type { PageItems } from 'pdfmake/js/LayoutBuilder.js';
import type { Reference } from 'pdfmake/js/PDFDocument.js';
import type { Theme } from '../../../theme/theme.ts';
import type { DestinationPage, TaggedPdf } from '../file/file.ts';
import type { LinkArea, LinkRectangle } from '../file/links.ts';
import type { Attached } from '../page/attached.ts';
import type { Furniture } from '../page/furniture.ts';
import type { Pages } from '../page/pages.ts';
import type { Slot, StructureTree } from '../tag/structure.ts';
import { type PlacedRun, placed } from '../text/direction.ts';
import type { Line, LineShape, LinkTarget, NoteBody, PlacedMarker, Tail } from '../text/inlines.ts';
import { baselineIn, pieceOf } from '../text/piece.ts';
import { mm } from '../text/type.ts';
import { dividedWords, stretches } from '../text/words.ts';
import type { Canvas } from './canvas.ts';
import { drawFurniture, drawGround } from './decoration.ts';
import { MarkedContent } from './marked.ts';
import { drawPicture, type PlacedPicture } from './pictures.ts';
import { drawMarker, drawShape } from './shapes.ts';
import type { Side } from './sheet.ts';
import { ShownParts } from './shown.ts';
import { drawStamp, type Stamp } from './stamp.ts';
import type { PaintedWords } from './words.ts';

export class Renderer {
  readonly links: LinkArea[] = [];
  /** What is painted on the side, with the places that it is from. */
  words: PaintedWords[] = [];
  /** Section id to the page and the height that it starts at. */
  readonly destinations = new Map<string, DestinationPage>();
  /** What begins in the first third of the page, and where. */
  readonly #starts = new Map<string, { readonly x: number; readonly top: number }>();
  readonly #pdf: TaggedPdf;
  readonly #canvas: Canvas;
  readonly #marks: MarkedContent;
  readonly #tree: StructureTree;
  readonly #theme: Theme;
  readonly #images: Readonly<Record<string, Uint8Array>>;
  readonly #pageNumbers: ReadonlyMap<string, string>;
  #shown = new ShownParts(null);
  #annotations: Reference[] | null = null;
  /** How many lines are painted. */
  #lines = 0;

  constructor(pdf: TaggedPdf, canvas: Canvas, pages: Pick<Pages, 'tree' | 'images' | 'numbers'>, theme: Theme) {
    this.#pdf = pdf;
    this.#canvas = canvas;
    this.#marks = new MarkedContent(canvas, pages.tree);
    this.#tree = pages.tree;
    this.#images = pages.images;
    this.#pageNumbers = pages.numbers;
    this.#theme = theme;
  }

  renderSide({ width, height, furniture, placed, finish, marks, turned }: Side, stamp: Stamp | null = null): void {
    this.#pdf.openPage(width, height);
    this.words = [];
    const pageKey = this.#marks.openPage();
    this.#annotations = null;
    Object.assign(this.#canvas.page.dictionary.data, { StructParents: pageKey, Tabs: 'S' });
    delete this.#canvas.page.dictionary.data.UserUnit;
    if (marks !== null) {
      const { bleed } = marks;
      this.#canvas.write(`q ${-bleed} ${-bleed} ${width + 2 * bleed} ${height + 2 * bleed} re W n`);
    }
    this.#shown = new ShownParts(turned ? height : null);
    // By pdfkit: it tells gradients and patterns where they stand on the whole sheet.
    if (turned) this.#pdf.save().transform(0, -1, 1, 0, 0, height);
    this.#furniture(furniture);
    if (stamp !== null)
      this.#marks.artifact('Watermark', () =>
        drawStamp(stamp, turned ? [height, width] : [width, height], this.#canvas),
      );
    for (const { page, attached, x } of placed) {
      this.#shown.x = x;
      if (x !== 0) this.#pdf.save().translate(x, 0);
      this.#page(page, attached);
      if (x !== 0) this.#pdf.restore();
    }
    this.#texts(furniture);
    if (turned) this.#pdf.restore();
    if (finish !== undefined) this.#marks.artifact('Layout', () => finish.paint(this.#canvas, this.#shown));
    if (marks === null) return;
    this.#canvas.write('Q');
    this.#marks.artifact('Pagination', () => marks.paint(this.#canvas));
  }

  #page(page: PageItems, attached: Attached): void {
    const lines = page.items.flatMap(({ type, item }) => (type === 'line' ? [item as Line] : []));
    this.#marks.openWords(dividedWords([...lines, ...attached.notes.flatMap((note) => note.lines)]));
    this.#ground(attached);
    this.#starts.clear();
    for (const { type, item } of page.items) {
      this.#anchors(item as { x?: number; y: number; anchors?: { id: string }[] });
      if (type === 'line') this.#line(item as Line);
      else if (type === 'image' || type === 'svg') this.#picture(item as PlacedPicture);
      else throw new Error(`layout placed a ${type}, which has no tag`);
    }
    this.#marks.leave();
    this.#notes(attached.notes, attached.foot);
  }

  /** What begins in the first third of a page has nothing beside it on its left; its own left tells it from what begins beside it. */
  #anchors({ x = 0, y, anchors = [] }: { x?: number; y: number; anchors?: { id: string }[] }): void {
    const { page } = this.#canvas;
    const left = x > page.width / 3 ? x : undefined;
    for (const { id } of anchors) {
      if (left === undefined) this.#starts.set(id, { x, top: y });
      this.destinations.set(id, { page, top: y, left });
    }
    if (left === undefined || anchors.length === 0) return;
    for (const [id, start] of this.#starts) {
      const beside = this.destinations.get(id);
      if (beside !== undefined && Math.abs(start.top - y) < page.height / 30)
        this.destinations.set(id, { ...beside, left: start.x });
    }
  }

  // ---- content ------------------------------------------------------------------------------------------------

  #line(line: Line): void {
    this.#lines += 1;
    const [x, y] = [line.x ?? 0, line.y ?? 0];
    const height = line.getHeight();
    for (const marker of line.markers ?? []) this.#marker(marker, y + height / 2);
    if (line.shape !== undefined) this.#shape(line.shape, x, y, y + height);
    const pieces = line.inlines;
    const baseline = y + baselineIn(pieces, height);
    const runs = placed(pieces);
    if (line.artifact === true) {
      this.#marks.artifact('Pagination', () => {
        for (const { run, parts } of runs)
          for (const part of parts) this.#canvas.text(part.pieces, run.style, x + part.at, baseline);
      });
      return;
    }
    for (const run of runs) this.#run(run, x, baseline);
    this.#marks.enterWord(null);
    if (line.tail !== undefined) this.#tail(line.tail, x + line.getWidth(), baseline);
  }

  /** The end of an entry of the contents: dots, then the number of the page that it leads to. */
  #tail(tail: Tail, from: number, baseline: number): void {
    const number = this.#pageNumbers.get(tail.id);
    if (number === undefined) throw new Error(`no page for "${tail.id}"`);
    const part = pieceOf(number, tail.style, tail.slot);
    const x = tail.right - part.width;
    const { leader } = tail;
    if (leader !== null)
      this.#marks.artifact('Layout', () => {
        const { step, radius, above, color } = leader;
        const dots = { x: tail.right - numberRoom - step, end: from + step, y: baseline - above, radius, step };
        this.#canvas.dots(dots, color);
      });
    this.#marks.enter(tail.slot);
    this.#canvas.text([part], tail.style, x, baseline);
    this.#link(tail.link, tail.slot, [x, baseline - tail.style.size, tail.right, baseline + tail.style.size * 0.3]);
  }

  #shape(shape: LineShape, x: number, top: number, bottom: number): void {
    this.#marks.artifact('Layout', () => drawShape(shape, { x, top, bottom }, this.#canvas));
  }

  /** The notes of the page under their rule, at the foot of the text area. */
  #notes(notes: readonly NoteBody[], foot: Attached['foot']): void {
    if (notes.length === 0) return;
    let y = foot.bottom - notes.reduce((sum, note) => sum + note.height, 0);
    this.#marks.artifact('Layout', () =>
      this.#canvas.path(`M ${foot.x} ${y - 6} h ${foot.width}`, { stroke: foot.color, width: foot.thickness }),
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
    this.#marks.leave();
  }

  /** `left` is where its line begins. */
  #run({ run, parts, at, width: seen }: PlacedRun, left: number, baseline: number): void {
    if (run.slot === null) throw new Error(`text without a place in the structure: "${run.text}"`);
    this.#marks.enter(run.slot);
    for (const { pieces, at } of parts) {
      let from = left + at;
      for (const stretch of stretches(pieces)) {
        this.#marks.enterWord(stretch[0]?.word ?? null);
        this.#canvas.text(stretch, run.style, from, baseline - run.style.rise);
        for (const part of stretch) from += part.width;
      }
    }
    if (run.note !== undefined)
      this.destinations.set(`note-mark-${run.note.number}`, {
        page: this.#canvas.page,
        top: baseline - run.style.leading,
      });
    const width = seen - run.style.tracking;
    if (width <= 0) return;
    const { size } = run.style;
    const x = left + at;
    const area = [x, baseline - size * 0.95, x + width, baseline + size * 0.32] as const;
    this.#shown.addWords({ element: run.slot.element, parts, style: run.style, x: left, baseline }, area);
    this.words.push({ place: run.from, area: this.#pdf.rectangle(this.#shown.area(area), this.#canvas.page) });
    if (run.style.underline) this.#marks.underline({ x, y: baseline + size * 0.19, width, style: run.style });
    if (run.link !== null) this.#link(run.link, run.slot, area);
  }

  #link(target: LinkTarget, { element }: Slot, area: LinkRectangle): void {
    if (!this.#tree.linked) return;
    if (element.link === null) throw new Error(`a link outside of a Link: "${target.contents}"`);
    this.#annotations ??= this.#pdf.openAnnotations();
    const [page, annotations, line] = [this.#canvas.page, this.#annotations, this.#lines];
    this.links.push({ target, element: element.link, page, annotations, area, line });
  }

  #marker({ marker, x }: PlacedMarker, y: number): void {
    const { style } = marker;
    if (marker.kind !== 'bare') this.#marks.artifact('Layout', () => drawMarker(marker, x, y, this.#canvas));
    const seen = marker.kind === 'number';
    const part = pieceOf(marker.label, style, marker.slot);
    const width = pieceOf(marker.label.trim(), style, marker.slot).width;
    this.#marks.enter(marker.slot);
    // A bare label stands where its stop is drawn, not under the words.
    const { inset, above } = this.#theme.looks.timeline;
    const [left, middle] =
      marker.kind === 'bare' ? [x + inset - width / 2, y - style.leading / 2 - above] : [x - width / 2, y];
    this.#canvas.text([part], style, left, middle + style.size * (seen ? 0.345 : 0.3), seen ? 'filled' : 'invisible');
  }

  #picture(item: PlacedPicture): void {
    for (const placed of item.markers ?? []) this.#marker(placed, item.y + placed.marker.style.leading / 2);
    const paint = (): void => drawPicture(item, this.#images, this.#pdf);
    const area = this.#shown.area([item.x, item.y, item.x + item._width, item.y + item._height]);
    if (item.image !== undefined) this.#shown.pictures.push(area);
    if (item.slot === null) {
      this.#marks.artifact('Layout', paint);
      return;
    }
    const bounds = this.#pdf.rectangle(area, this.#canvas.page);
    this.words.push({ place: item.picture?.from, area: bounds });
    item.slot.element.late.push({ O: 'Layout', Placement: 'Block', BBox: bounds });
    this.#marks.enter(item.slot);
    paint();
    this.#marks.leave();
  }

  // ---- decoration ---------------------------------------------------------------------------------------------

  #furniture(furniture: Furniture): void {
    const { art, rings, rules } = furniture;
    if (art.length + rings.length + rules.length === 0) return;
    this.#marks.artifact('Layout', () => drawFurniture(furniture, this.#theme, this.#canvas));
  }

  #ground(attached: Attached): void {
    const { grounds, fills, rails, rules } = attached;
    if (grounds.length + fills.length + rails.length + rules.length === 0) return;
    this.#marks.artifact('Layout', () => drawGround(attached, this.#canvas));
  }

  #texts({ texts }: Furniture): void {
    for (const { kind, text, style, x, baseline, align } of texts) {
      const part = pieceOf(text, style, null);
      this.#marks.artifact(kind, () =>
        this.#canvas.text([part], style, align === 'right' ? x - part.width : x, baseline),
      );
    }
  }
}

/** The widest page number in the contents, with the space before it. */
const numberRoom = 10 * mm;
