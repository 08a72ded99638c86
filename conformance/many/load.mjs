/**
 * Clients that ask a service at the same time: most mean well, others send what is hostile, send or read slowly, or go away. Each answer is
 * looked at; what is not as it has to be is a fault.
 */
import { randomInt } from 'node:crypto';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';

/**
 * @typedef {{ port: number, base: string, clients: number, seconds: number, secrets: readonly string[] }} Load
 *   `base` is a data file of the service's project; `secrets` are texts that no answer may have, such as the service's folders.
 * @typedef {{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }} Answer
 * @typedef {{ name: string, status: number, body: string | Buffer, type?: string, method?: string, path?: string }} Hostile
 * @typedef {{ counts: Record<string, number>, times: number[], faults: string[] }} Told
 *   How many of each kind were answered, milliseconds of each document that was made, and what was wrong.
 */

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** Of ten clients. @type {readonly ((load: Load, told: Told, number: number) => Promise<void>)[]} */
const kinds = [good, good, hostile, good, slowSender, good, gone, good, hostile, slowReader];

/** @param {Load} load @returns {Promise<Told>} */
export async function underLoad(load) {
  /** @type {Told} */
  const told = { counts: {}, times: [], faults: [] };
  const end = performance.now() + load.seconds * 1000;
  const clients = Array.from({ length: load.clients }, async (_, client) => {
    const kind = kinds[client % kinds.length] ?? good;
    for (let turn = 0; performance.now() < end; turn += 1)
      await kind(load, told, client + turn * load.clients).catch((error) => {
        told.faults.push(`${kind.name}: ${error instanceof Error ? error.message : error}`);
      });
  });
  await Promise.all(clients);
  return told;
}

/** @param {Told} told @param {string} what */
function count(told, what) {
  told.counts[what] = (told.counts[what] ?? 0) + 1;
}

/**
 * @param {Load} load
 * @param {{ body: string | Buffer, type?: string, method?: string, path?: string, pause?: number }} asked `pause` before it is read, in milliseconds
 * @returns {Promise<Answer>}
 */
function ask({ port }, { body, type = 'application/json', method = 'POST', path = '/documents', pause = 0 }) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body) };
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent }, async (response) => {
      try {
        if (pause > 0) await new Promise((next) => setTimeout(next, pause));
        const chunks = [];
        for await (const chunk of response) chunks.push(/** @type {Buffer} */ (chunk));
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      } catch (error) {
        reject(error);
      }
    });
    // Which it was: a server may close a connection in the moment in which it is used again.
    const told = (/** @type {Error} */ error) =>
      reject(asked.reusedSocket ? new Error(`${error.message}, on a connection that was used before`) : error);
    asked.once('error', told).end(body);
  });
}

/** @param {Load} load @param {number} number */
function documentOf({ base }, number) {
  return JSON.stringify({ base, formats: ['html'], languages: ['en'], patch: { title: { en: `Coast ${number}` } } });
}

/** @param {Load} load @param {Told} told @param {number} number */
async function good(load, told, number) {
  const start = performance.now();
  check(load, told, number, await ask(load, { body: documentOf(load, number) }), start);
  await breathe(told);
}

/** Those who are told to come again later do so, sooner than they were told. @param {Told} told */
async function breathe(told) {
  if (told.counts['too busy'] !== undefined) await new Promise((next) => setTimeout(next, 50));
}

/** @param {Load} load @param {Told} told @param {number} number @param {Answer} answer @param {number} start */
function check({ secrets }, told, number, { status, headers, body }, start) {
  const text = body.toString();
  if (secrets.some((secret) => text.includes(secret))) told.faults.push(`an answer has a path: ${text.slice(0, 200)}`);
  if (status === 503) {
    if (headers['retry-after'] === undefined) told.faults.push('503 without Retry-After');
    return count(told, 'too busy');
  }
  if (status !== 200 || !text.includes(`<title>Coast ${number}<`) || !text.trimEnd().endsWith('</html>'))
    return void told.faults.push(`document ${number}: ${status} ${text.slice(0, 200)}`);
  told.times.push(performance.now() - start);
  count(told, 'made');
}

/** @param {string} base @returns {readonly Hostile[]} */
function hostileBodies(base) {
  const one = { base, formats: ['html'], languages: ['en'] };
  const text = (/** @type {unknown} */ value) => JSON.stringify(value);
  return [
    { name: 'broken JSON', status: 400, body: '{"base": ' },
    { name: 'no JSON', status: 400, body: Buffer.from(Array.from({ length: 5000 }, () => randomInt(256))) },
    { name: 'nothing', status: 400, body: '' },
    { name: 'deep lists', status: 400, body: `{"data":${'['.repeat(90_000)}${']'.repeat(90_000)}}` },
    { name: 'deep records', status: 400, body: `{"data":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}` },
    { name: 'many values', status: 400, body: `{"data":[${'0,'.repeat(100_000)}0]}` },
    { name: 'a long text', status: 400, body: text({ ...one, patch: { title: 'x'.repeat(500_000) } }) },
    { name: 'too long', status: 413, body: text({ ...one, patch: { title: 'x'.repeat(1_200_000) } }) },
    { name: 'out of the project', status: 422, body: text({ ...one, base: '../../etc/passwd' }) },
    { name: 'a file of the system', status: 400, body: text({ ...one, base: '/etc/passwd' }) },
    { name: 'a name out of the folder', status: 400, body: text({ ...one, name: '../../up' }) },
    { name: 'a template of the system', status: 422, body: text({ ...one, template: '/etc/passwd' }) },
    { name: 'a date that is none', status: 422, body: text({ ...one, patch: { date: 'soon' } }) },
    {
      name: 'a prototype',
      status: 400,
      body: `{"base":${text(base)},"patch":{"__proto__":{"title":1},"constructor":1}}`,
    },
    { name: 'another type', status: 415, body: text(one), type: 'text/plain' },
    { name: 'another method', status: 405, body: '', method: 'DELETE' },
    { name: 'another address', status: 404, body: '', path: '/%2e%2e/%2e%2e/etc/passwd' },
  ];
}

/** @param {Load} load @param {Told} told @param {number} number */
async function hostile(load, told, number) {
  const bodies = hostileBodies(load.base);
  const { name, status, ...asked } = /** @type {Hostile} */ (bodies[number % bodies.length]);
  const answer = await ask(load, asked).catch((error) => {
    // A body that is too long may be cut off while it is sent.
    if (status === 413) return null;
    throw error;
  });
  if (answer === null) return count(told, 'cut off');
  const text = answer.body.toString();
  if (load.secrets.some((secret) => text.includes(secret)))
    told.faults.push(`an answer has a path: ${text.slice(0, 200)}`);
  if (answer.status === 503) return count(told, 'too busy');
  const type = answer.headers['content-type'];
  if (answer.status !== status || type !== 'application/problem+json' || JSON.parse(text).status !== status)
    told.faults.push(`${name}: ${answer.status} ${type} ${text.slice(0, 200)}`);
  else count(told, 'refused');
  await breathe(told);
}

/** Sends a byte now and then: it is sent away after a while, or when the load ends. @param {Load} load @param {Told} told */
async function slowSender({ port, seconds }, told) {
  const socket = connect(port, '127.0.0.1');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined).resume();
  socket.write(
    'POST /documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{',
  );
  const drip = setInterval(() => socket.write(' '), 500);
  const late = setTimeout(() => socket.destroy(), Math.min(seconds * 1000, 40_000));
  await closed;
  clearInterval(drip);
  clearTimeout(late);
  count(told, 'slow');
}

/** Takes its answer late, and gets all of it. @param {Load} load @param {Told} told @param {number} number */
async function slowReader(load, told, number) {
  const start = performance.now();
  const pause = Math.min(2000, load.seconds * 200);
  check(load, told, number, await ask(load, { body: documentOf(load, number), pause }), start + pause);
  count(told, 'read late');
}

/** Asks for a document and goes away. @param {Load} load @param {Told} told @param {number} number */
async function gone(load, told, number) {
  const socket = connect(load.port, '127.0.0.1');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined).resume();
  const body = documentOf(load, number);
  socket.write(
    `POST /documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  setTimeout(() => socket.destroy(), randomInt(200));
  await closed;
  count(told, 'gone');
}
