/** Requests read and answered: bodies within bounds, replies whole. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { safeHeaders } from './guard.ts';

/** What a request is answered with instead of what it asked for; the message is for the person at the page. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: object;
  constructor(status: number, code: string, message: string, details: object = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** The body, of at most so many bytes. Throws `HttpError` for a longer one, before it is read where it says its length. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new HttpError(413, 'too-large', `At most ${sizeText(limit)} are taken.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function sizeText(bytes: number): string {
  return bytes < 2 ** 20 ? `${Math.round(bytes / 2 ** 10)} KB` : `${Math.round(bytes / 2 ** 20)} MB`;
}

/** A JSON object of the body. Throws `HttpError` where it is none. */
export async function readObject(request: IncomingMessage, limit: number): Promise<Readonly<Record<string, unknown>>> {
  const text = (await readBody(request, limit)).toString('utf8');
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpError(400, 'bad-request', 'The request is not understood.');
  return { ...value };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  send(response, Buffer.from(JSON.stringify(value)), { 'content-type': 'application/json; charset=utf-8' }, status);
}

export function send(
  response: ServerResponse,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
  status = 200,
): void {
  response.writeHead(status, { ...safeHeaders, ...headers, 'content-length': String(bytes.byteLength) });
  response.end(bytes);
}

/** For a file that is to be saved: its name in ASCII for old browsers, and whole (RFC 6266). */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
