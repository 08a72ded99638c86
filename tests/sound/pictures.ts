/** Pictures that are faults, for mutations: one pixel, and words as outlines. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const outlined =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270" width="480" height="270"><g aria-label="Ground floor">' +
  '<path d="M20 20h60v60h-60z"/><path d="M100 20h60v60h-60z"/></g><path d="M20 140h400v100H20z" fill="#888"/></svg>';

export async function writeSmallPictures(folder: string): Promise<void> {
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#123456' } });
  writeFileSync(path.join(folder, 'dot.png'), await dot.png().toBuffer());
  writeFileSync(path.join(folder, 'outlined.svg'), outlined);
}
