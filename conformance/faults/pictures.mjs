/** What may go wrong with a picture on its way: changes of drawings and of PNGs for the judges of `pictures.mjs` to see. */
import { crc32 } from 'node:zlib';

/** @typedef {{ judge: 'drawings' | 'rasters', name: string, expects: RegExp, change: (pictures: Buffer[]) => Buffer[] }} PictureFault */

/** In the first that has a place for it. @param {(bytes: Buffer) => Buffer} change @returns {PictureFault['change']} */
function inFirst(change) {
  return (pictures) => {
    const at = pictures.findIndex((bytes) => !change(bytes).equals(bytes));
    return pictures.map((bytes, index) => (index === at ? change(bytes) : bytes));
  };
}

/** @param {(svg: string) => string} change */
const inDrawing = (change) => inFirst((bytes) => Buffer.from(change(bytes.toString('utf8'))));

/** In a PNG's chunk. @param {string} wanted @param {(data: Buffer) => Buffer} change of its data */
const inChunk = (wanted, change) => (/** @type {Buffer} */ bytes) => {
  if (bytes[0] !== 0x89) return bytes;
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const [type, data] = [bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length)];
    const changed = type === wanted ? change(data) : data;
    at += length + 12;
    const chunk = Buffer.alloc(changed.length + 12);
    chunk.writeUInt32BE(changed.length, 0);
    chunk.write(type, 4, 'latin1');
    changed.copy(chunk, 8);
    chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
};

/** @param {Buffer} palette */
function redForBlue(palette) {
  const swapped = Buffer.from(palette);
  for (let at = 0; at + 2 < palette.length; at += 3) {
    swapped[at] = palette[at + 2] ?? 0;
    swapped[at + 2] = palette[at] ?? 0;
  }
  return swapped;
}

const expects = /^painted/;

/** @type {readonly PictureFault[]} */
export const pictureFaults = [
  {
    judge: 'drawings',
    name: 'another colour',
    expects,
    change: inDrawing((svg) => svg.replace('"#cc0000"', '"#cc5500"')),
  },
  { judge: 'drawings', name: 'a shape less', expects, change: inDrawing((svg) => svg.replace(/<circle [^>]*\/>/, '')) },
  {
    judge: 'drawings',
    name: 'opaque, not half',
    expects,
    change: inDrawing((svg) => svg.replace(/ opacity="0?\.5"/, '')),
  },
  {
    ...{ judge: 'drawings', name: 'moved by 3 %', expects },
    change: inDrawing((svg) => svg.replace('viewBox="0 0 240 80"', 'viewBox="7.2 0 240 80"')),
  },
  {
    ...{ judge: 'drawings', name: 'smaller by 5 %', expects },
    change: inDrawing((svg) => svg.replace('viewBox="0 0 240 80"', 'viewBox="-6 -2 252 84"')),
  },
  // The second of the few is the first one without what is see-through.
  {
    judge: 'rasters',
    name: 'opaque, not see-through',
    expects,
    change: ([, second = Buffer.alloc(0), ...more]) => [second, second, ...more],
  },
  { judge: 'rasters', name: 'red for blue', expects, change: inFirst(inChunk('PLTE', redForBlue)) },
];
