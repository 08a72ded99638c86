/** All rules of the folder, in the order in which they are told. tests/codes writes this list. */
import type { PressRule } from './rule.ts';
import { blackKnocksOut, richBlackText, whiteOverprints } from './rules/black-text.ts';
import { bleedUnfilled } from './rules/bleed-unfilled.ts';
import { blendSpace } from './rules/blend-space.ts';
import { bleedTooSmall, noMediaBox, noTrimBox, pageCount } from './rules/boxes.ts';
import { contentDamaged } from './rules/content-damaged.ts';
import { cropBox } from './rules/crop-box.ts';
import { finishKnocksOut } from './rules/finish-knocks-out.ts';
import { fontDamaged, fontNotEmbedded, type3Font } from './rules/fonts.ts';
import { hairline } from './rules/hairline.ts';
import { inkTotal } from './rules/ink-total.ts';
import { inkUnread } from './rules/ink-unread.ts';
import { annotation, script } from './rules/interactive.ts';
import { notPdfX } from './rules/not-pdf-x.ts';
import { outputIntent } from './rules/output-intent.ts';
import { overprintMode } from './rules/overprint-mode.ts';
import { pdfxActions } from './rules/pdfx-actions.ts';
import { pdfxAlternates } from './rules/pdfx-alternates.ts';
import { pdfxBlendModes } from './rules/pdfx-blend-modes.ts';
import { pdfxBoxes } from './rules/pdfx-boxes.ts';
import { pdfxDates } from './rules/pdfx-dates.ts';
import { pdfxEmbeddedFiles } from './rules/pdfx-embedded-files.ts';
import { pdfxExternal } from './rules/pdfx-external.ts';
import { pdfxFileId } from './rules/pdfx-file-id.ts';
import { pdfxHalftones } from './rules/pdfx-halftones.ts';
import { pdfxIdentification } from './rules/pdfx-identification.ts';
import { pdfxIntents } from './rules/pdfx-intents.ts';
import { pdfxLayers } from './rules/pdfx-layers.ts';
import { pdfxMetadata } from './rules/pdfx-metadata.ts';
import { pdfxOpi } from './rules/pdfx-opi.ts';
import { pdfxPdfVersion } from './rules/pdfx-pdf-version.ts';
import { pdfxPostScript } from './rules/pdfx-postscript.ts';
import { pdfxProfiles } from './rules/pdfx-profiles.ts';
import { pdfxReference } from './rules/pdfx-reference.ts';
import { pdfxTransfer } from './rules/pdfx-transfer.ts';
import { pdfxTrapped } from './rules/pdfx-trapped.ts';
import { pdfxVersion } from './rules/pdfx-version.ts';
import { pdfxXfa } from './rules/pdfx-xfa.ts';
import { pictureDamaged } from './rules/picture-damaged.ts';
import { pictureCoarse, pictureDistorted, pictureFine, pictureTooCoarse } from './rules/picture-resolution.ts';
import { registrationColour } from './rules/registration-colour.ts';
import { repaired } from './rules/repaired.ts';
import { resourceMissing } from './rules/resource-missing.ts';
import { greyProfile, profileColor, rgbColor, rgbProfile } from './rules/rgb-color.ts';
import { safeArea } from './rules/safe-area.ts';
import { smallTextInks } from './rules/small-text-inks.ts';
import { spotAlternates, spotCount, spotLight, spotNames } from './rules/spot-names.ts';
import { thinLineInks } from './rules/thin-line-inks.ts';
import { tinyText } from './rules/tiny-text.ts';
import { userUnit } from './rules/user-unit.ts';

export const rules: readonly PressRule[] = [
  repaired,
  contentDamaged,
  pictureDamaged,
  resourceMissing,
  outputIntent,
  script,
  notPdfX,
  pdfxVersion,
  pdfxIdentification,
  pdfxMetadata,
  pdfxDates,
  pdfxTrapped,
  pdfxIntents,
  pdfxPdfVersion,
  pdfxFileId,
  pdfxBoxes,
  pdfxProfiles,
  pdfxBlendModes,
  pdfxTransfer,
  pdfxHalftones,
  pdfxAlternates,
  pdfxOpi,
  pdfxPostScript,
  pdfxReference,
  pdfxExternal,
  pdfxXfa,
  pdfxActions,
  pdfxEmbeddedFiles,
  pdfxLayers,
  noMediaBox,
  noTrimBox,
  cropBox,
  userUnit,
  bleedTooSmall,
  bleedUnfilled,
  pageCount,
  annotation,
  fontNotEmbedded,
  fontDamaged,
  type3Font,
  rgbColor,
  rgbProfile,
  registrationColour,
  blendSpace,
  spotNames,
  spotAlternates,
  spotCount,
  finishKnocksOut,
  inkTotal,
  inkUnread,
  whiteOverprints,
  richBlackText,
  blackKnocksOut,
  overprintMode,
  pictureTooCoarse,
  pictureCoarse,
  pictureDistorted,
  hairline,
  thinLineInks,
  smallTextInks,
  tinyText,
  safeArea,
  pictureFine,
  greyProfile,
  profileColor,
  spotLight,
];
