/** Groups of a page's paints: which of them have to be laid on plates of their own, and how these come onto those around. */
import type { Paint, PaintGroup } from '../../finished/pdf/paint/paint.ts';
import { type DotArea, type DotFrame, partOf } from './frame.ts';
import type { InkAmounts, PlateNames } from './inks.ts';
import { type LaidDot, Layer } from './layer.ts';

interface GroupFacts {
  area: DotArea;
  /** Whether anything within it is more than laid over what is under it: blended with it, or leaving inks of it. */
  blends: boolean;
}

/** Where the paints of each group are. */
export function groupsOf(paints: readonly Paint[], frame: DotFrame): ReadonlyMap<PaintGroup, GroupFacts> {
  const found = new Map<PaintGroup, GroupFacts>();
  for (const paint of paints) {
    let blends = paint.blend !== 'Normal' || paint.keeps !== 'nothing';
    if (paint.group === null) continue;
    const part = partOf(paint.box, frame);
    for (let group: PaintGroup | null = paint.group; group !== null; group = group.within) {
      const known = found.get(group);
      if (known === undefined) found.set(group, { area: part, blends });
      else [known.area, known.blends] = [around(known.area, part), known.blends || blends];
      blends ||= group.blend !== 'Normal';
    }
  }
  return found;
}

function around(a: DotArea, b: DotArea): DotArea {
  if (b.left >= b.right || b.top >= b.bottom) return a;
  if (a.left >= a.right || a.top >= a.bottom) return b;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Whether a page has to be blended at all: where nothing is seen through, each paint replaces what is under it. */
export const isSeenThrough = (paints: readonly Paint[]): boolean =>
  paints.some(({ opacity, mask, blend, group }) => {
    if (opacity < 1 || mask !== null || blend !== 'Normal') return true;
    for (let each = group; each !== null; each = each.within) if (!isOpaque(each)) return true;
    return false;
  });

/** Whether it comes onto what is around it as it is. */
export const isOpaque = ({ opacity, mask, blend }: PaintGroup): boolean =>
  opacity === 1 && mask === null && blend === 'Normal';

export interface OpenGroup {
  readonly group: PaintGroup;
  readonly layer: Layer;
  /** The first paint in it, by its place in the page's list. */
  readonly first: number;
}

/** Null for a group that changes nothing: its paints are laid on what is around it. */
export function opened(group: PaintGroup, { area, blends }: GroupFacts, under: Layer, first: number): OpenGroup | null {
  const isLight = group.blends === null ? under.isLight : group.blends === 'light';
  const isMixed = group.isKnockout || under.isKnockout || (group.isIsolated && blends);
  if (isOpaque(group) && isLight === under.isLight && !isMixed) return null;
  // Without blending the ground comes off again as it was.
  const around = under.isKnockout ? under.ground : under;
  const ground = group.isIsolated || !blends ? null : around;
  return { group, first, layer: new Layer(area, { isLight, isKnockout: group.isKnockout, ground }) };
}

/**
 * What is on a place of the layer around after the group has come onto it: its own colour, without what it began on (11.4.8).
 * @param before what is there, and what the group has there
 * @param seen how much of the group its mask lets through
 */
export function joined(
  { group, layer }: OpenGroup,
  under: Layer,
  before: LaidDot,
  own: LaidDot,
  seen: number,
  plates: PlateNames,
  [column, row]: readonly [column: number, row: number],
): LaidDot {
  const opacity = own.own * group.opacity * seen;
  if (own.own <= 0) return before;
  const ground = layer.ground?.at(column, row);
  const rest = 1 - own.own;
  const parts: InkAmounts = own.parts.map((part, plate) =>
    within((part - rest * (ground?.parts[plate] ?? 0)) / own.own),
  );
  const turned = layer.isLight === under.isLight ? parts : under.isLight ? plates.lit(parts) : plates.separated(parts);
  return under.with(before, turned, { opacity, shape: own.shape, blend: group.blend, painted: null }, column, row);
}

const within = (percent: number): number => Math.min(100, Math.max(0, percent));
