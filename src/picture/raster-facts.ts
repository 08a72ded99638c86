/** What the files of raster pictures say of themselves, before anything is decoded. */
import type { PngLight } from './png.ts';

export interface RasterFacts {
  readonly format: 'png' | 'jpeg';
  /** Pixels as they stand in the file, not turned. */
  readonly width: number;
  readonly height: number;
  /** Whether every program that is to show it takes its samples for the same pixels. */
  readonly isPlain: boolean;
  readonly light: PngLight | null;
  /** The file as far as it is this picture. */
  readonly bytes: Uint8Array;
  /** What a decoder has to keep of it at one time, in bytes; a picture that comes line by line counts nothing. */
  readonly held: number;
}

/** What is wrong with a file, in words that follow "is damaged:". */
export interface Fault {
  readonly fault: string;
}

export const cutOff = 'the file ends before the picture does';
export const changedBytes = 'part of its data was changed after it was saved';
