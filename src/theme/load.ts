/** A theme file, read and settled into what the writers use. */
import { basename, dirname } from 'node:path';
import { Report } from '../diagnostics.ts';
import { readJson } from '../json/json.ts';
import { pathText } from '../json/path.ts';
import { decode } from '../json/source.ts';
import type { World } from '../world.ts';
import { layOverBase } from './base.ts';
import { complain, example, type Reading } from './findings.ts';
import { loadFace } from './fonts.ts';
import { checkContrast } from './legibility.ts';
import { type FontEntry, themeExtension } from './schema.ts';
import { checkNames, checkOthers, colorsOf, extensionOf, familyOf, pageOf, printOf, stylesOf } from './settle.ts';
import type { FontFace, Theme } from './theme.ts';
import { collectTokens, isFields } from './tokens.ts';

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
      complain({ json, report }, 'wrong-type', [], 'A theme is an object of design tokens.', [example]);
    return null;
  }
  const reading: Reading = { json, report };
  const tokens = collectTokens(json.value, reading);
  checkNames(tokens, reading);
  checkOthers(tokens, reading);
  const colors = colorsOf(tokens, reading);
  const styles = stylesOf(tokens, reading);
  const family = familyOf(tokens, reading);
  const extension = extensionOf(json.value.$extensions, [], themeExtension, reading);
  if (colors && styles) await checkContrast(colors, styles, reading);
  if (!colors || !styles || !family || !extension) return null;
  const faces = await facesOf(extension.fonts, family, world, reading);
  const { title, looks } = extension;
  const [page, print] = [pageOf(extension.page), printOf(extension.print, reading)];
  return { name: basename(dirname(file)), title, colors, styles, looks, family, faces, page, print };
}

async function facesOf(entries: readonly FontEntry[], family: string, world: World, { json, report }: Reading) {
  const faces: FontFace[] = [];
  for (const [index, entry] of entries.entries()) {
    const at = json.placeOf(pathText(['$extensions', 'etrati', 'fonts', index, 'file']));
    const face = await loadFace(entry, family, at, world, report);
    if (face !== null) faces.push(face);
  }
  return faces;
}
