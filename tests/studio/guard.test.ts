import { describe, expect, it } from 'vitest';
import { ownHeader, refusalFor } from '../../src/studio/guard.ts';

const door = { token: 'abcdefghijklmnopqrstuvwx', port: 4321 };
const host = '127.0.0.1:4321';
const asked = (headers: Readonly<Record<string, string>>, method = 'GET', url = `/${door.token}/api/project`) =>
  refusalFor({ method, url, headers: { host, ...headers } }, door)?.status ?? 200;

describe('the door of the studio', () => {
  it('lets in who knows the address', () => {
    expect(asked({})).toBe(200);
    expect(asked({ host: 'localhost:4321' })).toBe(200);
    expect(asked({ 'sec-fetch-site': 'none' })).toBe(200);
    expect(asked({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin', [ownHeader]: '1' }, 'PUT')).toBe(200);
  });

  it('refuses names that lead here without being ours', () => {
    expect(asked({ host: 'evil.example:4321' })).toBe(421);
    expect(asked({ host: '127.0.0.1:80' })).toBe(421);
    expect(asked({ host: '127.0.0.1' })).toBe(421);
    expect(asked({ host: '' })).toBe(421);
  });

  it('refuses who does not know the token', () => {
    for (const url of ['/', '/api/project', '/x/api/project', `/${door.token.slice(1)}/`, `//${door.token}/`])
      expect(asked({}, 'GET', url), url).toBe(404);
  });

  it('refuses other sites, also those of other ports of this machine', () => {
    expect(asked({ origin: 'https://evil.example' })).toBe(403);
    expect(asked({ origin: 'http://127.0.0.1:9999' })).toBe(403);
    expect(asked({ origin: 'null' })).toBe(403);
    expect(asked({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(asked({ 'sec-fetch-site': 'same-site' })).toBe(403);
  });

  it('takes changes only with the header that forms cannot send', () => {
    expect(asked({ origin: `http://${host}` }, 'POST')).toBe(403);
    expect(asked({ [ownHeader]: '1' }, 'POST')).toBe(200);
  });
});
