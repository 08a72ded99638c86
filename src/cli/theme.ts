/** `etrati theme`: a theme in somebody's own colours, as a file that says how it differs from one of ours. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { loadTheme } from '../design/load.ts';
import { type Changed, type Recolored, recolor } from '../design/recolor.ts';
import { misuse, Refused, Report } from '../diagnostics.ts';
import { fogra39 } from '../picture/open-profile.ts';
import { writeWhole } from '../staging.ts';
import { nameHints } from '../suggestion.ts';
import type { Theme } from '../theme/theme.ts';
import { openWorld, packageRoot } from '../world.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

export interface ThemeFlags {
  /** One or two, as `#RRGGBB`. */
  readonly color: readonly string[];
  readonly from: string;
}

/** Throws `Refused` where there is a theme of that name, and where there is none to start from. */
export async function theme(
  name: string,
  { color: asked, from }: ThemeFlags,
  { cwd, stderr }: Terminal,
): Promise<ExitCode> {
  const shipped = (await readdir(path.join(packageRoot, 'templates/themes'))).sort();
  if (!shipped.includes(from)) {
    const hints = nameHints(from, shipped, 'themes that can be extended');
    throw new Refused([misuse('unknown-theme', `There is no theme "${from}" in Etrati.`, hints)]);
  }
  const folder = `templates/themes/${name}`;
  if (shipped.includes(name) || (await stat(path.join(cwd, folder)).catch(() => null)) !== null)
    throw new Refused([
      misuse('folder-not-empty', `There is a theme "${name}" already.`, ['Give another name: nothing is replaced.']),
    ]);
  const base = await themeOf(from, cwd);
  const made = await recolor(base, asked, fogra39());
  await writeWhole(path.join(cwd, folder, 'theme.json'), fileOf(name, from, asked, base, made));
  stderr.write(
    `Made ${folder}/theme.json from ${from}: every colour can be seen on its ground (WCAG 2.2), light and dark, and has its inks.\n` +
      `${made.changed.map((each) => `${saidOf(each, from)}\n`).join('')}` +
      `Next: etrati build --theme ${name}, or "theme": "${name}" in etrati.config.json\n`,
  );
  return exit.done;
}

async function themeOf(name: string, cwd: string): Promise<Theme> {
  const report = new Report();
  const file = path.join(packageRoot, 'templates/themes', name, 'theme.json');
  const loaded = await loadTheme(file, await openWorld(cwd), report);
  if (loaded === null) throw new Refused(report.diagnostics);
  return loaded;
}

/** Only what differs; the rest is that of the theme that it extends. */
function fileOf(name: string, from: string, asked: readonly string[], base: Theme, { colors }: Recolored): Uint8Array {
  const differing = Object.entries(colors).filter(([color, { light, dark }]) => {
    const before = base.colors[color];
    return before === undefined || before.light !== light || before.dark !== dark;
  });
  const tokens = differing.map(([color, { light, dark, cmyk }]) => [
    color,
    { $value: light, $extensions: { etrati: { dark, cmyk } } },
  ]);
  const file = {
    $description: `Made by etrati theme of ${asked.join(' and ')}; all other tokens are those of ${from}.`,
    $extensions: { etrati: { extends: from, title: name } },
    color: { $type: 'color', ...Object.fromEntries(tokens) },
  };
  // Short lists in one line, as people write them.
  const text = JSON.stringify(file, null, 2).replace(
    /\[([\d,\s]+)\]/g,
    (_, list: string) => `[${list.trim().replaceAll(/\s+/g, ' ')}]`,
  );
  return Buffer.from(`${text}\n`, 'utf8');
}

function saidOf({ asked, used, from, to }: Changed, base: string): string {
  if (used === null || to === null) return `${asked} is not used: the theme ${base} has no second colour.`;
  const how = to < from ? 'too light' : 'too dark';
  return `${asked} is ${how} for what is drawn in it: ${used} is used in its place (lightness ${from} % → ${to} %).`;
}
