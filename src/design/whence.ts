/** Which look, role or style of a theme names a colour that something is painted in. */
import type { ColorName } from '../theme/theme.ts';
import type { Drawn } from './kind.ts';
import { type Stand, standsOf } from './stands.ts';

/** A value in a theme, by the names that lead to it: `['looks', 'row', 'group', 'ground']`. */
export type Naming = readonly string[];

/** No palette has a colour of this name. */
const other = '\u0000' as ColorName;

/**
 * Finds what names the front, or the ground, of stands: what another colour would be painted by if it were named there. Of all
 * values of the theme that are this colour, those count that change what stands.
 */
export function tracer(theme: Drawn): (stands: readonly Stand[], side: 'front' | 'ground') => readonly Naming[] {
  const leaves = leavesOf({ looks: theme.looks, roles: theme.roles, styles: theme.styles });
  const changed = new Map<Leaf, readonly Stand[]>();
  const standsWith = (leaf: Leaf): readonly Stand[] => {
    const known = changed.get(leaf);
    if (known !== undefined) return known;
    const made = standsOf(withOther(theme, leaf.path)).filter(
      ({ front, ground }) => front === other || ground === other,
    );
    changed.set(leaf, made);
    return made;
  };
  return (stands, side) => {
    const names = new Set<unknown>(stands.map((stand) => stand[side]));
    return leaves
      .filter((leaf) => names.has(leaf.value))
      .filter((leaf) => standsWith(leaf).some((each) => stands.some((stand) => isSame(each, stand, side))))
      .map(({ path }) => path);
  };
}

function isSame(each: Stand, { front, ground, medium, use, style }: Stand, side: 'front' | 'ground'): boolean {
  const [ownFront, ownGround] = side === 'front' ? [other, ground] : [front, other];
  return (
    each.front === ownFront &&
    each.ground === ownGround &&
    each.medium === medium &&
    each.use === use &&
    each.style === style
  );
}

interface Leaf {
  readonly path: Naming;
  readonly value: unknown;
}

function leavesOf(value: unknown, path: Naming = []): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

function withOther<T>(value: T, [name, ...rest]: Naming): T {
  if (name === undefined) return other as T;
  const inner = Reflect.get(value as object, name);
  const changed = withOther(inner, rest);
  return Array.isArray(value)
    ? (value.map((each, index) => (String(index) === name ? changed : each)) as T)
    : { ...value, [name]: changed };
}
