/** The pictures of an input of the judges, as Chromium paints their own files. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * @typedef {object} Painting
 * @property {string} sheet A PNG.
 * @property {readonly number[]} box Left, top, right and bottom in its pixels.
 * @property {number} [ratio] Width by height of the place that it fills, where the file says that beside it.
 */

/** @param {string} input a data file of one section @returns {Promise<readonly string[]>} its pictures in order */
export async function picturesOf(input) {
  const { sections } = JSON.parse(await readFile(input, 'utf8'));
  return sections[0].blocks.map((/** @type {{ src: string }} */ { src }) => join(dirname(input), src));
}

/** @param {string} name @param {Uint8Array} bytes */
export function dataUrl(name, bytes) {
  const type = name.endsWith('.svg') ? 'svg+xml' : name.endsWith('.png') ? 'png' : 'jpeg';
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/**
 * Pictures side by side on one white sheet.
 *
 * @param {any} browser
 * @param {string} sheet to be written
 * @param {readonly string[]} urls
 * @param {number | null} width of each in pixels; null leaves them as large as they are
 * @returns {Promise<readonly Painting[]>}
 */
export async function paintedAlone(browser, sheet, urls, width) {
  const page = await browser.newPage({ viewport: { width: 4000, height: 1000 } });
  const size = width === null ? '' : `width:${width}px`;
  const images = urls.map((url) => `<img style="${size}" src="${url}">`);
  const style = 'margin:0;background:#fff;display:flex;flex-wrap:wrap;gap:4px;align-items:start';
  await page.setContent(`<!doctype html><body style="${style}">${images.join('')}`);
  await decodeAll(page);
  await page.screenshot({ path: sheet, fullPage: true });
  const boxes = await boxesOf(page);
  await page.close();
  return boxes.map((box) => ({ sheet, box }));
}

/** @param {any} page */
export async function decodeAll(page) {
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
}

/** Of all pictures that stand in a figure, or on a sheet of pictures alone. @param {any} page @returns {Promise<number[][]>} */
export function boxesOf(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('figure img, body > img')].map((image) => {
      const { left, top, right, bottom } = image.getBoundingClientRect();
      return [left, top, right, bottom];
    }),
  );
}

/** @param {string} file */
export const nameOf = (file) => basename(file);
