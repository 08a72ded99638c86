/** What the sheets write a theme with: its colours as custom properties, its lengths in rem. */
import { type Measure, mm } from '../../../theme/measure.ts';
import { colorProperty } from '../../../theme/svg.ts';
import { type ColorName, type Role, roleNames, type Theme } from '../../../theme/theme.ts';

export interface Paints {
  /** `var(--color-…)` of each role. */
  readonly roles: Readonly<Record<Role, string>>;
  readonly looks: Theme['looks'];
  readonly theme: Theme;
  readonly tint: (name: ColorName) => string;
}

export function paintsOf(theme: Theme): Paints {
  const roles = Object.fromEntries(roleNames.map((role) => [role, tint(theme.roles[role])]));
  return { roles: roles as Paints['roles'], looks: theme.looks, theme, tint };
}

export function tint(name: ColorName): string {
  return `var(${colorProperty(name)})`;
}

/** A part of a style sheet; numbers in it are lengths in rem. */
export function css(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return String.raw({ raw: texts }, ...values.map((value) => (typeof value === 'number' ? rem(value) : value)));
}

/** What is thinner than a pixel and a half is one pixel wide, sharp in every window. */
const thinnest = 1.5 / 17;

/** How wide a line is. */
export function lineWidth({ width }: Rule): string {
  return width.screen > 0 && width.screen <= thinnest ? px(1) : rem(width.screen);
}

type Rule = { readonly color: ColorName; readonly width: Pick<Measure, 'screen'> };

/** A line, as `border` has it. */
export function lineOf(rule: Rule): string {
  return `${lineWidth(rule)} solid ${tint(rule.color)}`;
}

/** A length as sheets write it, without the zero before its point. */
export function rem(length: number): string {
  return `${rounded(length, 100)}rem`.replace(/^(-?)0\./, '$1.');
}

/** The unit of drawings, of which a rem has so many. */
export function unitOf(perRem: number): string {
  return `calc(1rem / ${perRem})`;
}

/** What a finger or a shaky hand can hit (WCAG 2.2, 2.5.8). */
export const leastTarget = px(24);

/** A length that does not grow with the text, in CSS pixels. */
export function px(length: number): string {
  return `${length}px`;
}

/** Lengths of paper, given in points. */
export function pt(length: number): string {
  return `${rounded(length, 100)}pt`.replace(/^0\./, '.');
}
export function millimetres(points: number, to = 100): string {
  return `${rounded(points / mm, to)}mm`;
}

function rounded(length: number, to: number): number {
  return Math.round(length * to) / to;
}
