/**
 * LibreOffice, a word processor that is not Word: it must open a DOCX, set it in the fonts that the file brings, show all
 * its text, and carry its headings, lists, pictures and languages into a tagged PDF of its own.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { embeddedFamilies, readDocx, textOf } from '../docx.mjs';
import { find, isThere, missing, run } from '../process.mjs';
import { lost } from '../words.mjs';
import { fontsOf } from './poppler.mjs';
import { veraPdf } from './verapdf.mjs';

/**
 * What LibreOffice's own exporter gets wrong whatever it is given (tried with 7.4): descriptions and tab order of links,
 * notes, decorative pictures, bordered paragraphs.
 */
const exportersOwn = ['7.18.3-1', '7.18.5-1', '7.18.5-2', '7.9-1', '7.9-2', '7.3-1', '7.1-3'];

/** @type {import('../judges.mjs').Judge} */
export const libreOffice = {
  name: 'libreoffice',
  format: 'docx',
  available: async () =>
    (await missing({ programs: ['soffice', 'pdffonts', 'pdftotext', 'pdfinfo'] })) ?? (await veraPdf.available()),
  judge: async (files) => {
    const folder = await mkdtemp(join(tmpdir(), 'etrati-libreoffice-'));
    try {
      const found = [];
      for (const [index, file] of files.entries())
        found.push(await judgeOne(file, join(folder, `${index}`), join(folder, 'profile')));
      return found;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** @param {string} file @param {string} folder @param {string} profile */
async function judgeOne(file, folder, profile) {
  await mkdir(folder);
  const docx = await readDocx(file).catch(() => null);
  if (docx === null) return [{ rule: 'unreadable', message: 'not a DOCX' }];
  const families = embeddedFamilies(docx);
  const pdf = join(folder, basename(file).replace(/docx$/, 'pdf'));
  const complaint = await convert(file, folder, profile, families);
  if (!(await isThere(pdf))) return [{ rule: 'not-opened', message: complaint }];
  return [
    ...(await fontFaults(pdf, families)),
    ...(await textFaults(pdf, textOf(docx))),
    ...(await pageFaults(pdf)),
    ...(await semanticFaults(pdf)),
  ];
}

/**
 * Converts in a profile of its own and without the embedded families, should this machine have them: what is shown in
 * them then comes out of the file.
 *
 * @param {string} file
 * @param {string} folder
 * @param {string} profile
 * @param {readonly string[]} hidden
 */
async function convert(file, folder, profile, hidden) {
  const patterns = hidden.map(
    (family) => `<pattern><patelt name="family"><string>${family}</string></patelt></pattern>`,
  );
  const rejected = `<selectfont><rejectfont>${patterns.join('')}</rejectfont></selectfont>`;
  const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  const fontconfig = join(folder, 'fonts.conf');
  await writeFile(fontconfig, `<?xml version="1.0"?><fontconfig>${system}${rejected}</fontconfig>`);
  const on = { type: 'boolean', value: 'true' };
  const filter = JSON.stringify({ UseTaggedPDF: on, PDFUACompliance: on, ExportBookmarks: on });
  const { stderr } = await run(
    (await find('soffice')) ?? 'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      `pdf:writer_pdf_Export:${filter}`,
      '--outdir',
      folder,
      file,
    ],
    { env: { FONTCONFIG_FILE: fontconfig } },
  );
  return stderr.trim();
}

/** @param {string} pdf @param {readonly string[]} families */
async function fontFaults(pdf, families) {
  if (families.length === 0) return [{ rule: 'no-embedded-font', message: 'the file brings no font' }];
  const plain = (/** @type {string} */ name) =>
    name
      .replace(/^[A-Z]{6}\+/, '')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase();
  const own = families.map(plain);
  const names = (await fontsOf(pdf)).map(({ name }) => name);
  const strange = names.filter((name) => !own.some((family) => plain(name).startsWith(family)));
  const unused = families.filter((family) => !names.some((name) => plain(name).startsWith(plain(family))));
  return [
    ...unused.map((family) => ({ rule: 'font-not-shown', message: `${family} is embedded and not shown` })),
    ...strange.map((name) => ({ rule: 'font-fallback', message: `${name} is shown and not embedded` })),
  ];
}

/** @param {string} pdf @param {string} expected */
async function textFaults(pdf, expected) {
  const { stdout } = await run('pdftotext', [pdf, '-']);
  const words = lost(expected, stdout);
  return words.length === 0 ? [] : [{ rule: 'text-lost', message: words.join(' ') }];
}

/** @param {string} pdf */
async function pageFaults(pdf) {
  const { stdout } = await run('pdftotext', [pdf, '-']);
  // pdftotext ends each page with a form feed.
  const blank = stdout
    .split('\f')
    .slice(0, -1)
    .findIndex((page) => page.trim() === '');
  return blank === -1 ? [] : [{ rule: 'blank-page', message: `page ${blank + 1} says nothing` }];
}

/** @param {string} pdf */
async function semanticFaults(pdf) {
  const [found = []] = await veraPdf.judge([pdf]);
  return found.filter(({ rule }) => rule.startsWith('ua1') && !exportersOwn.includes(rule.replace('ua1 ', '')));
}
