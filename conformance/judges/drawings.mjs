/**
 * Whether drawings look in finished documents as they do in a browser: each of a suite is painted by Chromium as its file is,
 * and compared by pixels with what poppler paints of the PDFs, and with both the SVG and the PNG of the DOCX.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { noChromium, withChromium } from '../browser/chromium.mjs';
import { figuresOfPdf, picturesOfDocx } from '../drawings/painted.mjs';
import { python, root } from '../places.mjs';
import { missing } from '../process.mjs';

export const suite = join(root, 'tests', 'fixtures', 'drawings', 'data', 'document');

/** Pixels of a drawing that may differ, in thousandths. */
const mostDiffering = 5;
/**
 * How far parts of a colour, 0 to 255, may lie apart. Inks look another way on every screen: of a print edition this finds what
 * is missing, at another place, black or white.
 */
const tolerance = { screen: 40, press: 120 };
/** The width at which drawings are compared. */
const width = 480;

/** @type {import('../judges.mjs').Judge} */
export const drawings = {
  name: 'drawings',
  format: 'pdf',
  available: async () => (await noChromium()) ?? missing({ programs: ['pdftoppm'], files: [python] }),
  files: /(?:^|\/)drawings\.en\.(?:print\.)?pdf$|(?:^|\/)drawings\.en\.docx$/,
  judge: (files) =>
    withChromium(async (browser) => {
      const page = await browser.newPage();
      const names = await drawn();
      const originals = [];
      for (const name of names) originals.push(await paint(page, await readFile(join(suite, name), 'utf8')));
      const found = [];
      for (const file of files) found.push(await judgeFile(page, file, names, originals));
      return found;
    }),
};

/** The drawings in the order of the document. @returns {Promise<string[]>} */
async function drawn() {
  const { sections } = JSON.parse(await readFile(join(suite, 'drawings.json'), 'utf8'));
  return sections[0].blocks.map((/** @type {{ src: string }} */ { src }) => src);
}

/** @param {any} page @param {string} file @param {readonly string[]} names @param {readonly Uint8Array[]} originals */
async function judgeFile(page, file, names, originals) {
  const work = await mkdtemp(join(tmpdir(), 'etrati-drawings-'));
  try {
    const painted = file.endsWith('.docx')
      ? await paintDocx(page, file)
      : [{ as: '', pictures: await figuresOfPdf(file, work) }];
    const most = file.endsWith('.print.pdf') ? tolerance.press : tolerance.screen;
    const found = [];
    for (const { as, pictures } of painted) {
      if (pictures.length !== names.length) {
        found.push({
          rule: 'drawing-count',
          message: `${pictures.length} drawings${as}, not ${names.length}`,
          where: file,
        });
        continue;
      }
      for (const [index, name] of names.entries()) {
        const share = await differing(originals[index] ?? new Uint8Array(), pictures[index] ?? new Uint8Array(), most);
        if (share * 1000 <= mostDiffering) continue;
        const message = `${Math.round(share * 1000) / 10} % of the pixels are not as in a browser`;
        found.push({ rule: 'drawing-differs', message, where: `${name}${as}` });
      }
    }
    return found;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {any} page @param {string} file */
async function paintDocx(page, file) {
  const pictures = await picturesOfDocx(file);
  const svgs = [];
  for (const { svg, png } of pictures) svgs.push(svg === null ? png : await paint(page, svg));
  return [
    { as: ' (SVG)', pictures: svgs },
    { as: ' (PNG)', pictures: pictures.map(({ png }) => png) },
  ];
}

/** As an image on a white page, which is how documents show it. @param {any} page @param {string} svg */
async function paint(page, svg) {
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setViewportSize({ width: 600, height: 600 });
  await page.setContent(
    `<body style="margin:0;background:#fff"><img style="display:block;width:${width}px;height:auto" src="${address}">`,
  );
  await page.evaluate(() => document.images[0]?.decode().then(() => null));
  return new Uint8Array(await page.locator('img').screenshot());
}

/**
 * The share of pixels that are nothing like the other picture there or right beside it, where edges may fall.
 *
 * @param {Uint8Array} original @param {Uint8Array} painted @param {number} most
 */
async function differing(original, painted, most) {
  const { height = 1 } = await sharp(original).metadata();
  const pixels = async (/** @type {Uint8Array} */ bytes) => {
    const flat = sharp(bytes).flatten({ background: '#fff' }).resize(width, height, { fit: 'fill' });
    return flat.removeAlpha().toColourspace('srgb').raw().toBuffer();
  };
  const [one, other] = [await pixels(original), await pixels(painted)];
  const isLike = (/** @type {number} */ a, /** @type {number} */ b) =>
    [0, 1, 2].every((part) => Math.abs((one[3 * a + part] ?? 0) - (other[3 * b + part] ?? 0)) <= most);
  let count = 0;
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const around = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => [x + right, y + down]));
    const inside = around.filter(([right = 0, down = 0]) => right >= 0 && right < width && down >= 0 && down < height);
    if (!isLike(at, at) && !inside.some(([right = 0, down = 0]) => isLike(at, down * width + right))) count += 1;
  }
  return count / (width * height);
}
