/** A picture as the document holds it, and which part of it. */

/** A picture file of the project, read and known to be one. */
export interface Picture {
  /** Path relative to the project folder. */
  readonly file: string;
  /** The part of the file that this is; all of it where nothing is said. */
  readonly crop?: Crop;
  readonly format: 'png' | 'jpeg' | 'svg';
  /** Pixels; for SVG its CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** The same in the more pixels that a press makes use of, as PNG or JPEG; without it the press gets what all get. */
  readonly press?: { readonly width: number; readonly height: number; readonly bytes: Uint8Array } | undefined;
  /** How wide the file itself is in pixels, or the part of it, where that is more than anything is printed in. */
  readonly fullWidth?: number;
  /** Whether its pixels are black or white, one bit each, and `press`, or else `bytes`, is the file as it came. */
  readonly bilevel?: true;
  /** Where an original in CMYK has black ink alone, and how much: a grey PNG of the whole picture, brighter for more. */
  readonly black?: Uint8Array;
  /** Words that an SVG has as outlines only, by the label that a drawing program leaves on them. */
  readonly outlined?: string;
  /** What the file's pixels were, where they were more or other than 8 bits of opaque sRGB. */
  readonly original?: Original;
}

/** The pixels of a picture file, for those who state what becomes of them. */
export interface Original {
  /** Of each channel. */
  readonly bits: number;
  readonly transparent: boolean;
  readonly space: 'sRGB' | 'grey' | 'CMYK';
  /** What the profile in the file calls itself, empty where that is nothing; null where there is none. */
  readonly profile: string | null;
}

/** The part of a picture that is shown. */
export interface Crop {
  /** Width by height. */
  readonly ratio: number;
  /** What matters: from the left and from the top, each from 0 to 1. */
  readonly focus: readonly [number, number];
}

/** A picture's name among those of a document: one file may be shown whole and in parts. */
export function pictureName({ file, crop }: Pick<Picture, 'file' | 'crop'>): string {
  return crop === undefined ? file : `${file} (${crop.ratio}:1 around ${crop.focus.join(', ')})`;
}

/** `16:9`; null for what is no ratio, or one that no picture is shown in. */
export function ratioOf(text: string): number | null {
  const [, width, height] = /^(\d{1,4}(?:\.\d{1,4})?):(\d{1,4}(?:\.\d{1,4})?)$/.exec(text) ?? [];
  const ratio = Number(width) / Number(height);
  return ratio >= 0.1 && ratio <= 10 ? ratio : null;
}
