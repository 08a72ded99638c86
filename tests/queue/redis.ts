/** A server of Redis of the test's own, if the machine has the program; and processes of the program. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/world.ts';

const redisServer = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);
/** Tests that need a server are skipped where this is false; .ci/run installs one. */
export const hasRedis = redisServer !== undefined;
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

const { NODE_OPTIONS: _, ...clean } = process.env;
const cli = path.join(packageRoot, 'dist/cli.cjs');

/** The program is built before the tests of a file. */
export function built(): void {
  beforeAll(() => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot });
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
  }, 300_000);
}

export class RedisServer {
  readonly port: number;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'etrati-redis-'));
  #process: ChildProcess | null = null;
  #encrypted = false;

  private constructor(port: number) {
    this.port = port;
  }

  /** @param encrypted whether it speaks TLS alone, by a certificate of an authority of its own */
  static async start({ encrypted = false } = {}): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    server.#encrypted = encrypted;
    if (encrypted) certify(server.#folder);
    onTestFinished(async () => {
      await server.stop('SIGKILL');
      rmSync(server.#folder, { recursive: true, force: true });
    });
    await server.start();
    return server;
  }

  get address(): string {
    return `redis${this.#encrypted ? 's' : ''}://127.0.0.1:${this.port}`;
  }

  /** The file with the certificate of the authority. */
  get authority(): string {
    return path.join(this.#folder, 'ca.crt');
  }

  async start(): Promise<void> {
    const flags = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--appendfsync', 'always'];
    const file = (name: string) => path.join(this.#folder, name);
    const at = this.#encrypted
      ? ['--port', '0', '--tls-port', String(this.port), '--tls-auth-clients', 'no']
      : ['--port', String(this.port)];
    const certificate = this.#encrypted
      ? ['--tls-cert-file', file('own.crt'), '--tls-key-file', file('own.key'), '--tls-ca-cert-file', this.authority]
      : [];
    this.#process = spawn(redisServer ?? '', [...at, ...certificate, '--dir', this.#folder, ...flags], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      this.#process?.once('exit', () => reject(new Error('the server ended')));
      this.#process?.stdout?.on('data', (text) => {
        if (String(text).includes('Ready to accept connections')) resolve();
      });
    });
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}

/** An authority, and a certificate of it for this machine. */
function certify(folder: string): void {
  writeFileSync(path.join(folder, 'names'), 'subjectAltName=IP:127.0.0.1');
  const key = '-newkey rsa:2048 -nodes';
  for (const command of [
    `req -x509 ${key} -keyout ca.key -out ca.crt -days 2 -subj /CN=authority`,
    `req ${key} -keyout own.key -out own.csr -subj /CN=own`,
    'x509 -req -in own.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out own.crt -days 2 -extfile names',
  ]) {
    const { status, stderr } = spawnSync('openssl', command.split(' '), { cwd: folder });
    if (status !== 0) throw new Error(String(stderr));
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of the program in a folder, and what it comes to. */
export function start(
  root: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program = cli,
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [program, ...argv], { cwd: root, env: { ...clean, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += String(text);
  });
  child.stderr.on('data', (text) => {
    stderr += String(text);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}
