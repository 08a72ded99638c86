/** Outputs for those who pass bytes on: to a response, a pipe, an archive. */
import { Readable } from 'node:stream';

const chunk = 64 * 1024;

/** A file's bytes as a stream, in pieces of 64 KiB; as many streams of one output as you like. */
export function toStream({ bytes }: { readonly bytes: Uint8Array }): Readable {
  return Readable.from(piecesOf(bytes), { objectMode: false });
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}
