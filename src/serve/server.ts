/** The service: it listens on this machine alone unless it is told otherwise. */

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { OrderSettings } from '../many/made.ts';
import { type MakingOptions, openMaking } from '../many/making.ts';
import { roomFor } from '../thread-room.ts';
import { warming } from '../threads.ts';
import { createApp } from './app.ts';
import { Gate } from './gate.ts';
import type { QueuedDocuments } from './queued.ts';

export interface ServiceOptions extends Omit<MakingOptions, 'destination' | 'checkOnly'> {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Null where all who reach the service may ask. */
  readonly token: string | null;
  /** Bytes of a body. */
  readonly limit: number;
  /** Milliseconds that a document may take. */
  readonly patience: number;
  /** How many requests wait for a place. */
  readonly waiting: number;
  readonly queued: QueuedDocuments | null;
  /** What is asked for of all documents now, where that is not `settings` for ever. */
  asked?(): Promise<OrderSettings>;
  logBug(error: unknown): void;
}

export interface OpenService {
  /** Such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Takes no more requests, and ends when those in hand are answered. */
  close(): Promise<void>;
}

/** Milliseconds: for the head of a request, and for all of it. A client that is slower is sent away. */
const headPatience = 10_000;
const requestPatience = 30_000;
const connections = 1000;

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Throws the system's error where it cannot listen there. */
export async function openService(options: ServiceOptions): Promise<OpenService> {
  const { root, host, port, limit, waiting, patience, queued, logBug, token } = options;
  const { jobs, memory } = roomFor(options);
  const making = openMaking({ ...options, jobs, memory, checkOnly: false, destination: { type: 'answer' } });
  const gate = new Gate({ atOnce: jobs, waiting, bytes: 8 * limit });
  const fileOf = (file: string) => path.resolve(root, file);
  const { asked = async () => options.settings } = options;
  const app = createApp({ fileOf, asked, isLoopback: isLoopback(host), token, limit, gate, making, queued, logBug });
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: headPatience,
      requestTimeout: requestPatience,
      connectionsCheckingInterval: 2000,
      maxHeaderSize: 16_384,
    },
  }) as Server;
  server.maxConnections = connections;
  // A reader that takes nothing for so long holds its answer in vain.
  server.setTimeout(warming + patience * (1 + Math.ceil(waiting / jobs)) + requestPatience);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, resolve);
    });
  } catch (error) {
    await making.close();
    throw error;
  }
  const { port: opened } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${opened}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(late);
      await making.close();
      await queued?.close();
    },
  };
}
