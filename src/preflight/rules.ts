/** All rules of the folder, in the order in which they are told. tests/codes writes this list. */
import type { PressRule } from './rule.ts';
import { blackKnocksOut, richBlackText, whiteOverprints } from './rules/black-text.ts';
import { bleedUnfilled } from './rules/bleed-unfilled.ts';
import { bleedTooSmall, noTrimBox, pageCount } from './rules/boxes.ts';
import { contentDamaged } from './rules/content-damaged.ts';
import { fontNotEmbedded, type3Font } from './rules/fonts.ts';
import { hairline } from './rules/hairline.ts';
import { inkTotal } from './rules/ink-total.ts';
import { annotation, script } from './rules/interactive.ts';
import { notPdfX } from './rules/not-pdf-x.ts';
import { outputIntent } from './rules/output-intent.ts';
import { pictureCoarse, pictureTooCoarse } from './rules/picture-resolution.ts';
import { rgbColor } from './rules/rgb-color.ts';
import { safeArea } from './rules/safe-area.ts';
import { smallTextInks } from './rules/small-text-inks.ts';

export const rules: readonly PressRule[] = [
  contentDamaged,
  outputIntent,
  script,
  notPdfX,
  noTrimBox,
  bleedTooSmall,
  bleedUnfilled,
  pageCount,
  annotation,
  fontNotEmbedded,
  type3Font,
  rgbColor,
  inkTotal,
  whiteOverprints,
  richBlackText,
  blackKnocksOut,
  pictureTooCoarse,
  pictureCoarse,
  hairline,
  smallTextInks,
  safeArea,
];
