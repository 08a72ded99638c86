import { fileURLToPath } from 'node:url';
import { loadTheme } from '../../src/design/load.ts';
import { Report } from '../../src/diagnostics.ts';
import type { ColorName, Theme } from '../../src/theme/theme.ts';
import { openWorld } from '../../src/world.ts';

/** A name of a colour, as only a theme gives it out. */
export const tint = (name: string) => name as ColorName;

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const gzaFile = 'templates/themes/gza/theme.json';

let loaded: Promise<Theme> | undefined;

/** The theme that comes with Etrati, read once. */
export function gza(): Promise<Theme> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Theme> {
  const report = new Report();
  const theme = await loadTheme(gzaFile, await openWorld(root), report);
  if (theme === null) throw new Error(report.diagnostics.map(({ message }) => message).join('\n'));
  return theme;
}
