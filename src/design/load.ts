/** A theme file, read and settled into what the writers use. */
import { basename, dirname } from 'node:path';
import { Report } from '../diagnostics.ts';
import { readJson } from '../json/json.ts';
import { type Path, pathText } from '../json/path.ts';
import { decode } from '../json/source.ts';
import { layOverBase } from '../theme/base.ts';
import { defaultFallbacks } from '../theme/fallbacks.ts';
import { complain, example, type ThemeReading } from '../theme/findings.ts';
import { type FontUse, loadFace } from '../theme/fonts.ts';
import { type FontEntry, type ThemeExtension, themeExtensionOf } from '../theme/schema.ts';
import {
  checkNames,
  checkOthers,
  checkUsed,
  colorNamesOf,
  colorsOf,
  extensionOf,
  familyOf,
  pageOf,
  printOf,
  stylesOf,
} from '../theme/settle.ts';
import type { FontFace, Theme } from '../theme/theme.ts';
import { tintsIn } from '../theme/tints.ts';
import { collectTokens, isFields } from '../theme/tokens.ts';
import type { World } from '../world.ts';
import { checkContrast } from './legibility.ts';
import { warnOfUndrawn } from './undrawn.ts';

/**
 * Reads a theme with its fonts. `file` is relative to the project or absolute in this package. Null with errors, at
 * their places in the file, if anything in it or its fonts is wrong. Throws `Refused` if the file cannot be read.
 */
export async function loadTheme(file: string, world: World, report: Report): Promise<Theme | null> {
  const own = new Report();
  const theme = await readTheme(file, world, own);
  for (const diagnostic of own.diagnostics) report.add(diagnostic);
  return own.failed ? null : theme;
}

async function readTheme(file: string, world: World, report: Report): Promise<Theme | null> {
  const source = decode(await world.read(file), world.relative(file), report);
  const own = source && readJson(source, report);
  const json = own && (await layOverBase(own, world, report));
  if (json === null || !isFields(json.value)) {
    if (json !== null)
      complain({ json, report }, 'wrong-type', [], 'A theme must be an object of design tokens.', [example]);
    return null;
  }
  const reading: ThemeReading = { json, report };
  const tokens = collectTokens(json.value, reading);
  checkNames(tokens, reading);
  checkOthers(tokens, reading);
  const colors = colorsOf(tokens, reading);
  const styles = stylesOf(tokens, reading);
  const family = familyOf(tokens, reading);
  const extension = extensionOf(json.value.$extensions, [], themeExtensionOf(colorNamesOf(tokens)), reading);
  if (!colors || !styles || !family || !extension) return null;
  const { title, looks, roles, stress, lanes, drawings } = extension;
  checkDrawn(extension, reading);
  if (own !== null && json.value !== own.value) warnOfUndrawn(own.value, reading);
  checkUsed(tokens, tintsIn([looks, roles, styles, drawings], colors), reading);
  await checkContrast({ colors, roles, styles, looks }, reading);
  const faces = await facesOf(extension, family, world, reading);
  checkFamilies(styles, [family, ...extension.fonts.flatMap((font) => font.family ?? [])], reading);
  const [page, print] = [pageOf(extension.page), printOf(extension.print, reading)];
  return {
    name: basename(dirname(file)),
    title,
    colors,
    roles,
    lanes,
    drawings,
    styles,
    looks,
    family,
    faces,
    stress,
    page,
    print,
    large: null,
  };
}

/** Words in the colours of a field stand on one only where it is drawn. */
function checkDrawn({ looks, drawings }: ThemeExtension, reading: ThemeReading): void {
  const needed = [
    ...(looks.cover.plain.arrangement === 'field' ? (['cover', 'screenHead'] as const) : []),
    ...(looks.cover.head.arrangement === 'field' ? (['masthead', 'screenHead'] as const) : []),
  ];
  for (const name of new Set(needed.filter((each) => drawings[each] === undefined)))
    complain(reading, 'missing-field', ['$extensions', 'etrati', 'drawings'], `The drawing "${name}" is missing.`, [
      'Add it, or give covers the arrangement "plain".',
    ]);
}

/** Each style is set in a family that the theme has a font of. */
function checkFamilies(styles: Theme['styles'], known: readonly string[], reading: ThemeReading): void {
  for (const [name, { family }] of Object.entries(styles)) {
    if (known.includes(family)) continue;
    const message = `"fontFamily" must not be "${family}": the theme has no font of that family.`;
    complain(reading, 'bad-theme-value', ['type', name, '$value', 'fontFamily'], message, [
      `Add its files to "fonts", each with "family": "${family}".`,
    ]);
  }
}

/** The theme's own faces, each with the nearest of every family that stands in for it. */
async function facesOf({ fonts, fallbacks }: ThemeExtension, family: string, world: World, reading: ThemeReading) {
  const own = await facesIn({ family, fonts }, ['fonts'], 'text', { world, ...reading });
  const families: FontFace[][] = [];
  const named = new Set([family]);
  for (const [index, fallback] of fallbacks.entries()) {
    checkFamily(fallback.family, named, index, reading);
    named.add(fallback.family);
    families.push(await facesIn(fallback, ['fallbacks', index, 'fonts'], 'fallback', { world, ...reading }));
  }
  for (const fallback of defaultFallbacks.filter((other) => !named.has(other.family)))
    families.push(await facesIn(fallback, ['fallbacks'], 'fallback', { world, ...reading }));
  const main = own.filter((face) => face.family === family);
  return own.map((face) => ({
    ...face,
    // What a face of another family lacks, such as a sign, is set in that of running text before all others.
    fallbacks: (face.family === family ? families : [main, ...families]).flatMap((others) => nearest(others, face)),
  }));
}

/** Word knows a font by its name alone. */
function checkFamily(family: string, others: ReadonlySet<string>, index: number, reading: ThemeReading): void {
  if (!others.has(family)) return;
  const path = ['$extensions', 'etrati', 'fallbacks', index, 'family'];
  const message = `"family" must not be "${family}" again: each family is named once, and Word knows fonts only by their names.`;
  complain(reading, 'bad-theme-value', path, message, [`Write a name of its own, such as "${family} 2".`]);
}

async function facesIn(
  { family, fonts }: { readonly family: string; readonly fonts: readonly FontEntry[] },
  path: Path,
  use: FontUse,
  { world, json, report }: ThemeReading & { readonly world: World },
): Promise<FontFace[]> {
  const faces: FontFace[] = [];
  for (const [index, entry] of fonts.entries()) {
    const at = json.placeOf(pathText(['$extensions', 'etrati', ...path, index, 'file']));
    const of = entry.family ?? family;
    const face = await loadFace(entry, { family: of, use: of === family ? use : 'display' }, at, world, report);
    if (face !== null) faces.push(face);
  }
  return faces;
}

/** The face of a family that stands in for another: of its slope if there is one, then of the nearest weight. */
function nearest(faces: readonly FontFace[], { weight, italic }: FontFace): readonly FontFace[] {
  const distance = (face: FontFace): number => Math.abs(face.weight - weight) + (face.italic === italic ? 0 : 1000);
  const [first, ...others] = faces;
  if (first === undefined) return [];
  return [others.reduce((best, face) => (distance(face) < distance(best) ? face : best), first)];
}
