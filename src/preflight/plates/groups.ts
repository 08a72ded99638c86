/** Groups of a page's paints: which of them have to be laid on plates of their own, and how these come onto those around. */
import type { Paint, PaintGroup } from '../../finished/pdf/paint/paint.ts';
import { type DotArea, type DotFrame, partOf } from './frame.ts';
import type { InkAmounts, PlateNames } from './inks.ts';
import { Layer } from './layer.ts';

interface GroupFacts {
  area: DotArea;
  /** Whether anything within it is more than laid over what is under it. */
  blends: boolean;
}

/** Where the paints of each group are. */
export function groupsOf(paints: readonly Paint[], frame: DotFrame): ReadonlyMap<PaintGroup, GroupFacts> {
  const found = new Map<PaintGroup, GroupFacts>();
  for (const paint of paints) {
    let blends = paint.blend !== 'Normal';
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
  paints.some(
    ({ opacity, mask, blend, group }) =>
      opacity < 1 || mask !== null || blend !== 'Normal' || (group !== null && !isWhole(group)),
  );

const isWhole = (group: PaintGroup): boolean =>
  group.opacity === 1 &&
  group.mask === null &&
  group.blend === 'Normal' &&
  (group.within === null || isWhole(group.within));

export interface OpenGroup {
  readonly group: PaintGroup;
  readonly layer: Layer;
  /** Whether it began with what is under it. */
  readonly hasGround: boolean;
}

/** Null for a group that changes nothing: its paints are laid on what is around it. */
export function opened(group: PaintGroup, { area, blends }: GroupFacts, under: Layer): OpenGroup | null {
  const isLight = group.blends === null ? under.isLight : group.blends === 'light';
  const isPlain = group.opacity === 1 && group.mask === null && group.blend === 'Normal';
  if (isPlain && isLight === under.isLight && !(group.isIsolated && blends)) return null;
  const hasGround = !group.isIsolated && group.blend === 'Normal' && blends;
  const layer = new Layer(area, isLight, !hasGround || under.alpha !== null);
  if (hasGround) layer.copy(under);
  return { group, layer, hasGround };
}

/**
 * What is on a place of the layer around after the group has come onto it.
 * @param before what is there, and what the group has there, both with how much is covered
 * @param seen how much of the group its mask lets through
 */
export function joined(
  { group, layer, hasGround }: OpenGroup,
  under: Layer,
  before: Float32Array,
  own: Float32Array,
  seen: number,
  plates: PlateNames,
): Float32Array {
  const opacity = group.opacity * seen;
  if (hasGround) {
    return Float32Array.from({ length: Math.max(before.length, own.length) }, (_, part) => {
      // The last one is how much is covered, wherever it stands.
      const isLast = part === Math.max(before.length, own.length) - 1;
      const [a, b] = isLast
        ? [before.at(-1), own.at(-1)]
        : [part < before.length - 1 ? before[part] : 0, part < own.length - 1 ? own[part] : 0];
      return (1 - opacity) * (a ?? 0) + opacity * (b ?? 0);
    });
  }
  const covered = own.at(-1) ?? 0;
  if (covered * opacity <= 0) return before;
  const parts: InkAmounts = own.subarray(0, -1).map((part) => part / covered);
  const turned = layer.isLight === under.isLight ? parts : under.isLight ? plates.lit(parts) : plates.separated(parts);
  return under.with(before, turned, { opacity: covered * opacity, blend: group.blend, keeps: false });
}
