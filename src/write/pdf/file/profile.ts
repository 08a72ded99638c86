/** Colour profiles as files hold them. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { once, onceEach } from '../../../once.ts';

/** The sRGB profile that pdfkit ships, for the output intent (ISO 19005-2, 6.2.3): in dist/ it stands beside this code. */
export const screenProfile = once((): Uint8Array => {
  const name = 'sRGB_IEC61966_2_1.icc';
  const beside = new URL(`./${name}`, import.meta.url);
  if (existsSync(beside)) return readFileSync(beside);
  return readFileSync(join(dirname(createRequire(import.meta.url).resolve('pdfkit')), 'data', name));
});

/** A profile compressed, made once a process: for ours of the press it takes longer than to write a short file. */
export const deflated = onceEach((profile: Uint8Array): Uint8Array => deflateSync(profile));
