/** A document's own fonts: each face cut down to its characters. */
import { Kept } from '../../kept.ts';
import { drawsAll, faceRuns } from '../../theme/coverage.ts';
import { runsHarfBuzz } from '../../theme/harfbuzz.ts';
import type { FontFace, Theme } from '../../theme/theme.ts';
import { cutTo } from './cut.ts';
import { woff2 } from './woff2.ts';

/** Cut fonts of this process: the editions of a series share most of their characters. */
const cut = new Kept<Uint8Array>(2_000_000, ({ length }) => length);

/** Fonts for systems where ours cannot be shown; each draws Georgian on its own platform. */
const fallbacks = '"Segoe UI", "Helvetica Neue", "Noto Sans", "Noto Sans Georgian", "DejaVu Sans", sans-serif';

/** The value of `font-family`: the theme's family, then what systems have. */
export function fontStack(theme: Theme, family = theme.family): string {
  return `"${family.replace(/["\\\n]/g, '')}", ${fallbacks}`;
}

/** A cut font under the name, weight and slope that it is used by; a fallback says for which characters. */
export interface CutFont {
  readonly as: FontFace;
  readonly face: FontFace;
  readonly characters: string;
  /** As CSS writes ranges; null for all. */
  readonly range: string | null;
}

/**
 * The fonts of the faces that a text uses, in an order that follows from both. A fallback stands under the name, weight and slope
 * of the face that it fills in for.
 */
export function fontsFor(faces: readonly FontFace[], text: string): readonly CutFont[] {
  const characters = sorted(text);
  return faces.flatMap((face) => [
    { as: face, face, characters, range: null },
    ...missingIn(face, characters, text).map(([fallback, own]) => ({
      ...{ as: face, face: fallback, characters: sorted(own) },
      range: rangesOf(own, face),
    })),
  ]);
}

/** The `@font-face` rule of a font that is had from `source`. */
export function fontRule({ as, range }: CutFont, source: string): string {
  const family = as.family.replace(/["\\\n]/g, '');
  const style = as.italic ? 'italic' : 'normal';
  const only = range === null ? '' : `;unicode-range:${range}`;
  return `@font-face{font-family:"${family}";font-weight:${as.weight};font-style:${style};font-display:swap;src:${source}${only}}`;
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

/** `woff2` where size is all, `sfnt` for readers that know only what fonts were before the web. */
type CutFormat = 'woff2' | 'sfnt';

/** The bytes of a cut font. Same input, same bytes. */
export function cutFont({ face, characters }: CutFont, format: CutFormat): Uint8Array {
  return cut.get(`${format}\n${face.file}\n${characters}`, () => {
    const font = runsHarfBuzz() ? cutTo(characters, face.bytes) : face.bytes;
    return format === 'woff2' ? woff2(font) : font;
  });
}
