/** The page's own fonts: each face cut down to the page's characters, as WOFF2 in the page. */
import subsetFont from 'subset-font';
import { drawsAll, faceRuns } from '../../theme/coverage.ts';
import type { FontFace, Theme } from '../../theme/theme.ts';

/** What setting text needs; the others (small capitals, alternates, fractions…) would bring in glyphs that no rule uses. */
const features = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'calt', 'rlig', 'tnum'];

/** Cut fonts of this process, the last used last: the editions of a series share most of their characters. */
const cut = new Map<string, Promise<string>>();
const kept = 48;

/** Fonts for systems where ours cannot be shown; each draws Georgian on its own platform. */
const fallbacks = '"Segoe UI", "Helvetica Neue", "Noto Sans", "Noto Sans Georgian", "DejaVu Sans", sans-serif';

/** The value of `font-family`: the theme's family, then what systems have. */
export function fontStack(theme: Theme, family = theme.family): string {
  return `"${family.replace(/["\\\n]/g, '')}", ${fallbacks}`;
}

/**
 * The `@font-face` rules of the faces that a page uses, each with the glyphs for `text`. A fallback stands under the name,
 * weight and slope of the face that it fills in for, and says for which characters. Same input, same bytes.
 */
export async function fontRules(faces: readonly FontFace[], text: string): Promise<string> {
  const characters = sorted(text);
  const rules = faces.flatMap((face) => [
    fontRule(face, face, characters, ''),
    ...missingIn(face, characters, text).map(([fallback, own]) =>
      fontRule(face, fallback, sorted(own), `;unicode-range:${rangesOf(own, face)}`),
    ),
  ]);
  return (await Promise.all(rules)).join('\n');
}

async function fontRule(as: FontFace, face: FontFace, characters: string, range: string): Promise<string> {
  const family = as.family.replace(/["\\\n]/g, '');
  const style = as.italic ? 'italic' : 'normal';
  const source = `url(data:font/woff2;base64,${await cutFace(face, characters)}) format("woff2")`;
  return `@font-face{font-family:"${family}";font-weight:${as.weight};font-style:${style};font-display:swap;src:${source}${range}}`;
}

function sorted(text: string): string {
  return [...new Set(text)].sort().join('');
}

/** What each fallback of a face sets of a page's text, which is gone through only if there is any. */
function missingIn(face: FontFace, characters: string, text: string): readonly (readonly [FontFace, string])[] {
  if (drawsAll(face, characters)) return [];
  const found = new Map<FontFace, string>();
  for (const word of new Set(text.split(/\s+/)))
    for (const run of faceRuns(word, face))
      if (run.face !== face) found.set(run.face, (found.get(run.face) ?? '') + run.text);
  return [...found];
}

/** What a fallback sets that the face itself lacks, and the marks on it, as CSS writes ranges. */
function rangesOf(text: string, face: FontFace): string {
  const points = [...sorted(text)]
    .filter((character) => !face.covers(character.codePointAt(0) ?? 0))
    .map((character) => character.codePointAt(0) ?? 0)
    .sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return ranges.map(([first, last]) => `U+${hex(first)}${last === first ? '' : `-${hex(last)}`}`).join();
}

function cutFace(face: FontFace, characters: string): Promise<string> {
  const key = `${face.file}\n${characters}`;
  const known = cut.get(key);
  cut.delete(key);
  const font = known ?? subset(face, characters);
  cut.set(key, font);
  for (const oldest of [...cut.keys()].slice(0, Math.max(0, cut.size - kept))) cut.delete(oldest);
  return font;
}

async function subset(face: FontFace, characters: string): Promise<string> {
  const font = await subsetFont(Buffer.from(face.bytes), characters, { targetFormat: 'woff2', keepFeatures: features });
  return font.toString('base64');
}
