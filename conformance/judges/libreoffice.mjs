/**
 * LibreOffice, a word processor that is not Word: it must open a DOCX, set it in the fonts that the file brings, show all
 * its text, and carry its headings, lists, pictures and languages into a tagged PDF of its own.
 */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
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
      const opened = await Promise.all(files.map((file, index) => openedIn(file, join(folder, `${index}`))));
      for (const group of groupsOf(opened)) await convert(group, join(folder, 'profile'));
      // One that brings the program down takes those after it along: they are tried again alone.
      for (const one of opened)
        if (one.docx !== null && !(await isThere(one.pdf)))
          one.complaint = await convert([one], join(folder, 'profile'));
      return await judgeOpened(opened);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/**
 * @typedef {object} Opened
 * @property {string} file
 * @property {string} folder where it is converted to
 * @property {Awaited<ReturnType<typeof readDocx>> | null} docx
 * @property {readonly string[]} families that it brings
 * @property {string} pdf
 * @property {string} complaint
 *
 * @param {string} file @param {string} folder @returns {Promise<Opened>}
 */
async function openedIn(file, folder) {
  await mkdir(folder);
  const docx = await readDocx(file).catch(() => null);
  const pdf = join(folder, basename(file).replace(/docx$/, 'pdf'));
  return { file, folder, docx, families: docx === null ? [] : embeddedFamilies(docx), pdf, complaint: '' };
}

/**
 * Those that one start of the program can convert: they bring the same families, and none has the name of another.
 *
 * @param {readonly Opened[]} opened
 */
function groupsOf(opened) {
  /** @type {Opened[][]} */
  const groups = [];
  for (const one of opened) {
    if (one.docx === null) continue;
    const group = groups.find(
      ([first, ...others]) =>
        first !== undefined &&
        first.families.join() === one.families.join() &&
        [first, ...others].every(({ file }) => basename(file) !== basename(one.file)),
    );
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

/** @param {readonly Opened[]} opened @returns {Promise<import('../judges.mjs').Finding[][]>} */
async function judgeOpened(opened) {
  const isMade = await Promise.all(opened.map(({ pdf }) => isThere(pdf)));
  const made = opened.filter((_, index) => isMade[index]).map(({ pdf }) => pdf);
  // One start of veraPDF for all.
  const semantic = made.length === 0 ? [] : await veraPdf.judge(made);
  const found = [];
  for (const [index, { docx, families, pdf, complaint }] of opened.entries()) {
    if (docx === null) found.push([{ rule: 'unreadable', message: 'not a DOCX' }]);
    else if (!isMade[index]) found.push([{ rule: 'not-opened', message: complaint }]);
    else {
      const { stdout } = await run('pdftotext', [pdf, '-']);
      found.push([
        ...(await fontFaults(pdf, families)),
        ...textFaults(stdout, textOf(docx)),
        ...pageFaults(stdout),
        ...semanticFaults(semantic[made.indexOf(pdf)] ?? []),
      ]);
    }
  }
  return found;
}

/**
 * Converts in a profile of its own and without the embedded families, should this machine have them: what is shown in
 * them then comes out of the file.
 *
 * @param {readonly Opened[]} group
 * @param {string} profile
 */
async function convert(group, profile) {
  const [first] = group;
  if (first === undefined) return '';
  const { families: hidden, folder } = first;
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
      ...group.map(({ file }) => file),
    ],
    { env: { FONTCONFIG_FILE: fontconfig }, minutes: 10 },
  ).catch((error) => ({ stderr: error instanceof Error ? error.message : String(error) }));
  for (const one of group) {
    const made = join(folder, basename(one.pdf));
    if (one !== first && (await isThere(made))) await rename(made, one.pdf);
  }
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

/** @param {string} text @param {string} expected */
function textFaults(text, expected) {
  const words = lost(expected, text);
  return words.length === 0 ? [] : [{ rule: 'text-lost', message: words.join(' ') }];
}

/** @param {string} text */
function pageFaults(text) {
  // pdftotext ends each page with a form feed.
  const blank = text
    .split('\f')
    .slice(0, -1)
    .findIndex((page) => page.trim() === '');
  return blank === -1 ? [] : [{ rule: 'blank-page', message: `page ${blank + 1} says nothing` }];
}

/** @param {readonly import('../judges.mjs').Finding[]} found by veraPDF */
function semanticFaults(found) {
  return found.filter(({ rule }) => rule.startsWith('ua1') && !exportersOwn.includes(rule.replace('ua1 ', '')));
}
