/**
 * Whether pictures look in finished files as their own files do in a browser, pixel by pixel. `drawings` holds the SVGs of
 * `tests/fixtures/drawings` against all editions; `rasters`, every kind of PNG and JPEG against all but print, which refuses so
 * small ones. An ink picture that names no profile is not among them: browsers have no answer to what it looks like.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noChromium, withChromium } from '../browser/chromium.mjs';
import { checkedRun, paintedDocx, paintedHtml, paintedPdf, paintedPrint } from '../pictures/editions.mjs';
import { dataUrl, nameOf, paintedAlone, picturesOf } from '../pictures/originals.mjs';
import { conformance, python, root } from '../places.mjs';
import { missing } from '../process.mjs';

/**
 * @typedef {import('../pictures/originals.mjs').Painting} Painting
 * @typedef {object} Matter
 * @property {'drawings' | 'rasters'} name of the judge
 * @property {Readonly<Record<string, string>>} inputs Data files by the names of what is built from them. The few are what faults are
 *   planted in.
 * @property {number} resolution of pages, in dots per inch
 * @property {number | null} width
 */

const inputs = join(conformance, 'inputs', 'pictures');

/** @type {Matter} */
const drawings = {
  name: 'drawings',
  inputs: {
    'drawings-few': join(inputs, 'drawings-few.json'),
    drawings: join(root, 'tests', 'fixtures', 'drawings', 'data', 'document', 'drawings.json'),
  },
  // A line of text is 7 inches wide: some pixels of a page make one that is compared.
  resolution: 110,
  width: 360,
};

/** @type {Matter} */
const rasters = {
  name: 'rasters',
  inputs: { 'rasters-few': join(inputs, 'rasters-few.json'), rasters: join(inputs, 'rasters.json') },
  // From there on poppler paints each pixel as a square: they are 40 to a line.
  resolution: 36,
  width: null,
};

const profile = join(root, 'icc', 'fogra39.icc');

/** @type {readonly import('../judges.mjs').Judge[]} */
export const pictures = [
  judgeOf(drawings, 'pdf', /(?<!print)\.pdf$/, 'pdftoppm', paintedPdf),
  judgeOf(drawings, 'print.pdf', /\.print\.pdf$/, 'gs', paintedPrint),
  judgeOf(drawings, 'docx', /\.docx$/, null, paintedDocx),
  judgeOf(drawings, 'html', /\.html$/, null, paintedHtml),
  judgeOf(rasters, 'pdf', /(?<!print)\.pdf$/, 'pdftoppm', paintedPdf),
  judgeOf(rasters, 'docx', /\.docx$/, null, paintedDocx),
  judgeOf(rasters, 'html', /\.html$/, null, paintedHtml),
];

/**
 * @param {Matter} matter
 * @param {import('../judges.mjs').Format} format
 * @param {RegExp} ending
 * @param {string | null} program
 * @param {(way: import('../pictures/editions.mjs').Way) => Promise<readonly Painting[]>} paint
 * @returns {import('../judges.mjs').Judge}
 */
function judgeOf(matter, format, ending, program, paint) {
  const { name, inputs, resolution, width } = matter;
  return {
    name,
    format,
    files: new RegExp(`(?:^|/)${name}(?:-few)?\\.en${ending.source}`),
    available: async () =>
      (await missing({ programs: program === null ? [] : [program], files: [python] })) ?? (await noChromium()),
    judge: async (files) => {
      const folder = await mkdtemp(join(tmpdir(), `etrati-${name}-`));
      try {
        return await withChromium(async (browser) => {
          const originals = new Map();
          const found = [];
          for (const file of files) {
            const own = await mkdtemp(join(folder, 'painted-'));
            const [built = ''] = nameOf(file).split('.');
            if (!originals.has(built)) originals.set(built, await original(built, inputs[built] ?? '', browser));
            const paintings = await paint({ file, folder: own, browser, resolution, width });
            found.push(await compared({ name, ...originals.get(built), paintings, format, folder: own }));
          }
          return found;
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }

      /** @param {string} built @param {string} input @param {any} browser */
      async function original(built, input, browser) {
        const names = await picturesOf(input);
        const urls = await Promise.all(names.map(async (file) => dataUrl(file, await readFile(file))));
        return { names, originals: await paintedAlone(browser, join(folder, `${built}.png`), urls, width) };
      }
    },
  };
}

/**
 * @param {{ name: string, names: readonly string[], originals: readonly Painting[], paintings: readonly Painting[], format: string, folder: string }} all
 * @returns {Promise<readonly import('../judges.mjs').Finding[]>}
 */
async function compared({ name, names, originals, paintings, format, folder }) {
  const count = originals.length;
  if (paintings.length === 0 || paintings.length % count !== 0)
    return [{ rule: 'pictures-lost', message: `${paintings.length} pictures, not ${count}` }];
  const jobs = paintings.map((painting, index) => ({
    ...{ name: nameOf(names[index % count] ?? ''), original: originals[index % count], painting },
    ...(format === 'print.pdf' ? { profile } : {}),
  }));
  const list = join(folder, 'jobs.json');
  await writeFile(list, JSON.stringify(jobs));
  const { stdout } = await checkedRun(python, ['-B', join(conformance, 'pictures', `${name}.py`), list]);
  return JSON.parse(stdout);
}
