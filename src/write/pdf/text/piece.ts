/** Pieces of text: those that no line was broken for, and on what line they stand. */
import { shaperOf } from '../../../theme/shaping.ts';
import type { Slot } from '../tag/structure.ts';
import type { LinePiece, RunStyle, StyledRun } from './inlines.ts';

/** Text that was never in a line: a label, a page number, a running head. */
export function pieceOf(text: string, style: RunStyle, slot: Slot | null): LinePiece {
  const shape = shaperOf(style.face).shape(text, style.tabular ? ['tnum'] : []);
  const run: StyledRun = { text, style, slot, link: null, lineEnd: false };
  const width = (shape.width / 1000) * style.size + style.tracking * shape.glyphs.length;
  return {
    run,
    text,
    shape,
    width,
    height: style.leading,
    leadingCut: 0,
    trailingCut: 0,
    font: { ascender: 0 },
    fontSize: style.size,
    noNewLine: false,
    lineEnd: false,
    soft: false,
    word: null,
    goesOn: false,
    x: 0,
  };
}

/** The baseline in a line of `height` points: ascent and descent of the largest style stand centred in its leading. */
export function baselineIn(pieces: readonly LinePiece[], height: number): number {
  let [ascent, descent] = [0, 0];
  let last: RunStyle | null = null;
  for (const { run } of pieces) {
    if (run.style === last) continue;
    last = run.style;
    const shaper = shaperOf(last.face);
    ascent = Math.max(ascent, (shaper.ascent / 1000) * last.size);
    descent = Math.max(descent, (shaper.descent / 1000) * last.size);
  }
  return (height - ascent - descent) / 2 + ascent;
}
