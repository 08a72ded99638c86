/** The body of a request, within its limits. */
import type { Gate } from './gate.ts';
import { Problem } from './problem.ts';

export interface Body {
  readonly bytes: Uint8Array;
  /** When it is no longer held. */
  letGo(): void;
}

/** Throws a `Problem` for one that is too long, as soon as that is seen. */
export async function readBody({ headers, body }: Request, limit: number, gate: Gate): Promise<Body> {
  const tooLarge = () =>
    new Problem('too-large', `The body has more than ${limit} bytes.`, { headers: { connection: 'close' } });
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
  return { bytes: Buffer.concat(chunks), letGo };
}
