/** Errors as the service answers with them: application/problem+json (RFC 9457), with the findings of a document. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Diagnostic } from '../diagnostics.ts';

export const problems = {
  'not-json': { status: 415, title: 'The body is not sent as JSON' },
  'not-acceptable': { status: 406, title: 'The document cannot be sent in a form that is accepted' },
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'faulty-document': { status: 422, title: 'The document has errors' },
  'key-reused': { status: 422, title: 'The idempotency key was used for another request' },
  'no-token': { status: 401, title: 'The token is missing or wrong' },
  'wrong-host': { status: 421, title: 'The request is addressed to another host' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'wrong-method': { status: 405, title: 'The address does not take this method' },
  'too-large': { status: 413, title: 'The body is too large' },
  'too-busy': { status: 503, title: 'Too many documents are being made' },
  'too-slow': { status: 504, title: 'The document took too long' },
  'no-threads': { status: 503, title: 'No document can be made' },
  'queue-away': { status: 503, title: 'The queue does not answer' },
  bug: { status: 500, title: 'A bug in Etrati' },
} as const satisfies Readonly<Record<string, { readonly status: ContentfulStatusCode; readonly title: string }>>;

export type ProblemName = keyof typeof problems;

/** Findings of an answer: a body of 8 MB may have a fault in every few bytes, and nobody mends them all at once. */
const mostFindings = 1000;

/** Thrown to answer with it. */
export class Problem extends Error {
  readonly problem: ProblemName;
  readonly findings: readonly Diagnostic[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    problem: ProblemName,
    detail: string,
    {
      findings = [],
      headers = {},
    }: { findings?: readonly Diagnostic[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.problem = problem;
    this.findings = findings;
    this.headers = headers;
  }

  answer(): Response {
    const { status, title } = problems[this.problem];
    const count = this.findings.length;
    const findings = count > 0 ? { findings: this.findings.slice(0, mostFindings) } : {};
    const detail =
      count > mostFindings
        ? `${this.message} These are the first ${mostFindings.toLocaleString('en')} of ${count.toLocaleString('en')} findings.`
        : this.message;
    const body = { type: `urn:etrati:problem:${this.problem}`, title, status, detail, ...findings };
    return new Response(`${JSON.stringify(body)}\n`, {
      status,
      headers: { 'content-type': 'application/problem+json', ...this.headers },
    });
  }
}
