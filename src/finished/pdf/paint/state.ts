/** The graphics state (ISO 32000-1, 8.4), as far as it decides what is printed and how. */
import { PDFArray, type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { dictionaryOf, lookup, numberAt, numbersOf } from '../objects.ts';
import { black, type Colour, type KeptInks, partsOf } from './colour.ts';
import type { Font } from './fonts.ts';
import type { Box, Matrix } from './geometry.ts';
import type { Clip, PaintGroup, SoftMask } from './paint.ts';
import { deviceGray, type Space } from './spaces.ts';
import { boolAt } from './values.ts';

/** What paints areas or lines. */
export interface Pen {
  readonly space: Space;
  readonly colour: Colour;
  readonly overprints: boolean;
  readonly opacity: number;
}

export interface State {
  readonly matrix: Matrix;
  readonly fill: Pen;
  readonly stroke: Pen;
  /** OPM: whether a zero of DeviceCMYK leaves the ink of the ground. */
  readonly mode: 0 | 1;
  readonly blend: string;
  readonly mask: SoftMask | null;
  readonly group: PaintGroup | null;
  readonly lineWidth: number;
  readonly dash: readonly number[];
  readonly clip: Clip | null;
  /** The box of all clips; at first that of the sheet. */
  readonly clipBox: Box;
  readonly font: Font | null;
  readonly size: number;
  readonly leading: number;
  readonly charSpace: number;
  readonly wordSpace: number;
  /** 1 for the glyphs' own width. */
  readonly scale: number;
  readonly rise: number;
  readonly rendering: number;
}

const pen: Pen = { space: deviceGray, colour: black, overprints: false, opacity: 1 };

export function firstState(matrix: Matrix, clipBox: Box): State {
  return {
    matrix,
    fill: pen,
    stroke: pen,
    mode: 0,
    blend: 'Normal',
    mask: null,
    group: null,
    lineWidth: 1,
    dash: [],
    clip: null,
    clipBox,
    font: null,
    size: 0,
    leading: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    rise: 0,
    rendering: 0,
  };
}

/** The state after `gs` (8.4.5). */
export function changed(state: State, change: PDFDict, fontOf: (font: PDFDict) => Font): State {
  const both = boolAt(change, 'OP');
  // Where only OP is told, it counts for areas too.
  const fills = boolAt(change, 'op') ?? both;
  const font = lookup(change, 'Font');
  const fontDict = font instanceof PDFArray ? dictionaryOf(font.lookup(0)) : null;
  const size = font instanceof PDFArray ? font.lookup(1) : undefined;
  const dash = lookup(change, 'D');
  const dashes = dash instanceof PDFArray ? dash.lookup(0) : undefined;
  const mode = numberAt(change, 'OPM');
  return {
    ...state,
    fill: {
      ...state.fill,
      overprints: fills ?? state.fill.overprints,
      opacity: opacityOf(numberAt(change, 'ca')) ?? state.fill.opacity,
    },
    stroke: {
      ...state.stroke,
      overprints: both ?? state.stroke.overprints,
      opacity: opacityOf(numberAt(change, 'CA')) ?? state.stroke.opacity,
    },
    mode: mode === null ? state.mode : mode === 1 ? 1 : 0,
    blend: blendOf(change) ?? state.blend,
    lineWidth: numberAt(change, 'LW') ?? state.lineWidth,
    dash: dashes instanceof PDFArray ? numbersOf(dashes) : state.dash,
    font: fontDict === null ? state.font : fontOf(fontDict),
    size: fontDict !== null && size instanceof PDFNumber ? size.asNumber() : state.size,
  };
}

function opacityOf(value: number | null): number | null {
  return value === null ? null : Math.min(1, Math.max(0, value));
}

/** The first of several is the one that counts, for those who know it (11.6.3); all do. */
function blendOf(change: PDFDict): string | null {
  const value = lookup(change, 'BM');
  const first = value instanceof PDFArray ? value.lookup(0) : value;
  return first instanceof PDFName ? first.decodeText() : null;
}

/** The state after an operator that sets how text is shown (9.3); null for another operator. */
export function textState(state: State, operator: string, value: number): State | null {
  switch (operator) {
    case 'TL':
      return { ...state, leading: value };
    case 'Tc':
      return { ...state, charSpace: value };
    case 'Tw':
      return { ...state, wordSpace: value };
    case 'Tz':
      return { ...state, scale: value / 100 };
    case 'Ts':
      return { ...state, rise: value };
    case 'Tr':
      return { ...state, rendering: value };
    default:
      return null;
  }
}

/** Whether paint was told to overprint in a mode that lets DeviceCMYK replace all inks. */
export function isOverprintLost({ colour, overprints }: Pen, mode: 0 | 1): boolean {
  return overprints && mode === 0 && colour.type === 'inks' && colour.reach === 'told' && colour.cmyk.includes(0);
}

/**
 * Which inks of the ground paint leaves (8.6.7, Table 148). Mode 1 is for single colours of DeviceCMYK. The cell of a tiling
 * says itself how it is painted.
 */
export function keptBy({ colour, overprints }: Pen, mode: 0 | 1): KeptInks {
  if (!overprints || (colour.type === 'mixed' && colour.course?.type === 'tiling')) return 'nothing';
  if (colour.type === 'inks' && colour.reach === 'told') return mode === 1 ? 'others' : 'spots';
  const parts = [...partsOf(colour)];
  return parts.length > 0 && parts.every(isNamed) ? 'others' : 'spots';
}

const isNamed = (colour: Colour): boolean => colour.type === 'inks' && typeof colour.reach !== 'string';
