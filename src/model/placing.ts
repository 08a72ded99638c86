/** Pictures that are less wide than the text: they stand at a side of it, with their captions beside them. */

/** Their parts of the text's width. */
export const widths = { third: 1 / 3, half: 1 / 2, 'two-thirds': 2 / 3 } as const;
export type PictureWidth = keyof typeof widths;
export const widthNames = Object.keys(widths) as [PictureWidth, ...PictureWidth[]];

export const sides = ['left', 'right'] as const;
export type PictureSide = (typeof sides)[number];

export interface PicturePlacing {
  readonly width: PictureWidth;
  readonly side: PictureSide;
}
