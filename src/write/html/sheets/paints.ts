/** What the sheets write a theme with: its colours as custom properties, its lengths in rem. */
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

/** A length as sheets write it, without the zero before its point. */
export function rem(length: number): string {
  return `${length}rem`.replace(/^(-?)0\./, '$1.');
}
