/** A studio of its own for a file of tests, and requests to it as its own page makes them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type OpenStudio, openStudio } from '../../src/studio/server.ts';

export const file = 'data/brochure/brochure.json';
export const named = `file=${encodeURIComponent(file)}`;

export function askOf(studio: () => OpenStudio) {
  return async (method: string, name: string, body?: object | string) => {
    const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const headers = { 'x-etrati-studio': '1' };
    const response = await fetch(`${studio().address}${name}`, { method, headers, ...init });
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
  };
}

/** In an empty folder, with the brochure that `file` names. */
export async function withBrochure(): Promise<{ readonly root: string; readonly studio: OpenStudio }> {
  const root = await mkdtemp(path.join(tmpdir(), 'studio-'));
  const studio = await openStudio({ root, env: {}, port: 0 });
  await askOf(() => studio)('POST', 'api/create', { kind: 'brochure' });
  return { root, studio };
}

/** Ends it, with its folder. */
export async function ended({ root, studio }: Awaited<ReturnType<typeof withBrochure>>): Promise<void> {
  await studio.close();
  await rm(root, { recursive: true, force: true });
}
