import { fileURLToPath } from 'node:url';
import { loadTheme } from '../../src/design/load.ts';
import { Report } from '../../src/diagnostics.ts';
import type { ColorName, Theme } from '../../src/theme/theme.ts';
import { openWorld } from '../../src/world.ts';

/** A name of a colour, as only a theme gives it out. */
export const tint = (name: string) => name as ColorName;

export const root = fileURLToPath(new URL('../../', import.meta.url));
const fileOf = (name: string) => `templates/themes/${name}/theme.json`;
export const gzaFile = fileOf('gza');

let loaded: Promise<Theme> | undefined;

/** The theme that comes with Etrati, read once. */
export function gza(): Promise<Theme> {
  loaded ??= themeOf('gza');
  return loaded;
}

/** One of the themes that come with Etrati. */
export async function themeOf(name: string): Promise<Theme> {
  const report = new Report();
  const theme = await loadTheme(fileOf(name), await openWorld(root), report);
  if (theme === null) throw new Error(report.diagnostics.map(({ message }) => message).join('\n'));
  return theme;
}
