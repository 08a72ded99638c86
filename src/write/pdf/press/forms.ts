/** Which pages stand where on the sheets of a press. Lengths in points, from the trimmed sheet's left. */

/** One side of a sheet as it is printed. */
export interface PressForm {
  /** Of the sheet as it is trimmed, or of all that is on it. */
  readonly width: number;
  readonly height: number;
  /** From 1. */
  readonly sheet: number;
  /** `both` where one form prints both sides of the paper, which is turned between (work and turn). */
  readonly side: 'front' | 'back' | 'both';
  readonly placed: readonly PlacedOnForm[];
  readonly folds: readonly number[];
  /** Where it is cut besides its edges. */
  readonly cuts: readonly number[];
  readonly spine?: { readonly x: number; readonly width: number };
}

export interface PlacedOnForm {
  /** From 0. */
  readonly page: number;
  /** Where the trimmed page begins. */
  readonly x: number;
  /** What of it is shown: with its bleed, but no further than to its neighbour. */
  readonly from: number;
  readonly to: number;
}

interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
}

/** The pages (from 0) of each side of the sheets, outermost first: front and back, left and right. */
export function saddleOrder(pages: number): (readonly [left: number, right: number])[] {
  return Array.from({ length: pages / 4 }, (_, sheet): (readonly [number, number])[] => {
    const [first, last] = [2 * sheet, pages - 1 - 2 * sheet];
    return [
      [last, first],
      [first + 1, last - 1],
    ];
  }).flat();
}

/**
 * For saddle stitch: two pages on each side of a sheet, so that the sheets, folded within each other, read on. The knife cuts
 * all sheets at once: the inner ones, pushed out by `creep` for each sheet around them, lose this much, so their pages move to the
 * fold by it.
 */
export function saddleForms(pages: number, { width, height, bleed }: PageSize, creep: number): readonly PressForm[] {
  if (pages % 4 !== 0) throw new Error(`${pages} pages make no whole sheets`);
  return saddleOrder(pages).map(([left, right], side) => {
    const sheet = Math.floor(side / 2);
    const shift = sheet * creep;
    return {
      width: 2 * width,
      height,
      sheet: sheet + 1,
      side: side % 2 === 0 ? 'front' : 'back',
      placed: [
        { page: left, x: shift, from: -bleed, to: width },
        { page: right, x: width - shift, from: width, to: 2 * width + bleed },
      ],
      folds: [width],
      cuts: [],
    };
  });
}

/**
 * Work and turn: the front and the back of a leaf beside each other on one form. The paper is printed with it, turned over
 * sideways, printed with it again and cut in two: each half is the whole leaf.
 */
export function turnedForms(
  pages: number,
  { width, height, bleed }: PageSize,
  folded: readonly (readonly number[])[],
): readonly PressForm[] {
  const middle = width + bleed;
  return Array.from({ length: Math.ceil(pages / 2) }, (_, sheet) => ({
    width: 2 * middle,
    height,
    sheet: sheet + 1,
    side: 'both',
    placed: [
      { page: 2 * sheet, x: 0, from: -bleed, to: middle },
      { page: 2 * sheet + 1, x: middle + bleed, from: middle, to: 2 * middle + bleed },
    ].filter(({ page }) => page < pages),
    folds: [0, 1].flatMap((half) => folded[2 * sheet + half]?.map((x) => half * (middle + bleed) + x) ?? []),
    cuts: [width, middle + bleed],
  }));
}

/** The inner pages of a book that is glued, one on a form. What is milled off its back is the bleed there. */
export function blockForms(pages: number, { width, height, bleed }: PageSize): readonly PressForm[] {
  return Array.from({ length: pages - 2 }, (_, index) => ({
    width,
    height,
    sheet: Math.floor(index / 2) + 1,
    side: index % 2 === 0 ? 'front' : 'back',
    placed: [{ page: index + 1, x: 0, from: -bleed, to: width + bleed }],
    folds: [],
    cuts: [],
  }));
}

/** Its cover: the back, the spine and the front in one piece. The front's own ground goes on over the spine. */
export function coverForm(pages: number, { width, height, bleed }: PageSize, spine: number): PressForm {
  return {
    width: 2 * width + spine,
    height,
    sheet: 1,
    side: 'front',
    placed: [
      { page: pages - 1, x: 0, from: -bleed, to: width },
      { page: 0, x: width + spine, from: width, to: 2 * width + spine + bleed },
    ],
    folds: [width, width + spine],
    cuts: [],
    spine: { x: width, width: spine },
  };
}
