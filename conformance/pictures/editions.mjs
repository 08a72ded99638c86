/** The pictures of finished files, as the programs paint them that do not know how they were written. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { open } from '../browser/chromium.mjs';
import { part, readDocx } from '../docx.mjs';
import { conformance, python } from '../places.mjs';
import { run } from '../process.mjs';
import { boxesOf, dataUrl, decodeAll, paintedAlone } from './originals.mjs';

/**
 * @typedef {import('./originals.mjs').Painting} Painting
 * @typedef {object} Way
 * @property {string} file
 * @property {string} folder for sheets
 * @property {any} browser
 * @property {number} resolution of pages, in dots per inch
 * @property {number | null} width of pictures that have no place of their own, in pixels; null for their own size
 */

/** By poppler. @param {Way} way @returns {Promise<readonly Painting[]>} */
export async function paintedPdf({ file, folder, resolution }) {
  await checkedRun('pdftoppm', ['-cropbox', '-r', `${resolution}`, '-png', file, join(folder, 'page')]);
  return figuresOn(file, folder, resolution);
}

/** By Ghostscript, through the profile inside the file. @param {Way} way @returns {Promise<readonly Painting[]>} */
export async function paintedPrint({ file, folder, resolution }) {
  const device = ['-sDEVICE=png16m', `-r${resolution}`, '-dTextAlphaBits=4', '-dGraphicsAlphaBits=4'];
  const press = ['-dUseCropBox', '-dUsePDFX3Profile', '-dOverprint=/simulate'];
  const output = `-sOutputFile=${join(folder, 'page-%03d.png')}`;
  await checkedRun('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', ...device, ...press, output, file]);
  return figuresOn(file, folder, resolution);
}

/** Where the tags say that figures are. @param {string} file @param {string} folder @param {number} resolution */
async function figuresOn(file, folder, resolution) {
  const { stdout } = await checkedRun(python, ['-B', join(conformance, 'pictures', 'figures.py'), file]);
  const sheets = new Map(
    (await readdir(folder)).map((name) => [Number(/(\d+)\.png$/.exec(name)?.[1]), join(folder, name)]),
  );
  /** @type {[number, number, number, number, number, number][][]} */
  const [figures = []] = JSON.parse(stdout);
  const dots = resolution / 72;
  return figures.map(([page, left, bottom, right, top, height]) => ({
    sheet: sheets.get(page) ?? '',
    box: [left, height - top, right, height - bottom].map((side) => side * dots),
  }));
}

/** What Word shows; then, of drawings, what programs show that know no SVG. @param {Way} way */
export async function paintedDocx({ file, folder, browser, width }) {
  const docx = await readDocx(file);
  const relations = new Map(
    [...part(docx, 'word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      /Id="([^"]+)"/.exec(tag)?.[1] ?? '',
      `word/${/Target="([^"]+)"/.exec(tag)?.[1] ?? ''}`,
    ]),
  );
  const shown = [...part(docx, 'word/document.xml').matchAll(/<w:drawing>.*?<\/w:drawing>/gs)].map(([drawing]) => {
    const [, across, down] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(drawing) ?? [];
    const raster = /<a:blip [^>]*r:embed="([^"]+)"/.exec(drawing)?.[1] ?? '';
    const drawn = /svgBlip [^>]*r:embed="([^"]+)"/.exec(drawing)?.[1];
    return { raster, drawn, ratio: Number(across) / Number(down) };
  });
  const isDrawn = shown.some(({ drawn }) => drawn !== undefined);
  const all = [
    ...(isDrawn ? shown.map(({ drawn, raster }) => drawn ?? raster) : []),
    ...shown.map(({ raster }) => raster),
  ];
  const urls = all.map((id) => dataUrl(relations.get(id) ?? '', docx[relations.get(id) ?? ''] ?? new Uint8Array()));
  const paintings = await paintedAlone(browser, join(folder, 'media.png'), urls, width);
  return paintings.map((painting, index) => ({ ...painting, ratio: shown[index % shown.length]?.ratio ?? 0 }));
}

/** A window and the pictures that are in it at once. Pixels of the screen for one of the page. */
const window = { size: { width: 1280, height: 4000 }, pictures: 12, scale: 2 };

/** @param {Way} way @returns {Promise<readonly Painting[]>} */
export async function paintedHtml({ file, folder, browser }) {
  const { page } = await open(browser, file, {
    ...{ viewport: window.size, deviceScaleFactor: window.scale, colorScheme: 'light', bypassCSP: true },
  });
  // Rounded corners are the theme's; a picture made larger is to keep its pixels apart.
  await page.addStyleTag({ content: 'img { border-radius: 0 !important; image-rendering: pixelated }' });
  await decodeAll(page);
  const { length } = await boxesOf(page);
  const paintings = [];
  for (let from = 0; from < length; from += window.pictures) {
    const sheet = join(folder, `${from}.png`);
    await page
      .locator('figure img')
      .nth(from)
      .evaluate((/** @type {Element} */ image) => image.scrollIntoView(true));
    await page.screenshot({ path: sheet });
    const boxes = (await boxesOf(page)).slice(from, from + window.pictures);
    paintings.push(...boxes.map((box) => ({ sheet, box: box.map((side) => side * window.scale) })));
  }
  await page.context().close();
  return paintings;
}

/** @param {string} command @param {readonly string[]} args */
export async function checkedRun(command, args) {
  const result = await run(command, args);
  if (result.code !== 0) throw new Error(`${command}: ${result.stderr}`);
  return result;
}
