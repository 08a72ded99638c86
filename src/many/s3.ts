/** A store that speaks the protocol of Amazon S3: Amazon's own, MinIO, Garage, Ceph and others. */
import { createHash } from 'node:crypto';
import { refusal } from '../diagnostics.ts';
import type { Store, StoredFile } from './store.ts';

/** Data alone. */
export interface Bucket {
  /** With the scheme, without a `/` at its end; null for Amazon's. */
  readonly endpoint: string | null;
  readonly bucket: string;
  /** Before all names; empty, or with a `/` at its end. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/**
 * `s3://bucket/folder` with what the environment has for all programs that use S3. Throws `Refused` where a part of it is missing.
 *
 * @param env `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `AWS_REGION`, `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL`
 */
export function bucketOf(address: string, env: Readonly<Record<string, string | undefined>>): Bucket {
  const [, bucket, folder = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(address) ?? [];
  const parts = folder.split('/').filter((part) => part !== '');
  if (bucket === undefined || parts.includes('..') || parts.includes('.'))
    throw refusal(
      'bad-store',
      null,
      `"${address}" is not the address of a bucket.`,
      'Write s3://, the name of the bucket, and a folder in it if you like: s3://documents/2026.',
    );
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!accessKeyId || !secretAccessKey)
    throw refusal(
      'bad-store',
      null,
      'The key of the bucket is missing.',
      'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment of this command.',
    );
  const endpoint = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || null;
  if (endpoint !== null && !/^https?:\/\/[^/?#@]+\/?$/.test(endpoint))
    throw refusal(
      'bad-store',
      null,
      'AWS_ENDPOINT_URL is not the address of a store.',
      'Write the scheme, the host and the port, such as http://minio:9000.',
    );
  return {
    endpoint: endpoint?.replace(/\/$/, '') ?? null,
    bucket,
    prefix: parts.map((part) => `${part}/`).join(''),
    region: env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1',
    accessKeyId,
    secretAccessKey,
    sessionToken: env.AWS_SESSION_TOKEN || undefined,
  };
}

/** Milliseconds for one request. */
const patience = 60_000;
/** How often a request is made that a store could not answer; the pause before the second is the first of these, in milliseconds. */
const tries = 4;
const pause = 250;

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml',
  epub: 'application/epub+zip',
  json: 'application/json',
};

/** By its name; what is sent so opens where it is fetched. */
export function mediaType(file: string): string {
  return types[/\.(\w+)$/.exec(file)?.[1] ?? ''] ?? 'application/octet-stream';
}

export function openBucket(bucket: Bucket): Store & { check(): Promise<void> } {
  return new BucketStore(bucket);
}

interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Each file appears at one moment; a record counts as done when all of them are there. */
class BucketStore implements Store {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  /** Whether the bucket is there and may be asked. Throws `Refused`. */
  async check(): Promise<void> {
    const { bucket, endpoint } = this.#bucket;
    let answer: Answer;
    try {
      answer = await this.#ask('HEAD', '');
    } catch (error) {
      const where = endpoint ?? 'Amazon S3';
      const reason = error instanceof Error ? error.message : String(error);
      throw refusal(
        'bad-store',
        null,
        `${where} does not answer: ${reason}.`,
        'Check AWS_ENDPOINT_URL and the network.',
      );
    }
    if (answer.ok) return;
    const says =
      answer.status === 404
        ? `There is no bucket "${bucket}".`
        : `The store does not let us use the bucket "${bucket}" (${statusOf(answer)}).`;
    const clock = clockOff(answer);
    throw refusal('bad-store', null, says, clock ?? 'Check the name of the bucket, the key and AWS_REGION.');
  }

  async put(files: readonly StoredFile[]): Promise<void> {
    for (const { file, bytes } of files) {
      const sum = createHash('sha256').update(bytes);
      const hex = sum.copy().digest('hex');
      const answer = await this.#ask('PUT', file, bytes, {
        'content-type': mediaType(file),
        'x-amz-meta-sha256': hex,
        'x-amz-checksum-sha256': sum.digest('base64'),
      });
      if (!answer.ok) throw new Error(`the store did not take ${file} (${reasonIn(answer)})`);
    }
  }

  async hashOf(file: string): Promise<string> {
    const answer = await this.#ask('HEAD', file);
    if (answer.status === 404) return '-';
    if (!answer.ok) throw new Error(`the store does not say whether it has ${file} (${reasonIn(answer)})`);
    return answer.headers.get('x-amz-meta-sha256') ?? '-';
  }

  async read(file: string): Promise<Uint8Array | null> {
    const answer = await this.#ask('GET', file);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`the store does not give ${file} (${reasonIn(answer)})`);
    return answer.bytes;
  }

  /** What other records have put there may come or go: a document leads to its own editions alone. */
  has(): boolean {
    return false;
  }

  /** Asks again where the store is busy or cannot be reached. */
  async #ask(
    method: 'GET' | 'HEAD' | 'PUT',
    file: string,
    body?: Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const { AwsClient } = await import('aws4fetch');
    const { accessKeyId, secretAccessKey, sessionToken, region } = this.#bucket;
    const session = sessionToken === undefined ? {} : { sessionToken };
    const client = new AwsClient({ accessKeyId, secretAccessKey, ...session, region, service: 's3', retries: 0 });
    for (let count = 1; ; count += 1) {
      try {
        const request = await client.sign(this.#address(file), {
          method,
          headers,
          ...(body && { body: bodyOf(body) }),
        });
        const answer = await fetch(request, { signal: AbortSignal.timeout(patience), redirect: 'error' });
        const { status, ok, headers: facts } = answer;
        // An answer that is not read to its end holds its connection.
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if ((status < 500 && status !== 429) || count === tries) return { status, ok, headers: facts, bytes };
      } catch (error) {
        if (count === tries) throw new Error(reasonOf(error));
      }
      await new Promise((resolve) => setTimeout(resolve, pause * 2 ** (count - 1)));
    }
  }

  #address(file: string): string {
    const { endpoint, bucket, prefix, region } = this.#bucket;
    const name = file === '' ? '' : `${prefix}${file}`.split('/').map(escaped).join('/');
    return endpoint === null
      ? `https://${bucket}.s3.${region}.amazonaws.com/${name}`
      : `${endpoint}/${bucket}${name === '' ? '' : `/${name}`}`;
  }
}

/** The status, and the name that S3 has for what is wrong. */
function statusOf({ status, bytes }: Answer): string {
  const [, code] = /<Code>(\w{1,60})<\/Code>/.exec(Buffer.from(bytes.subarray(0, 4096)).toString('utf8')) ?? [];
  return code === undefined ? `status ${status}` : `status ${status}, ${code}`;
}

function reasonIn(answer: Answer): string {
  const clock = clockOff(answer);
  return clock === null ? statusOf(answer) : `${statusOf(answer)}; ${clock.slice(0, -1)}`;
}

/** Minutes. What is signed at another time than the store's, give or take a quarter of an hour, it refuses. */
const clockMargin = 10;

/** What to do about the clock of this machine, where it is the reason of a refusal; else null. */
function clockOff({ status, headers }: Answer): string | null {
  const off = Math.round((Date.now() - Date.parse(headers.get('date') ?? '')) / 60_000);
  if ((status !== 403 && status !== 400) || !(Math.abs(off) > clockMargin)) return null;
  const beside = off > 0 ? 'ahead of' : 'behind';
  return `Set the clock of this machine: it is ${Math.abs(off)} minutes ${beside} that of the store.`;
}

function bodyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** As Amazon signs names: all but letters, digits and four signs. */
function escaped(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The reason of a failed fetch, which says only that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return cause.message || String(Reflect.get(cause, 'code') ?? error.message);
  return error.name === 'TimeoutError' ? `it took more than ${patience / 1000} seconds` : error.message;
}
