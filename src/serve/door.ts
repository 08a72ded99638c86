/** Who may ask the service. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Problem } from './problem.ts';

export interface DoorOptions {
  /** Null where all who reach the service may ask. */
  readonly token: string | null;
  /** Whether only this machine reaches it. */
  readonly isLoopback: boolean;
}

/** Open to all: they say nothing of the project. */
const open: ReadonlySet<string> = new Set(['/health', '/openapi.json']);

/** Throws a `Problem` for a request that is not let in. */
export function checkDoor(request: Request, { token, isLoopback }: DoorOptions): void {
  const { host, pathname } = addressOf(request);
  // A web page may lead a name of its own to this machine (DNS rebinding), and then ask as if it were ours.
  if (isLoopback && token === null && !/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host))
    throw new Problem('wrong-host', 'This service is asked as localhost.');
  if (token === null || open.has(pathname)) return;
  const [, given = ''] = /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!isSame(given, token))
    throw new Problem('no-token', 'Send the token as "Authorization: Bearer …".', {
      headers: { 'www-authenticate': 'Bearer' },
    });
}

function addressOf(request: Request): { readonly host: string; readonly pathname: string } {
  const { host, pathname } = new URL(request.url);
  return { host: request.headers.get('host') ?? host, pathname };
}

/** Compared in the same time whatever differs. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
