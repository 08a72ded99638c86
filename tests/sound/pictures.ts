/** Pictures that are faults, for mutations: one pixel, words as outlines, and a photograph that nobody has said of whom it shows. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const outlined =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270" width="480" height="270"><g aria-label="Ground floor">' +
  '<path d="M20 20h60v60h-60z"/><path d="M100 20h60v60h-60z"/></g><path d="M20 140h400v100H20z" fill="#888"/></svg>';

export async function writeSmallPictures(folder: string): Promise<void> {
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#123456' } });
  writeFileSync(path.join(folder, 'dot.png'), await dot.png().toBuffer());
  const photo = sharp({ create: { width: 1200, height: 800, channels: 3, background: '#456789' } });
  writeFileSync(path.join(folder, 'photo.jpg'), await photo.jpeg().toBuffer());
  writeFileSync(path.join(folder, 'outlined.svg'), outlined);
}
