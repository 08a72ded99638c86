/** Files into a store that speaks S3: a server that checks each signature by the rules of Amazon, and fails now and then. */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { bucketOf, openBucket } from '../../src/many/s3.ts';
import { freePort } from '../queue/redis.ts';

const env = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'eu-north-1' };
const hex = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const sign = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Whether a request is signed as AWS Signature Version 4 asks for. */
function isSigned({ method = '', url = '', headers }: IncomingMessage, secret: string): boolean {
  const [, id, day = '', region = '', names = '', signature] =
    /Credential=(\w+)\/(\d+)\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=(\w+)/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const [way = '', query = ''] = url.split('?');
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const payload = String(headers['x-amz-content-sha256']);
  const canonical = [method, way, query, lines.join(''), names, payload].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hex(canonical)].join('\n');
  const key = sign(sign(sign(sign(`AWS4${secret}`, day), region), 's3'), 'aws4_request');
  return id === 'key' && region === 'eu-north-1' && sign(key, text).toString('hex') === signature;
}

async function store() {
  const objects = new Map<string, { bytes: Buffer; sum: string; type: string }>();
  const faults: string[] = [];
  let failures = 0;
  /** How the next requests are answered. */
  const strange: ('denied' | 'late' | 'broken')[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const { method, url = '', headers } = request;
    const answer = (status: number, more = {}) => response.writeHead(status, more).end();
    if (failures > 0) {
      failures -= 1;
      return answer(503);
    }
    const next = strange.shift();
    if (next === 'denied') {
      response.writeHead(403, { 'content-type': 'application/xml' });
      return response.end('<?xml version="1.0"?><Error><Code>QuotaExceeded</Code><Message>no</Message></Error>');
    }
    if (next === 'late') return answer(403, { date: new Date(Date.now() - 7_260_000).toUTCString() });
    if (next === 'broken') {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
      return setTimeout(() => response.destroy(), 50);
    }
    if (!isSigned(request, 'secret')) return answer(403);
    const name = decodeURIComponent(url);
    if (method === 'PUT') {
      const digest = createHash('sha256').update(bytes).digest('base64');
      const hash = headers['x-amz-content-sha256'];
      if (headers['x-amz-checksum-sha256'] !== digest) faults.push(`checksum of ${name}`);
      if (hash !== hex(bytes) && hash !== 'UNSIGNED-PAYLOAD') faults.push(`hash of ${name}`);
      objects.set(name, { bytes, sum: String(headers['x-amz-meta-sha256']), type: String(headers['content-type']) });
      return answer(200);
    }
    const object = objects.get(name);
    if (name === '/documents') return answer(200);
    if (object === undefined) return answer(404);
    response.writeHead(200, { 'x-amz-meta-sha256': object.sum });
    return response.end(method === 'HEAD' ? undefined : object.bytes);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const fail = (count: number) => {
    failures = count;
  };
  return { objects, faults, fail, strange, endpoint: `http://127.0.0.1:${port}` };
}

it('puts, finds and reads files, whatever they are called, and tries again while the store is busy', async () => {
  const { objects, faults, fail, endpoint } = await store();
  const bucket = openBucket(bucketOf('s3://documents/2026/coast/', { ...env, AWS_ENDPOINT_URL: endpoint }));
  await bucket.check();
  const files = ['a.en.pdf', 'ბათუმი (1)/it’s+a!*.ka.html'].map((file) => ({ file, bytes: Buffer.from(`of ${file}`) }));
  fail(2);
  await bucket.put(files);
  expect(faults).toEqual([]);
  expect([...objects].map(([name, { type }]) => [name, type])).toEqual([
    ['/documents/2026/coast/a.en.pdf', 'application/pdf'],
    ['/documents/2026/coast/ბათუმი (1)/it’s+a!*.ka.html', 'text/html; charset=utf-8'],
  ]);
  for (const { file, bytes } of files) {
    expect(await bucket.hashOf(file)).toBe(hex(bytes));
    expect(Buffer.from((await bucket.read(file)) ?? [])).toEqual(bytes);
  }
  expect([await bucket.hashOf('none.pdf'), await bucket.read('none.pdf')]).toEqual(['-', null]);
  fail(4);
  await expect(bucket.put(files)).rejects.toThrow('status 503');
}, 30_000);

it('says what is wrong with an address, a key, a bucket', async () => {
  const { endpoint } = await store();
  const told = async (address: string, more: Record<string, string | undefined>) => {
    try {
      await openBucket(bucketOf(address, { ...env, AWS_ENDPOINT_URL: endpoint, ...more })).check();
      return '';
    } catch (error) {
      return error instanceof Refused ? error.message : 'no refusal';
    }
  };
  expect(await told('s3://Documents', {})).toContain('is not the address of a bucket');
  expect(await told('s3://documents/../up', {})).toContain('is not the address of a bucket');
  expect(await told('s3://documents', { AWS_SECRET_ACCESS_KEY: '' })).toContain('key of the bucket is missing');
  expect(await told('s3://documents', { AWS_ENDPOINT_URL: 'ftp://x' })).toContain('is not the address of a store');
  expect(await told('s3://documents', { AWS_SECRET_ACCESS_KEY: 'wrong' })).toContain('status 403');
  expect(await told('s3://others', {})).toContain('There is no bucket "others"');
  expect(await told('s3://documents', { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' })).toContain('does not answer');
}, 30_000);

it('says the reason that the store gives, or that a clock is wrong, and asks again where an answer broke off', async () => {
  const { fail, strange, endpoint } = await store();
  const bucket = openBucket(bucketOf('s3://documents', { ...env, AWS_ENDPOINT_URL: endpoint }));
  const files = [{ file: 'a.pdf', bytes: Buffer.from('a') }];
  strange.push('denied');
  await expect(bucket.put(files)).rejects.toThrow('did not take a.pdf (status 403, QuotaExceeded)');
  strange.push('late');
  await expect(bucket.put(files)).rejects.toThrow('it is 121 minutes ahead of that of the store');
  strange.push('late');
  const refused = await bucket.check().catch((error: unknown) => error);
  expect((refused as Refused).diagnostics[0]?.hints).toEqual([
    'Set the clock of this machine: it is 121 minutes ahead of that of the store.',
  ]);
  await bucket.put(files);
  strange.push('broken', 'broken');
  expect(String(Buffer.from((await bucket.read('a.pdf')) ?? []))).toBe('a');
  fail(1);
  strange.push('broken', 'broken', 'broken');
  await expect(bucket.read('a.pdf')).rejects.toThrow(/terminated|other side closed|aborted/);
}, 30_000);
