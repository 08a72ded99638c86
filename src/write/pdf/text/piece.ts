/** Pieces of text: those that lines are broken between, and those that no line is broken for. */
import type { LineInline } from 'pdfmake/js/Line.js';
import type { Direction } from '../../../language/bidi.ts';
import { type ShapedText, shaperOf } from '../../../theme/shaping.ts';
import type { Slot } from '../tag/structure.ts';
import type { RunStyle, StyledRun } from './inlines.ts';

export interface Ending {
  /** Whether no line may end after it. */
  readonly noNewLine?: boolean;
  /** Whether it ends its line. */
  readonly lineEnd?: boolean;
  /** Whether the word goes on, and may be divided here with a hyphen. */
  readonly soft?: boolean;
  /** Shared by the parts of one word that stand on several lines. */
  readonly word?: symbol | null;
  /** Whether that word goes on in the next line. */
  readonly goesOn?: boolean;
  /** Which way it runs among the others (UAX 9): an odd level is from right to left. */
  readonly level?: number;
}

/** A piece of a run. A long document holds one for each of its words, so it keeps only what is not found elsewhere. Lengths in points. */
export class LinePiece implements LineInline {
  readonly run: StyledRun;
  /** What the piece says; a hyphen that a line end brings is not part of it. */
  readonly text: string;
  readonly shape: ShapedText;
  readonly width: number;
  /** Of spaces at its end. */
  readonly trailingCut: number;
  readonly noNewLine: boolean;
  readonly lineEnd: boolean;
  readonly soft: boolean;
  readonly word: symbol | null;
  readonly goesOn: boolean;
  readonly level: number;

  constructor(
    { run, text, shape, width, trailingCut }: Pick<LinePiece, 'run' | 'text' | 'shape' | 'width' | 'trailingCut'>,
    { noNewLine = false, lineEnd = false, soft = false, word = null, goesOn = false, level = 0 }: Ending,
  ) {
    this.run = run;
    this.text = text;
    this.shape = shape;
    this.width = width;
    this.trailingCut = trailingCut;
    this.noNewLine = noNewLine;
    this.lineEnd = lineEnd;
    this.soft = soft;
    this.word = word;
    this.goesOn = goesOn;
    this.level = level;
  }

  get height(): number {
    return this.run.style.leading;
  }

  /** The same words with another end. */
  ending(change: Ending): LinePiece {
    return new LinePiece(this, { ...this, ...change });
  }

  /** Other words in its place, as wide as it. */
  saying({ text, shape }: Pick<LinePiece, 'text' | 'shape'>): LinePiece {
    return new LinePiece({ ...this, text, shape }, this);
  }
}

const [plainFigures, tabularFigures]: readonly (readonly string[])[] = [[], ['tnum']];
const none: Ending = {};

/** A piece of a run, shaped and measured; `hyphen` is drawn after the text. */
export function piece(run: StyledRun, text: string, ending: Ending & { readonly hyphen?: boolean } = none): LinePiece {
  const { style } = run;
  const hyphen = ending.hyphen === true;
  const shape = shapeOf(hyphen ? `${text}-` : text, style, (ending.level ?? 0) % 2 === 1 ? 'rtl' : 'ltr');
  const width = widthOf(shape, style);
  const trailingCut = hyphen || shape.trimmed === null ? 0 : width - widthOf(shape.trimmed, style);
  // The text that is kept with the shape is shared by all pieces that say it.
  return new LinePiece({ run, text: hyphen ? text : shape.text, shape, width, trailingCut }, ending);
}

function shapeOf(text: string, { face, tabular }: RunStyle, direction: Direction | null = null): ShapedText {
  return shaperOf(face).shape(text, tabular ? tabularFigures : plainFigures, direction);
}

function widthOf({ width, glyphs }: ShapedText, { size, tracking }: RunStyle): number {
  return (width / 1000) * size + tracking * glyphs.length;
}

/** Text that was never in a line: a label, a page number, a running head. */
export function pieceOf(text: string, style: RunStyle, slot: Slot | null): LinePiece {
  const shape = shapeOf(text, style);
  const run: StyledRun = { text, style, slot, link: null, lineEnd: false };
  return new LinePiece({ run, text, shape, width: widthOf(shape, style), trailingCut: 0 }, none);
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
