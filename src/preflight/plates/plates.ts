/** What a page prints, as the plates of its inks: paints laid on one another in their order, dot by dot. */
import type { Colour, TilingCell } from '../../finished/pdf/paint/colour.ts';
import { isSeen, type Paint, type PaintGroup, type SoftMask } from '../../finished/pdf/paint/paint.ts';
import { barOf, inkedPart } from './bars.ts';
import { coursePainter, type Dots, type Inked } from './courses.ts';
import { Cuts, isIn } from './cuts.ts';
import { type DotArea, type DotFrame, partOf } from './frame.ts';
import { groupsOf, isSeenThrough, joined, type OpenGroup, opened } from './groups.ts';
import { type InkAmounts, keepsOthers, PlateNames } from './inks.ts';
import { Layer, type Laying } from './layer.ts';
import type { PlateSources } from './sources.ts';
import { fillPath, fillPolygons, slipsOf, strokePath } from './spans.ts';
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
    this.root = new Layer(whole, isLight, within?.ground === null);
    const ground = within?.ground ?? 0;
    if (ground > 0) for (const plate of isLight ? [0, 1, 2] : [3]) this.root.planes[plate]?.fill(ground);
    const groups = groupsOf(paints, frame);
    for (const [index, paint] of paints.entries()) {
      if (!isSeen(paint)) continue;
      this.#enter(paint.group, groups);
      this.#lay(paint, index);
    }
    this.#enter(null, groups);
    if (within === null && isLight) this.#separate();
  }

  /** In masks and cells words are bars of full ink: nobody asks there what is added to the plates. */
  get #isFine(): boolean {
    return this.#depth === 0 && this.#sources.words !== 'bars';
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
      if (this.owner[dot] !== -1) this.root.set(dot, this.inks.separated(this.root.at(dot)));
    }
  }

  get #layer(): Layer {
    return this.#open.at(-1)?.layer ?? this.root;
  }

  /** Closes groups until one around is open, and opens those down to it. */
  #enter(group: PaintGroup | null, groups: ReturnType<typeof groupsOf>): void {
    const chain: PaintGroup[] = [];
    for (let each = group; each !== null; each = each.within) chain.unshift(each);
    while (this.#open.length > 0 && !chain.includes(this.#open.at(-1)?.group as PaintGroup)) this.#close();
    for (const each of chain) {
      const facts = this.#open.some((open) => open.group === each) ? undefined : groups.get(each);
      const made = facts && opened(each, facts, this.#layer);
      if (made) this.#open.push(made);
    }
  }

  #close(): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    const { layer, group } = open;
    const under = this.#layer;
    const veil = group.mask === null ? null : this.#mask(group.mask);
    for (let row = layer.area.top; row < layer.area.bottom; row += 1) {
      for (let column = layer.area.left; column < layer.area.right; column += 1) {
        const [own, place] = [layer.at(layer.place(column, row)), under.place(column, row)];
        if (own.at(-1) === 0) continue;
        const seen = veil === null ? 1 : (veil[row * this.frame.width + column] ?? 0);
        under.set(place, joined(open, under, under.at(place), own, seen, this.inks));
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
    const inked = paint.type === 'text' && this.#sources.words === 'bars' ? inkedPart : 1;
    const colours = this.#coloursOf(paint);
    if (colours === null) return;
    const keeps = keepsOthers(paint.colour ?? pictured, paint.overprints);
    const layer = this.#layer;
    const dotted = (row: number, from: number, to: number): void => {
      for (let at = row * width + from, column = from; column < to; at += 1, column += 1) {
        if (this.#stamp[at] === this.#turn) continue;
        this.#stamp[at] = this.#turn;
        const seen = lets === null ? 1 : lets(column, row);
        if (seen <= 0) continue;
        covered += 1;
        const colour = colours.at(column, row);
        if (colour === null) continue;
        const opacity = seen * colour.alpha * paint.opacity * (isFine ? 1 : inked);
        if (isFine) this.#over(column, row, colour.inks, { opacity, blend: paint.blend, keeps }, index);
        else if (opacity > 0) {
          layer.lay(layer.place(column, row), colour.inks, { opacity, blend: paint.blend, keeps });
          this.owner[at] = index;
          if (!keeps && opacity > 0.9 && paint.blend === 'Normal' && layer === this.root) this.fine[at] = 0;
        }
      }
    };
    this.#cover(paint, part, dotted);
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
      this.#over(column, row, colour.inks, { opacity: colour.alpha * paint.opacity, blend: paint.blend, keeps }, index);
    }
  }

  #cover(paint: Paint, part: DotArea, emit: (row: number, from: number, to: number) => void): void {
    switch (paint.type) {
      case 'area':
        fillPath(paint.path, this.frame, part, emit);
        return;
      case 'stroke':
        strokePath(paint.path, paint.widest, this.frame, part, emit);
        return;
      case 'text':
        fillPolygons([this.#isFine ? paint.corners : barOf(paint.corners)], false, this.frame, part, emit);
        return;
      case 'picture': {
        const [a, b, c, d, e, f] = paint.matrix;
        const corners = [
          [e, f],
          [a + e, b + f],
          [a + c + e, b + d + f],
          [c + e, d + f],
        ] as const;
        fillPolygons([corners], false, this.frame, part, emit);
      }
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
      const within = { depth: this.#depth + 1, isLight, ground: null, names: this.inks };
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
    const within = { depth: this.#depth + 1, isLight: mask.blends !== 'inks', ground };
    const { planes, alpha } = new Plates(mask.paints, this.frame, this.#sources, within).root;
    const [c, m, y, k] = planes;
    for (let dot = 0; dot < dots.length; dot += 1) {
      const dark = 0.3 * (c?.[dot] ?? 0) + 0.59 * (m?.[dot] ?? 0) + 0.11 * (y?.[dot] ?? 0) + (k?.[dot] ?? 0);
      const value = isAlpha ? (alpha?.[dot] ?? 0) : 1 - Math.min(1, dark / 100);
      dots[dot] = mask.transfer?.([value])?.[0] ?? value;
    }
    return dots;
  }

  /** What lies on a dot without covering it: how much ink there is when it and all groups around it are on the page. */
  #over(column: number, row: number, inks: InkAmounts, laying: Laying, index: number): void {
    const layer = this.#layer;
    const dot = row * this.frame.width + column;
    // On most pages nothing is blended: words then need no more than a sum.
    if (layer === this.root && !layer.isLight) {
      this.#note(
        dot,
        layer.sumWith(dot, inks, laying, (plate) => this.inks.isWet(plate)),
        index,
      );
      return;
    }
    let values = layer.with(layer.at(layer.place(column, row)), inks, laying);
    for (let depth = this.#open.length - 1; depth >= 0; depth -= 1) {
      const open = this.#open[depth] as OpenGroup;
      const under = this.#open[depth - 1]?.layer ?? this.root;
      const veil = open.group.mask === null ? null : this.#mask(open.group.mask);
      const seen = veil?.[dot] ?? 1;
      values = joined(open, under, under.at(under.place(column, row)), values, seen, this.inks);
    }
    if (this.root.isLight) values = this.inks.separated(values);
    let total = 0;
    for (let plate = 0; plate < values.length - 1; plate += 1) if (this.inks.isWet(plate)) total += values[plate] ?? 0;
    this.#note(dot, total, index);
  }

  #note(dot: number, total: number, index: number): void {
    if (total < (this.fine[dot] ?? 0)) return;
    this.fine[dot] = total;
    this.fineOwner[dot] = index;
  }
}

/** A picture's samples replace all inks. */
const pictured: Colour = { type: 'inks', cmyk: [0, 0, 0, 0], spots: [], look: null, reach: 'all' };
