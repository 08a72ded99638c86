/** The file of a manifest, read piece by piece. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { refusal } from '../diagnostics.ts';
import { foreignEncoding } from '../json/source.ts';
import { type Cutter, Cutting, type Piece } from './pieces.ts';

/** The pieces of a file, with how much of it was read when each ended. */
export async function* piecesOf(
  located: string,
  file: string,
  cutterOf: () => Cutter,
): AsyncGenerator<{ readonly piece: Piece; readonly read: number }> {
  const { size } = await stat(located);
  const whole = Math.max(1, size);
  let cutting: Cutting | null = null;
  for await (const chunk of createReadStream(located, { highWaterMark: 2 ** 18 }) as AsyncIterable<Buffer>) {
    let bytes: Uint8Array = chunk;
    if (cutting === null) {
      const foreign = foreignEncoding(bytes);
      const place = { file, line: 1, column: 1 };
      if (foreign !== null)
        throw refusal(
          'not-utf8',
          place,
          `The file is written in ${foreign}, not UTF-8.`,
          'Save the file as UTF-8; in Excel choose "CSV UTF-8".',
        );
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
      cutting = new Cutting(cutterOf());
    }
    for (const piece of cutting.feed(bytes)) yield { piece, read: Math.min(1, cutting.read / whole) };
  }
  const last = cutting?.end() ?? null;
  if (last !== null) yield { piece: last, read: 1 };
}
