/** The queue's packages, which are installed only where there is a queue, and its server: Redis, Valkey or what speaks as they do. */
import type { Redis } from 'ioredis';
import { misuse, Refused } from '../diagnostics.ts';
import { codeOf } from '../system-error.ts';
import { trailing } from '../text.ts';

export interface Connection {
  readonly bullmq: typeof import('bullmq');
  readonly redis: Redis;
  /** Of the queue, on that server. */
  readonly name: string;
  /** Without its password. */
  readonly shown: string;
  /** What a person should know of the server, though it works; null for nothing. */
  readonly warning: string | null;
  close(): Promise<void>;
}

interface Address {
  readonly url: string;
  readonly name: string;
  readonly shown: string;
  readonly database: number;
}

/** `redis://user:password@host:6379/0?name=coast`; `rediss://` is encrypted. */
export function addressOf(text: string): Address {
  const url = URL.canParse(text) ? new URL(text) : null;
  const name = url?.searchParams.get('name') ?? 'etrati';
  const isRedis = url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== '';
  if (url === null || !isRedis || !/^[\w-]{1,60}$/.test(name) || !/^(?:\/\d{0,4})?$/.test(url.pathname))
    throw new Refused([
      misuse('bad-queue', 'The address of the queue cannot be read.', [
        ...(/^(?:\/|(?:redis\+)?unix:)/i.test(text)
          ? ['A socket of Unix is not taken: let the server listen on 127.0.0.1 with "port 6379" and "requirepass".']
          : []),
        'Write it as redis://localhost:6379, or redis://localhost:6379/0?name=coast for a queue of its own.',
        'In a password write %40 for @, %3A for :, %2F for / and %23 for #.',
      ]),
    ]);
  url.search = '';
  const shown = `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}, queue "${name}"`;
  return { url: url.href, name, shown, database: Number(url.pathname.slice(1)) };
}

/** Milliseconds. */
const patience = 5000;
const longestPause = 2000;

/** Connects, and again whenever the server goes away and comes back. Throws `Refused` where it is not there at first. */
export async function connect(address: string): Promise<Connection> {
  const { url, name, shown, database } = addressOf(address);
  const { bullmq, ioredis } = await packages();
  const options = { maxRetriesPerRequest: null, connectTimeout: patience };
  const probe = new ioredis.Redis(url, { ...options, lazyConnect: true, retryStrategy: () => null });
  let reason = 'it does not answer';
  probe.on('error', (error) => {
    reason = error.message || String(codeOf(error) ?? error.name);
  });
  try {
    await probe.connect();
    await probe.ping();
    // Who connects to a database that the server does not have would be in the first one.
    if (database > 0) await probe.select(database);
  } catch (error) {
    const says = replyOf(error) ?? trailed(reason);
    throw new Refused([misuse('bad-queue', `There is no queue at ${shown}: ${says}.`, hintsFor(says, url))]);
  } finally {
    probe.disconnect();
  }
  const redis = new ioredis.Redis(url, {
    ...options,
    lazyConnect: true,
    retryStrategy: (times: number) => Math.min(times * 100, longestPause),
  });
  // BullMQ waits for jobs with another, which its own `close` cannot end while the server is away.
  const others: Redis[] = [];
  const duplicate = redis.duplicate.bind(redis);
  redis.duplicate = (override) => {
    const other = duplicate(override);
    others.push(other);
    return other;
  };
  // Without a listener it would end the process; the commands wait until the server is back.
  redis.on('error', () => undefined);
  // Who asks the service first would else be told that the queue is away; if it has just gone, it is tried again like ever.
  await redis.connect().catch(() => undefined);
  return {
    bullmq,
    redis,
    name,
    shown,
    warning: await warningOf(redis, shown),
    async close() {
      for (const each of [redis, ...others]) each.disconnect();
    },
  };
}

/** A server that makes room by forgetting loses jobs in silence. */
async function warningOf(redis: Redis, shown: string): Promise<string | null> {
  if (redis.status !== 'ready') return null;
  // Who may not ask for it is not told.
  const facts = await redis.info('memory').catch(() => '');
  const [, policy = 'noeviction'] = /^maxmemory_policy:(\S+)/m.exec(facts) ?? [];
  const [, limit = '0'] = /^maxmemory:(\d+)/m.exec(facts) ?? [];
  if (policy === 'noeviction' || limit === '0') return null;
  return `The server of ${shown} forgets documents when its memory is full (maxmemory-policy ${policy}). Set maxmemory-policy noeviction on it.`;
}

const refusals: readonly (readonly [protocol: string, says: RegExp, hint: string])[] = [
  [
    'rediss:',
    /self-signed|local issuer|verify the first/,
    'If its certificate is of an authority of your own, name the file with that of the authority in NODE_EXTRA_CA_CERTS.',
  ],
  ['rediss:', /altnames/, 'Write a name of the server that its certificate has.'],
  ['rediss:', /certificate has expired|not yet valid/, 'Renew the certificate of the server.'],
  ['rediss:', /TIMEDOUT|wrong version/, 'If the server does not encrypt, write redis:// and not rediss://.'],
  [
    'rediss:',
    /RESET|alert|socket disconnected/,
    'If the server asks its clients for certificates, which Etrati does not have, give it "tls-auth-clients no" and a password.',
  ],
  ['redis:', /RESET|Connection is closed/, 'If the server encrypts, write rediss:// and not redis://.'],
  ['', /^(?:NOAUTH|WRONGPASS)/, 'Write the user and the password into the address: redis://user:password@host:6379.'],
];

/** What to do where there is no connection. */
function hintsFor(says: string, url: string): readonly string[] {
  const own = refusals.filter(([protocol, pattern]) => url.startsWith(protocol) && pattern.test(says));
  const usual = 'Start Redis or Valkey there, or correct the address and the password.';
  return own.length > 0 ? own.map(([, , hint]) => hint) : [usual];
}

/** Milliseconds. */
const glance = 500;

/**
 * Breaks off what waits for a server that is away once it is to end: else it would wait without end. `gone` rejects then, with a
 * `Refused`.
 */
export function goneWhen(
  isStopped: () => boolean,
  { redis, shown }: Pick<Connection, 'redis' | 'shown'>,
): { readonly gone: Promise<never>; end(): void } {
  let away = 0;
  let timer: NodeJS.Timeout | undefined;
  const gone = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      away = isStopped() && redis.status !== 'ready' ? away + glance : 0;
      if (away < patience) return;
      const hints = ['Run the command again when it does.'];
      reject(new Refused([misuse('bad-queue', `The queue at ${shown} does not answer any more.`, hints)]));
    }, glance);
  });
  gone.catch(() => undefined);
  return { gone, end: () => clearInterval(timer) };
}

async function packages() {
  try {
    const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, ioredis };
  } catch (error) {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Refused([
      misuse('queue-package-missing', 'The packages bullmq and ioredis, which the queue needs, are not installed.', [
        'Run "npm install bullmq ioredis" in the project; "npm install --global bullmq ioredis" if Etrati itself was installed with --global.',
      ]),
    ]);
  }
}

/** What the server says where it refuses a command; null for any other error. */
export function replyOf(error: unknown): string | null {
  if (!(error instanceof Error) || !/^[A-Z]{3,} /.test(error.message)) return null;
  // After that is where in a script of BullMQ.
  return trailed(error.message.replace(/ script: .*$/s, ''));
}

/** Without full stops at its end: it is quoted in a sentence. */
export function trailed(reason: string): string {
  return reason.slice(0, trailing(reason, /[. ]/));
}

const replies: readonly (readonly [RegExp, string])[] = [
  [/^OOM/, 'Give Redis more memory (maxmemory), or wait until the workers are done with what is in it.'],
  [/^READONLY/, 'Give the address of the server that takes writes, and not of its replica.'],
  [/^WRONGTYPE/, 'Another program writes to these keys: give the queue a name of its own, such as ?name=coast.'],
  [/^(?:CROSSSLOT|CLUSTERDOWN|MOVED|ASK)\b/, 'A cluster is not taken: name a server of Redis or Valkey that is none.'],
  [/^(?:NOPERM|NOAUTH|WRONGPASS)/, 'Correct the user and the password in the address, or what the user may do.'],
];

/** What a person has to do about a refusal of the server; null for any other error. */
export function hintOf(error: unknown): string | null {
  const says = replyOf(error);
  return says === null ? null : hintFor(says);
}

function hintFor(says: string): string {
  return replies.find(([pattern]) => pattern.test(says))?.[1] ?? 'Look at the log of the server.';
}

/** A refusal of the server as what a person has to do; any other error as it is. */
export function refusedBy(error: unknown, { shown }: Pick<Connection, 'shown'>): unknown {
  const says = replyOf(error);
  if (says === null) return error;
  return new Refused([misuse('bad-queue', `The server of ${shown} refuses: ${says}.`, [hintFor(says)])]);
}
