/**
 * Who may ask the studio's server. It listens on this machine alone, yet every program, every other person on the machine
 * and every web page in the browser can send it requests; the address holds a token that only its user was told.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Door {
  readonly token: string;
  readonly port: number;
}

/** What a request is refused with, by its status; null for one that is let in. */
export type Refusal = { readonly status: 403 | 404 | 421; readonly message: string } | null;

/** The header that pages of other sites cannot send without being asked first: no form has it. */
export const ownHeader = 'x-etrati-studio';

export function refusalFor({ method, url, headers }: Asked, { token, port }: Door): Refusal {
  // A name of the attacker's that leads to this machine (DNS rebinding) is no name of ours.
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = headers.host ?? '';
  if (!hosts.includes(host)) return { status: 421, message: 'This address is not the studio’s.' };
  if (!isToken(url.split('/')[1] ?? '', token))
    return { status: 404, message: 'Open the address that etrati studio printed: it holds a key.' };
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, message: 'Another site asked for this.' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return { status: 403, message: 'Another site asked for this.' };
  const reads = method === 'GET' || method === 'HEAD';
  if (!reads && headers[ownHeader] !== '1') return { status: 403, message: 'Only the studio’s page may change files.' };
  return null;
}

/** Compared in the same time whatever differs. */
function isToken(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/**
 * Nothing runs but the studio's own script, nothing is fetched from elsewhere, and no other page holds it in a frame. Styles
 * are its own, and those that its script makes with the nonce of this page.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // What a browser itself puts into its words on broken XML, such as an XLIFF file that was cut.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Of a document in the preview: no script, nothing from elsewhere; only the studio holds it in a frame. */
export const previewPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');

export const safeHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};
