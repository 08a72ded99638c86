/** The studio's server: one page, its data, and events, for the person who was told the address. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refused } from '../diagnostics.ts';
import { reasonOf } from '../system-error.ts';
import { assetOf, withNonce } from './assets.ts';
import { Desk } from './desk.ts';
import { Listeners } from './events.ts';
import { pagePolicy, refusalFor, safeHeaders } from './guard.ts';
import { HttpError, send, sendJson } from './http.ts';
import { answer, type Studio } from './routes.ts';
import { Translations } from './translation.ts';
import { Versions } from './versions.ts';
import { type Watching, watchProject } from './watching.ts';
import { Workshop } from './workshop.ts';

export interface StudioOptions {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** 0 for any that is free. */
  readonly port: number;
}

export interface OpenStudio {
  /** With the token: whoever knows it may read and change the project. */
  readonly address: string;
  close(): Promise<void>;
}

/** Listens on this machine alone. Throws the system's error where the port is taken. */
export async function openStudio({ root, env, port: asked }: StudioOptions): Promise<OpenStudio> {
  const token = randomBytes(18).toString('base64url');
  const listeners = new Listeners();
  let watching: Watching | null = null;
  const versions = new Versions(root);
  const studio: Studio = {
    root,
    versions,
    desk: new Desk(root, versions),
    workshop: new Workshop(root, env, (file, sources) => watching?.built(file, sources)),
    listeners,
    translations: new Translations(root),
  };
  let port = asked;
  const server = createServer({ requestTimeout: 60_000 }, (request, response) => {
    void serve(request, response, { token, port }, studio);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(asked, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
  watching = await watchProject(root, (files) => {
    for (const file of studio.workshop.invalidate(files)) listeners.tell({ type: 'redraw', file });
    listeners.tellChanged(files, studio.desk);
  });
  return {
    address: `http://127.0.0.1:${port}/${token}/`,
    async close() {
      watching?.close();
      listeners.close();
      studio.workshop.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  door: { readonly token: string; readonly port: number },
  studio: Studio,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  try {
    const refusal = refusalFor({ method, url, headers }, door);
    if (refusal !== null) throw new HttpError(refusal.status, 'refused', refusal.message);
    const address = new URL(url, 'http://127.0.0.1');
    const path = address.pathname.slice(door.token.length + 2);
    if (path === '' && !address.pathname.endsWith('/')) {
      response.writeHead(308, { ...safeHeaders, location: `/${door.token}/` }).end();
      return;
    }
    const asset = method === 'GET' ? await assetOf(path === '' ? 'index.html' : path) : null;
    if (asset !== null) {
      const nonce = randomBytes(16).toString('base64');
      const headers = { 'content-type': asset.type, 'content-security-policy': pagePolicy(nonce) };
      return send(response, withNonce(asset, nonce), headers);
    }
    await answer({ request, response, method, path, query: address.searchParams }, studio);
  } catch (error) {
    tell(error, response);
  }
}

function tell(error: unknown, response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, body } = answerTo(error);
  sendJson(response, body, status);
}

function answerTo(error: unknown): { readonly status: number; readonly body: object } {
  if (error instanceof HttpError)
    return { status: error.status, body: { code: error.code, message: error.message, ...error.details } };
  // What cannot be written, because the disk is full or forbids it.
  if (error instanceof Refused && error.diagnostics.some(({ code }) => code === 'cannot-write'))
    return { status: 507, body: { code: 'disk', message: error.message } };
  if (error instanceof Refused) return { status: 422, body: { code: 'refused', message: error.message } };
  const reason = reasonOf(error);
  if (reason !== null) return { status: 507, body: { code: 'disk', message: `It cannot be done: ${reason}.` } };
  return { status: 500, body: { code: 'bug', message: error instanceof Error ? error.message : String(error) } };
}
