/** A picture as the document holds it. */

/** A picture file of the project, read and known to be one. */
export interface Picture {
  /** Path relative to the project folder. */
  readonly file: string;
  readonly format: 'png' | 'jpeg' | 'svg';
  /** Pixels; for SVG its CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** The same in the more pixels that a press makes use of, as PNG or JPEG; without it the press gets what all get. */
  readonly press?: { readonly width: number; readonly height: number; readonly bytes: Uint8Array } | undefined;
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
