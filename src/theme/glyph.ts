/** Glyphs as they are set: each stands for characters of its own, whatever it is drawn of. */
import type { FontFace } from './theme.ts';

/** Lengths in thousandths of the font size. */
export interface Glyph {
  /** The face that draws it: the one asked for, or a fallback of it. */
  readonly face: FontFace;
  readonly id: number;
  /** What it stands for; of a letter with its marks all of them. */
  readonly codePoints: readonly number[];
  /** Before kerning: of a single outline its own, as in the font. */
  readonly advance: number;
  /** The advance after kerning. */
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** The outlines that make it; null for a single one, which most are. */
  readonly parts: readonly GlyphPart[] | null;
}

/** An outline of the font, moved from the glyph's origin by units of the font. */
export interface GlyphPart {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** More than the marks of any letter; a composite outline (“glyf”) has its limits. */
export const mostParts = 8;

/**
 * Makes one of what only together stands for a character: a letter of two outlines, a letter and the marks over it. Apart, one
 * of them would stand for nothing, readers that copy text by its places would tear them asunder, and tracking would part them.
 * @param unit the font's unit, in thousandths of the font size
 */
export function joined(glyphs: readonly Glyph[], unit: number): readonly Glyph[] {
  if (!glyphs.some(isPart)) return glyphs;
  const whole: Glyph[] = [];
  for (const glyph of glyphs) {
    const before = whole.at(-1);
    if (before === undefined || !isPart(glyph) || (before.parts?.length ?? 1) >= mostParts) whole.push(glyph);
    else whole[whole.length - 1] = join(before, glyph, unit);
  }
  return whole;
}

/** Whether it belongs to the glyph before it. */
function isPart({ codePoints: [first] }: Glyph): boolean {
  return first === undefined || isMark(first);
}

/** Whether a character stands over, under or around the one before it. */
export function isMark(codePoint: number): boolean {
  return codePoint >= firstMark && /\p{M}/u.test(String.fromCodePoint(codePoint));
}

const firstMark = 0x300;

function join(before: Glyph, glyph: Glyph, unit: number): Glyph {
  const parts = before.parts ?? [{ id: before.id, x: 0, y: 0 }];
  const x = Math.round((before.xAdvance - before.xOffset + glyph.xOffset) / unit);
  const y = Math.round((glyph.yOffset - before.yOffset) / unit);
  return {
    ...before,
    codePoints: [...before.codePoints, ...glyph.codePoints],
    // Kerning is where the glyph before it has it; what stands on its own beside that makes it wider.
    advance: before.advance + glyph.xAdvance,
    xAdvance: before.xAdvance + glyph.xAdvance,
    parts: [...parts, { id: glyph.id, x, y }],
  };
}

/**
 * Makes one glyph of those that stand from left to right for the same characters, whichever of them are marks; of very many a few.
 * @param unit the font's unit, in thousandths of the font size
 */
export function composed(glyphs: readonly Glyph[], codePoints: readonly number[], unit: number): readonly Glyph[] {
  const [first] = glyphs;
  if (first === undefined) return [];
  if (glyphs.length === 1) return [{ ...first, codePoints }];
  const own = glyphs.slice(0, mostParts);
  let pen = 0;
  const parts = own.map(({ id, xAdvance, xOffset, yOffset }) => {
    const part = { id, x: Math.round((pen + xOffset) / unit), y: Math.round(yOffset / unit) };
    pen += xAdvance;
    return part;
  });
  const whole = { ...first, codePoints, advance: pen, xAdvance: pen, xOffset: 0, yOffset: 0, parts };
  return [whole, ...composed(glyphs.slice(mostParts), [], unit)];
}
