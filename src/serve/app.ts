/** The addresses of the service. */
import { type Context, Hono } from 'hono';
import type { OrderSettings } from '../many/made.ts';
import type { OrderMaking } from '../many/making.ts';
import { mediaType } from '../many/s3.ts';
import { codeOf } from '../system-error.ts';
import { version } from '../version.ts';
import { answerWith, disposition } from './answers.ts';
import { isLeft, readBody } from './body.ts';
import { madeOf, orderIn } from './documents.ts';
import { checkDoor, type DoorOptions } from './door.ts';
import type { Gate } from './gate.ts';
import { Keys, type SentAnswer } from './keys.ts';
import { Metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { Problem } from './problem.ts';
import type { QueuedDocuments } from './queued.ts';

export interface AppOptions extends DoorOptions {
  /** Bytes of a body. */
  readonly limit: number;
  readonly gate: Gate;
  readonly making: OrderMaking;
  /** Where a file of the project is. */
  readonly fileOf: (file: string) => string;
  /** What is asked for of all documents, as the project's config says it now. */
  readonly asked: () => Promise<OrderSettings>;
  /** Null where the service makes documents itself. */
  readonly queued: QueuedDocuments | null;
  /** What nobody who asks is told. */
  logBug(error: unknown): void;
}

/** Nothing that is sent is a page of ours, and nothing of it is to be kept by others. */
const safe: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

export function createApp(options: AppOptions): Hono {
  const { gate, making, queued, logBug } = options;
  const [app, metrics, keys] = [new Hono(), new Metrics(), new Keys()];
  app.use(async (context, next) => {
    try {
      checkDoor(context.req.raw, options);
      await next();
    } catch (error) {
      context.res = answerTo(error, context.req.raw.signal, logBug);
    }
    for (const [name, value] of Object.entries(safe)) context.res.headers.set(name, value);
    if (isLeft(context.req.raw)) context.res.headers.set('connection', 'close');
    metrics.request(context.res.status);
  });
  app.onError((error, { req }) => answerTo(error, req.raw.signal, logBug));
  app.post('/documents', (context) => document(context, options, { metrics, keys }));
  app.get('/jobs/:id', async (context) => {
    if (queued === null) throw new Problem('not-found', 'This service has no queue.');
    return context.json(await queued.find(context.req.param('id')));
  });
  app.get('/jobs/:id/files/:name{.+}', async (context) => {
    if (queued === null) throw new Problem('not-found', 'This service has no queue.');
    const name = context.req.param('name');
    const bytes = await queued.file(context.req.param('id'), name);
    return new Response(bodyOf(bytes), { headers: { 'content-type': mediaType(name), ...disposition(name) } });
  });
  app.get('/health', (context) => {
    if (queued === null && !making.isSound())
      throw new Problem(
        'no-threads',
        'The threads that make documents end as they begin; the log of the service says why.',
      );
    return context.json({ status: 'ok', version: version() });
  });
  app.get('/metrics', () => {
    const text = metrics.text({ inside: gate.inside, waiting: gate.waiting });
    return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
  });
  app.get('/openapi.json', (context) => context.json(openApi()));
  const known = /^\/(?:documents|health|metrics|openapi\.json|jobs\/[^/]+(?:\/files\/.+)?)$/;
  app.notFound((context) =>
    (known.test(context.req.path)
      ? new Problem('wrong-method', `${context.req.method} is not for this address.`, {
          headers: { allow: context.req.path === '/documents' ? 'POST' : 'GET, HEAD' },
        })
      : new Problem('not-found', 'GET /openapi.json says which addresses there are.')
    ).answer(),
  );
  return app;
}

async function document(
  { req }: Context,
  options: AppOptions,
  { metrics, keys }: { readonly metrics: Metrics; readonly keys: Keys },
): Promise<Response> {
  const { gate, limit, queued, asked } = options;
  const type = req.header('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type))
    throw new Problem('not-json', 'Send the document as application/json.');
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type) ?? [];
  if (!/^(?:utf-?8|us-ascii)$/i.test(charset)) throw new Problem('not-json', 'Send the document in UTF-8.');
  if (!/^(?:identity)?$/i.test(req.header('content-encoding') ?? ''))
    throw new Problem('not-json', 'Send the document as it is, without Content-Encoding.');
  const accept = req.header('accept') ?? null;
  const body = await readBody(req.raw, limit, gate);
  const { signal } = req.raw;
  const make = async (): Promise<SentAnswer> => {
    const order = orderIn(body.bytes);
    if (queued !== null) return queuedAnswer(await queued.put(order));
    const leave = await gate.enter(signal);
    const begun = performance.now();
    let isMade = false;
    try {
      const { contents = [], diagnostics } = await madeOf(order, await asked(), options);
      isMade = true;
      return answerWith(contents, diagnostics, accept);
    } finally {
      leave();
      metrics.document(isMade, performance.now() - begun);
    }
  };
  try {
    // The same body for another kind of answer is another request.
    const request = Buffer.concat([Buffer.from(`${accept ?? ''}\n`), body.bytes]);
    const { status, headers, body: bytes } = await keys.answer(req.header('idempotency-key') ?? null, request, make);
    return new Response(bodyOf(bytes), { status, headers });
  } finally {
    body.letGo();
  }
}

function queuedAnswer(job: { readonly id: string }): SentAnswer {
  return {
    status: 202,
    headers: { 'content-type': 'application/json', location: `/jobs/${job.id}` },
    body: new TextEncoder().encode(JSON.stringify(job)),
  };
}

function bodyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function answerTo(error: unknown, { aborted }: AbortSignal, logBug: AppOptions['logBug']): Response {
  if (error instanceof Problem) return error.answer();
  // The client has gone, and what was done for it broke off: nobody reads this.
  if (aborted || codeOf(error) === 'ECONNRESET') return new Problem('bad-request', 'The request ended.').answer();
  logBug(error);
  return new Problem('bug', 'It is in the log of the service. Other documents are not affected.').answer();
}
