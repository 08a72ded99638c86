/** Where white, varnish and cuts go on a side: which of it is the cover, and which edge is no edge of the paper. Points. */
import type { Binding } from '../../targets.ts';
import type { LinkRectangle } from '../file/links.ts';
import { type Fold, spanOf } from '../lay/fold.ts';
import type { Side } from '../paint/sheet.ts';
import type { PressForm } from './forms.ts';
import type { StepRoom } from './steps.ts';

interface Paged {
  readonly fold: Fold | null;
  readonly binding: Binding | null;
  readonly bleed: number;
  /** How many sides there are. */
  readonly count: number;
  readonly where: string;
}

/** @param index from 0, of the side among all */
export function roomOf({ width, height }: Side, index: number, paged: Paged): StepRoom {
  const { fold, binding, bleed, where } = paged;
  const isBack = isLeft(index, paged);
  const area = { width, height, bleed };
  const page = index === 0 ? ([0, width] as const) : null;
  const cover = fold === null ? page : spanOf(fold.sides[index] ?? [], ({ role }) => role === 'cover');
  return {
    ...area,
    cover: cover && bled(cover, area),
    bound: binding === null ? null : isBack ? 'right' : 'left',
    origins: [isBack ? { x: width, right: false } : { x: 0, right: true }],
    where,
  };
}

/** A back, or a page on the left. Within a cover of its own, a book begins on the right. */
function isLeft(index: number, { binding, count }: Paged): boolean {
  if (binding !== 'perfect' || index === 0 || index === count - 1) return index % 2 === 1;
  return index % 2 === 0;
}

/** At the edges of the paper it goes on into the bleed; at folds and spines it ends. */
function bled(
  [left, right]: readonly [number, number],
  { width, height, bleed }: Pick<StepRoom, 'width' | 'height' | 'bleed'>,
): LinkRectangle {
  const within = 0.01;
  return [left < within ? -bleed : left, -bleed, right > width - within ? width + bleed : right, height + bleed];
}

/** The cover of a book in one piece: its holes lie on each other when it is closed. */
export function roomOfCover({ width, height, spine }: PressForm): StepRoom {
  const { x, width: thick } = spine ?? { x: 0, width: 0 };
  const origins = [
    { x: x + thick, right: true },
    { x, right: false },
  ];
  return { width, height, bleed: 0, cover: null, bound: null, origins, where: 'the cover' };
}
