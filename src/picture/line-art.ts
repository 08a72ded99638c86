/** Pictures of one bit as the plainest PNG there is, which a writer of PDF takes over as it is: black and white, no filters. */
import { crc32, deflateSync } from 'node:zlib';
import { loadSharp } from './sharp.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export async function lineArt(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const row = 1 + Math.ceil(width / 8);
  const packed = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[(y * width + x) * channels] ?? 0) > 127)
        packed[y * row + 1 + (x >> 3)] = (packed[y * row + 1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(packed)), chunk('IEND', new Uint8Array())];
  return new Uint8Array(Buffer.concat([Uint8Array.from(signature), ...chunks]));
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
