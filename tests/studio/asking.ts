/** Requests to a studio as its own page makes them. */
import type { OpenStudio } from '../../src/studio/server.ts';

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
