/** The pictures of a finished document as they are painted there, in their order, each as a PNG. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { conformance, python } from '../places.mjs';
import { run } from '../process.mjs';

/** Dots to the inch: more than the pixels that are compared. */
const resolution = 120;

/** @param {string} file @param {string} work a folder for pages @returns {Promise<Uint8Array[]>} */
export async function figuresOfPdf(file, work) {
  const { code, stdout, stderr } = await run(python, ['-B', join(conformance, 'pdf', 'figures.py'), file]);
  if (code !== 0) throw new Error(stderr);
  const painted = await run('pdftoppm', ['-r', String(resolution), '-png', file, join(work, 'page')]);
  if (painted.code !== 0) throw new Error(painted.stderr);
  const pages = new Map(
    (await readdir(work)).map((name) => [Number(/-(\d+)\.png$/.exec(name)?.[1]), join(work, name)]),
  );
  const scale = resolution / 72;
  const figures = [];
  for (const [number, left, bottom, right, top] of JSON.parse(stdout)[0]) {
    const page = sharp(pages.get(number));
    const { height = 0 } = await page.metadata();
    const box = {
      left: left * scale,
      top: height - top * scale,
      width: (right - left) * scale,
      height: (top - bottom) * scale,
    };
    const whole = Object.fromEntries(Object.entries(box).map(([key, value]) => [key, Math.round(value)]));
    figures.push(
      new Uint8Array(
        await page
          .extract(/** @type {any} */ (whole))
          .png()
          .toBuffer(),
      ),
    );
  }
  return figures;
}

/**
 * The drawings in a DOCX, and the pictures that stand in for them. Null for the drawing of one that is there as a picture alone.
 *
 * @param {string} file
 * @returns {Promise<{ svg: string | null, png: Uint8Array }[]>}
 */
export async function picturesOfDocx(file) {
  const parts = unzipSync(await readFile(file));
  const text = (/** @type {string} */ name) => strFromU8(parts[name] ?? new Uint8Array());
  const targets = new Map(
    [...text('word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([relation]) => [
      /Id="([^"]*)"/.exec(relation)?.[1] ?? '',
      `word/${/Target="([^"]*)"/.exec(relation)?.[1]}`,
    ]),
  );
  const blips = text('word/document.xml').match(/<wp:docPr[^>]*descr="Test drawing[\s\S]*?<\/a:graphic>/g) ?? [];
  return blips.map((blip) => {
    const svg = /svgBlip[^>]*r:embed="([^"]*)"/.exec(blip)?.[1];
    const png = /<a:blip[^>]*r:embed="([^"]*)"/.exec(blip)?.[1] ?? '';
    return {
      svg: svg === undefined ? null : text(targets.get(svg) ?? ''),
      png: parts[targets.get(png) ?? ''] ?? new Uint8Array(),
    };
  });
}
