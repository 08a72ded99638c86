/** What fontkit asks of `brotli`, by Node itself: the package carries its dictionary, more than a megabyte of text. */
import { brotliDecompressSync } from 'node:zlib';

/** @param {Uint8Array} bytes */
export default function decompress(bytes) {
  return brotliDecompressSync(bytes);
}
