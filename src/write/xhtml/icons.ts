/** Small drawings beside words. They say nothing that the words don't, so all are hidden from assistive technology. */

import { designAside } from '../../design/parts.ts';
import { onPage } from '../../design/place.ts';
import type { Aside } from '../../model/document.ts';
import { colorProperty } from '../../theme/svg.ts';
import type { ColorName, Theme } from '../../theme/theme.ts';
import { element, type Html, trusted } from './element.ts';

function drawing(name: string, size: string, shapes: string): Html {
  return element('svg', { class: name, viewBox: size, 'aria-hidden': 'true' }, trusted(shapes));
}

type CellState = Theme['looks']['cell']['on-plan'];

/** The shapes of states; told apart without their colours. */
const shapes: Readonly<Record<CellState['shape'], (color: string) => string>> = {
  circle: (color) => `<circle cx="6" cy="6" r="5" fill="${color}"/>`,
  triangle: (color) => `<path d="M6 .8L11.6 11H.4Z" fill="${color}"/>`,
  diamond: (color) => `<path d="M6 1.4L10.6 6L6 10.6L1.4 6Z" fill="none" stroke="${color}" stroke-width="1.7"/>`,
};

/** The shape of a state, before the words that say it; null for looks that have none. */
export function stateIcon(look: string | null, { looks }: Pick<Theme, 'looks'>): Html | null {
  const state = look === null ? undefined : looks.cell[look as keyof Theme['looks']['cell']];
  return state === undefined ? null : drawing('state', '0 0 12 12', shapes[state.shape](paint(state.color)));
}

function paint(name: ColorName): string {
  return `var(${colorProperty(name)})`;
}

const attention = drawing(
  'icon',
  '0 0 20 20',
  '<circle cx="10" cy="10" r="8.7" fill="none" stroke="currentColor" stroke-width="2.2"/>' +
    '<path d="M10 5v6" fill="none" stroke="currentColor" stroke-width="2.2"/><circle cx="10" cy="14.2" r="1.4" fill="currentColor"/>',
);
const information = drawing(
  'icon',
  '0 0 20 20',
  '<circle cx="10" cy="10" r="8.7" fill="none" stroke="currentColor" stroke-width="2.2"/>' +
    '<path d="M10 15V9" fill="none" stroke="currentColor" stroke-width="2.2"/><circle cx="10" cy="5.8" r="1.4" fill="currentColor"/>',
);

/** The icon of an aside, where its look has one. */
export function asideIcon(aside: Pick<Aside, 'look'>, theme: Theme): Html | null {
  const icon = designAside(aside, onPage, theme).icon.screen;
  return icon === 'none' ? null : icon === 'attention' ? attention : information;
}

export const backIcon = drawing(
  'back',
  '0 0 16 16',
  '<path d="M3 6.5H10.5A3.4 3.4 0 0 1 10.5 13.3H7M6.2 3L2.7 6.5L6.2 10" fill="none" stroke="currentColor" stroke-width="1.7"/>',
);

/** How much of a target is done. Beyond it the bar is full, and a gap shows where the target lies. */
export function progress(share: number, { looks }: Pick<Theme, 'looks'>): Html {
  const done = Math.max(0, share);
  const filled = percent(Math.min(1, done));
  const target = done > 1 ? `<rect x="${percent(1 / done)}" width="3" height="100%" fill="var(--ground)"/>` : '';
  const bar = `<rect width="${filled}" height="100%" fill="${paint(looks.figures.bar.done)}"/>${target}`;
  const svg = element('svg', { width: '100%', height: '100%' }, trusted(bar));
  return element('div', { class: 'progress', 'aria-hidden': 'true' }, svg);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
