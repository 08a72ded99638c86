/** What a page prints, as the plates of its inks: paints laid on one another in their order, dot by dot. */
import type { Colour, TilingCell } from '../../finished/pdf/paint/colour.ts';
import { isSeen, type Paint, type PaintGroup, type SoftMask } from '../../finished/pdf/paint/paint.ts';
import { inkedPart } from './bars.ts';
import { coursePainter, type Dots, type Inked } from './courses.ts';
import { cover } from './cover.ts';
import { Cuts, isIn } from './cuts.ts';
import { type DotFrame, partOf } from './frame.ts';
import { groupsOf, isOpaque, isSeenThrough, joined, type OpenGroup, opened } from './groups.ts';
import { type InkAmounts, isLaidDry, PlateNames } from './inks.ts';
import { type LaidDot, Layer, type Laying } from './layer.ts';
import type { PlateSources } from './sources.ts';
import { slipsOf } from './spans.ts';
import { tileDots } from './tiles.ts';

/** Masks in masks and cells in cells, at most. */
export const deepest = 3;

/** What is drawn within a page: a mask, or the cell of a tiling. */
interface Within {
  /** How many such are around. */
  readonly depth: number;
  readonly isLight: boolean;
  /** How dark it is where nothing is painted, in percent; null for nothing at all. */
  readonly ground: number | null;
  readonly isKnockout: boolean;
  readonly names?: PlateNames;
}

export class Plates {
  readonly frame: DotFrame;
  readonly inks: PlateNames;
  /** The paint of the sheet's list that was laid on each dot last; -1 for none. */
  readonly owner: Int32Array;
  /** Where text or something finer than a dot adds ink to the plates: how much there is with it, and whose it is. */
  readonly fine: Float32Array;
  readonly fineOwner: Int32Array;
  /** Where words are bars: the most percent of each plate that letters have. */
  readonly fullest: number[] = [];
  readonly root: Layer;
  readonly #sources: PlateSources;
  readonly #stamp: Int32Array;
  readonly #cuts: Cuts;
  readonly #masks = new Map<SoftMask, Float32Array>();
  readonly #depth: number;
  /** Groups that are open, the innermost last. */
  readonly #open: OpenGroup[] = [];
  readonly #known: readonly [inks: Map<Colour, InkAmounts>, light: Map<Colour, InkAmounts>] = [new Map(), new Map()];
  readonly #tiles: readonly [inks: Map<TilingCell, Dots>, light: Map<TilingCell, Dots>] = [new Map(), new Map()];
  #turn = 0;

  constructor(paints: readonly Paint[], frame: DotFrame, sources: PlateSources, within: Within | null = null) {
    [this.frame, this.#sources, this.#depth] = [frame, sources, within?.depth ?? 0];
    this.#cuts = new Cuts(frame);
    this.inks = within?.names ?? new PlateNames(sources.lights);
    const dots = frame.width * frame.height;
    this.owner = new Int32Array(dots).fill(-1);
    this.fineOwner = new Int32Array(dots).fill(-1);
    this.fine = new Float32Array(dots);
    this.#stamp = new Int32Array(dots);
    const isLight = within?.isLight ?? (sources.isLight === true && isSeenThrough(paints));
    const whole = { left: 0, top: 0, right: frame.width, bottom: frame.height };
    // A page is a group that begins from nothing, and comes onto its paper as one (11.4.7).
    const isKnockout = within === null ? sources.isKnockout === true : within.isKnockout;
    this.root = new Layer(whole, { isLight, isKnockout, ground: null });
    const ground = within?.ground ?? null;
    if (ground !== null) this.root.fill(isLight ? [0, 1, 2] : [3], ground);
    const groups = groupsOf(paints, frame);
    for (const [index, paint] of paints.entries()) {
      if (!isSeen(paint)) continue;
      this.#enter(paint.group, groups, index);
      this.#lay(paint, index);
    }
    this.#enter(null, groups, paints.length);
    if (within === null && isLight) this.#separate();
  }

  /** In masks and cells words are bars of full ink: nobody asks there what is added to the plates. */
  get #isFine(): boolean {
    return this.#depth === 0 && this.#sources.words !== 'bars';
  }

  /** Whether a bar has as much ink as all of its letters together: theirs is noted beside it. */
  get #isBars(): boolean {
    return this.#depth === 0 && this.#sources.words === 'bars';
  }

  get planes(): readonly Float32Array[] {
    return this.root.planes;
  }

  /** Percent of ink that has to dry on a dot. */
  wet(dot: number): number {
    let total = 0;
    for (const [plate, plane] of this.planes.entries()) if (this.inks.isWet(plate)) total += plane[dot] ?? 0;
    return total;
  }

  /** A page that was blended in light, in the inks of the press. */
  #separate(): void {
    for (let dot = 0; dot < this.owner.length; dot += 1) {
      if (this.owner[dot] === -1) continue;
      const [column, row] = [dot % this.frame.width, Math.floor(dot / this.frame.width)];
      const own = this.root.at(column, row);
      this.root.set(column, row, { ...own, parts: this.inks.separated(own.parts) });
    }
  }

  get #layer(): Layer {
    return this.#open.at(-1)?.layer ?? this.root;
  }

  /** Whether what is opaque hides what was before it on the page. */
  get #hides(): boolean {
    return this.#open.every(({ group }) => isOpaque(group));
  }

  /** Closes groups until one around is open, and opens those down to it. */
  #enter(group: PaintGroup | null, groups: ReturnType<typeof groupsOf>, index: number): void {
    const chain: PaintGroup[] = [];
    for (let each = group; each !== null; each = each.within) chain.unshift(each);
    while (this.#open.length > 0 && !chain.includes(this.#open.at(-1)?.group as PaintGroup)) this.#close();
    for (const each of chain) {
      const facts = this.#open.some((open) => open.group === each) ? undefined : groups.get(each);
      const made = facts && opened(each, facts, this.#layer, index);
      if (made) this.#open.push(made);
    }
  }

  #close(): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    const { layer, group, first } = open;
    const under = this.#layer;
    const veil = group.mask === null ? null : this.#mask(group.mask);
    const hides = isOpaque(group) && this.#hides;
    for (let row = layer.area.top; row < layer.area.bottom; row += 1) {
      for (let column = layer.area.left; column < layer.area.right; column += 1) {
        if (layer.isBare(column, row)) continue;
        const own = layer.at(column, row);
        const dot = row * this.frame.width + column;
        const seen = veil === null ? 1 : (veil[dot] ?? 0);
        under.set(column, row, joined(open, under, under.at(column, row), own, seen, this.inks, [column, row]));
        if (hides && own.own > almost && (this.fineOwner[dot] ?? -1) < first) this.fine[dot] = 0;
      }
    }
  }

  /** Colours in the parts of the layer that is painted on. */
  #inked(isLight: boolean): Inked {
    const known = this.#known[isLight ? 1 : 0];
    return (colour) => {
      const found = known.get(colour) ?? this.inks.partsOf(colour, isLight);
      known.set(colour, found);
      return found;
    };
  }

  #lay(paint: Paint, index: number): void {
    const part = partOf(paint.box, this.frame);
    if (part.left >= part.right || part.top >= part.bottom) return;
    const [lets, { width }] = [this.#lets(paint), this.frame];
    this.#turn += 1;
    let covered = 0;
    const isFine = paint.type === 'text' && this.#isFine;
    const isBars = paint.type === 'text' && this.#isBars;
    const inked = paint.type === 'text' && this.#sources.words === 'bars' ? inkedPart : 1;
    const colours = this.#coloursOf(paint);
    if (colours === null) return;
    const layer = this.#layer;
    const painted = this.inks.paintedBy(paint, layer.isLight);
    const { blend } = paint;
    const isDry = isLaidDry(paint);
    const hides = painted === null && blend === 'Normal' && this.#open.length === 0;
    const dotted = (row: number, from: number, to: number): void => {
      for (let at = row * width + from, column = from; column < to; at += 1, column += 1) {
        if (this.#stamp[at] === this.#turn) continue;
        this.#stamp[at] = this.#turn;
        const seen = lets === null ? 1 : lets(column, row);
        if (seen <= 0) continue;
        covered += 1;
        const colour = colours.at(column, row);
        if (colour === null) continue;
        const full = seen * colour.alpha * paint.opacity;
        if (isFine || isBars) this.#over(column, row, colour.inks, { opacity: full, shape: 1, blend, painted }, index);
        const opacity = full * inked;
        if (!isFine && opacity > 0) {
          layer.lay(column, row, colour.inks, { opacity, shape: inked, blend, painted });
          if (!isDry || this.owner[at] === -1) this.owner[at] = index;
          if (hides && opacity > almost) this.fine[at] = 0;
        }
      }
    };
    cover(paint, this.frame, part, this.#isFine, dotted);
    // A line is as wide as a dot at least: one that covers none is not on the page.
    if (covered > 0 || isFine || paint.type === 'stroke') return;
    // Finer than a dot: it adds to where it is, and hides nothing.
    for (const { left, top, right, bottom } of slipsOf(paint, this.frame)) {
      const [column, row] = [
        Math.min((left + right) >> 1, width - 1),
        Math.min((top + bottom) >> 1, this.frame.height - 1),
      ];
      const colour = colours.at(column, row);
      if (colour === null || (lets !== null && lets(column, row) <= 0)) continue;
      this.#over(column, row, colour.inks, { opacity: colour.alpha * paint.opacity, shape: 1, blend, painted }, index);
    }
  }

  #coloursOf(paint: Paint): Dots | null {
    const { grids } = this.#sources;
    const grid = paint.type === 'picture' ? grids.get(paint.image.stream) : undefined;
    if (paint.type === 'picture' && grid === undefined && paint.colour === null) return null;
    const { isLight } = this.#layer;
    const inked = this.#inked(isLight);
    return coursePainter(paint, this.frame, inked, grid ?? null, (cell) => {
      if (this.#depth >= deepest) return null;
      const known = this.#tiles[isLight ? 1 : 0];
      const within = { depth: this.#depth + 1, isLight, isKnockout: false, ground: null, names: this.inks };
      const made =
        known.get(cell) ??
        tileDots(cell, this.frame, (paints, frame) => new Plates(paints, frame, this.#sources, within).root);
      if (made !== null) known.set(cell, made);
      return made;
    });
  }

  /** How much of a paint its clips and its mask let through at a dot; null for all. */
  #lets({ clip, mask }: Paint): ((column: number, row: number) => number) | null {
    const cut = clip === null ? null : this.#cuts.of(clip);
    const veil = mask === null ? null : this.#mask(mask);
    if (cut === null && veil === null) return null;
    const { width } = this.frame;
    return (column, row) => {
      if (cut !== null && !isIn(cut, column, row)) return 0;
      return veil === null ? 1 : (veil[row * width + column] ?? 0);
    };
  }

  #mask(mask: SoftMask): Float32Array {
    const known = this.#masks.get(mask) ?? this.#veil(mask);
    this.#masks.set(mask, known);
    return known;
  }

  /** The group of a mask on plates of its own: how light it is there, or whether it is there at all. */
  #veil(mask: SoftMask): Float32Array {
    const dots = new Float32Array(this.owner.length);
    if (this.#depth >= deepest) return dots.fill(1);
    const isAlpha = mask.kind === 'Alpha';
    const ground = isAlpha ? null : 100 * (1 - mask.backdrop);
    const within = { depth: this.#depth + 1, isLight: mask.blends !== 'inks', isKnockout: mask.isKnockout, ground };
    const { planes, alpha } = new Plates(mask.paints, this.frame, this.#sources, within).root;
    const [c, m, y, k] = planes;
    for (let dot = 0; dot < dots.length; dot += 1) {
      const dark = 0.3 * (c?.[dot] ?? 0) + 0.59 * (m?.[dot] ?? 0) + 0.11 * (y?.[dot] ?? 0) + (k?.[dot] ?? 0);
      const value = isAlpha ? (alpha[dot] ?? 0) : 1 - Math.min(1, dark / 100);
      dots[dot] = mask.transfer?.([value])?.[0] ?? value;
    }
    return dots;
  }

  /** What lies on a dot without covering it: how much ink there is when it and all groups around it are on the page. */
  #over(column: number, row: number, inks: InkAmounts, laying: Laying, index: number): void {
    const layer = this.#layer;
    const dot = row * this.frame.width + column;
    // On most pages nothing is blended: words then need no more than a sum.
    if (layer === this.root && !layer.isLight && !layer.isKnockout && !this.#isBars) {
      this.#note(
        dot,
        layer.sumWith(dot, inks, laying, (plate) => this.inks.isWet(plate)),
        index,
      );
      return;
    }
    let laid: LaidDot = layer.with(layer.at(column, row), inks, laying, column, row);
    for (let depth = this.#open.length - 1; depth >= 0; depth -= 1) {
      const open = this.#open[depth] as OpenGroup;
      const under = this.#open[depth - 1]?.layer ?? this.root;
      const veil = open.group.mask === null ? null : this.#mask(open.group.mask);
      laid = joined(open, under, under.at(column, row), laid, veil?.[dot] ?? 1, this.inks, [column, row]);
    }
    const parts = this.root.isLight ? this.inks.separated(laid.parts) : laid.parts;
    let total = 0;
    for (const [plate, part] of parts.entries()) {
      if (this.inks.isWet(plate)) total += part;
      this.fullest[plate] = Math.max(this.fullest[plate] ?? 0, part);
    }
    this.#note(dot, total, index);
  }

  #note(dot: number, total: number, index: number): void {
    if (total < (this.fine[dot] ?? 0)) return;
    this.fine[dot] = total;
    this.fineOwner[dot] = index;
  }
}

/** How much of a place has to be covered that what was there is gone. */
const almost = 0.9;
