/** The body of a request, within its limits. */
import type { Gate } from './gate.ts';
import { Problem } from './problem.ts';

export interface Body {
  readonly bytes: Uint8Array;
  /** When it is no longer held. */
  letGo(): void;
}

/** Those whose bodies were read to their end. */
const read = new WeakSet<Request>();

/**
 * Whether a request still has a body that nobody reads: its connection cannot be used again, and the answer has to say so, or the next
 * request on it would be lost.
 */
export function isLeft(request: Request): boolean {
  const { headers } = request;
  return !read.has(request) && (headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > 0);
}

/** Throws a `Problem` for one that is too long, as soon as that is seen. */
export async function readBody(request: Request, limit: number, gate: Gate): Promise<Body> {
  const { headers, body } = request;
  const tooLarge = () => new Problem('too-large', `The body has more than ${limit} bytes.`);
  if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const letGo = () => {
    gate.letGo(size);
    size = 0;
  };
  if (body === null) return { bytes: new Uint8Array(), letGo };
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      gate.hold(chunk.byteLength);
      size += chunk.byteLength;
      if (size > limit) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    letGo();
    throw error;
  }
  read.add(request);
  return { bytes: Buffer.concat(chunks), letGo };
}
