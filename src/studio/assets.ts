/** What the page itself is made of: files of the package, by names that are known beforehand. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../world.ts';

interface Asset {
  readonly bytes: Uint8Array;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
};

const own = /^(?:index\.html|app\.(?:js|css)|chunk-[A-Z0-9]+\.js|pdf\.worker\.mjs)$/;
const font = /^FiraGO-(?:Latin-)?(?:Regular|Medium|SemiBold)\.ttf$/;

/** Null where there is no such file. */
export async function assetOf(name: string): Promise<Asset | null> {
  const file = own.test(name)
    ? path.join(packageRoot, 'dist/studio', name)
    : font.test(name)
      ? path.join(packageRoot, 'fonts/firago', name)
      : null;
  const type = types[path.extname(name).slice(1)];
  const bytes = file === null ? null : await readFile(file).catch(() => null);
  return bytes === null || type === undefined ? null : { bytes, type };
}

/** A page with the nonce that its policy names; anything else as it is. */
export function withNonce({ bytes, type }: Asset, nonce: string): Uint8Array {
  if (type !== types.html) return bytes;
  return Buffer.from(Buffer.from(bytes).toString('utf8').replace('"NONCE"', `"${nonce}"`), 'utf8');
}
