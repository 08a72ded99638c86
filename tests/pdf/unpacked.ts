import { inflateSync } from 'node:zlib';

/** A finished PDF as text, Latin-1, with what its object streams hold (ISO 32000-1, 7.5.7) behind it. */
export function unpacked(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const streams = [...text.matchAll(/\/Type \/ObjStm[^>]*\/Length (\d+)[^>]*>>\nstream\n/g)].map(
    ({ 0: head, 1: length, index }) => {
      const start = index + head.length;
      return inflateSync(file.subarray(start, start + Number(length))).toString('latin1');
    },
  );
  return [text, ...streams].join('\n');
}
