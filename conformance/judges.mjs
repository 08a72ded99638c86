/**
 * The judges: programs that did not grow with the writers and decide whether a finished file is what it should be.
 *
 * @typedef {'pdf' | 'print.pdf' | 'docx' | 'html' | 'epub' | 'brf' | 'pef' | 'xjdf'} Format By which a file's name ends; a print.pdf is a pdf too.
 *
 * @typedef {object} Finding
 * @property {string} rule What is wrong, by its stable name: a clause, a rule of the judge's, a code of ours.
 * @property {string} message
 * @property {string} [where]
 * @property {number} [count]
 * @property {boolean} [question] For a person to answer: the judge can't decide it. Not a failure, and not a pass.
 *
 * @typedef {object} Judge
 * @property {string} name
 * @property {Format} format
 * @property {RegExp} [files] Those of the format that it judges, by their paths in the folder, where these are not all.
 * @property {() => Promise<string | null>} available Why it can't run on this machine, or null.
 * @property {(files: readonly string[]) => Promise<readonly (readonly Finding[])[]>} judge What it finds, for each file
 *   in the same order; many at once, because most take longer to start than to judge. Throws if it can't do its work.
 *
 * @typedef {object} Result What came of one file before one judge, or of one planted fault.
 * @property {string} judge
 * @property {string} file
 * @property {string} [sha256] Of the file, in hexadecimal: an accessibility report takes a verdict for these bytes alone.
 * @property {'passed' | 'failed' | 'not run'} verdict
 * @property {string} [reason] Why it did not run.
 * @property {readonly Finding[]} findings
 */
import { ace } from './judges/ace.mjs';
import { axe } from './judges/axe.mjs';
import { braille } from './judges/braille.mjs';
import { docxAccessibility } from './judges/docx-accessibility.mjs';
import { epubCheck } from './judges/epubcheck.mjs';
import { large } from './judges/large.mjs';
import { libreOffice } from './judges/libreoffice.mjs';
import { nu } from './judges/nu.mjs';
import { openXmlSdk } from './judges/open-xml-sdk.mjs';
import { openXmlAudit } from './judges/openxml-audit.mjs';
import { page } from './judges/page.mjs';
import { pdfStructure } from './judges/pdf-structure.mjs';
import { pictures } from './judges/pictures.mjs';
import { poppler } from './judges/poppler.mjs';
import { press } from './judges/press.mjs';
import { qpdf } from './judges/qpdf.mjs';
import { letters, readers } from './judges/readers.mjs';
import { separations } from './judges/separations.mjs';
import { sheets } from './judges/sheets.mjs';
import { veraPdf } from './judges/verapdf.mjs';
import { xjdf } from './judges/xjdf.mjs';

/** @type {readonly Judge[]} */
export const judges = [
  veraPdf,
  pdfStructure,
  ...pictures,
  ...large,
  press,
  separations,
  ...sheets,
  xjdf,
  poppler,
  readers,
  letters,
  qpdf,
  axe,
  page,
  nu,
  openXmlSdk,
  openXmlAudit,
  docxAccessibility,
  libreOffice,
  epubCheck,
  ace,
  ...braille,
];
