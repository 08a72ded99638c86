/** What judges have said of files: `conformance.json`, as `npm run conformance` writes it, told by the hash of each file. */
import * as z from 'zod';
import { Refused } from '../diagnostics.ts';
import type { World } from '../world.ts';

const result = z.object({
  judge: z.string(),
  file: z.string(),
  sha256: z.string().optional(),
  verdict: z.enum(['passed', 'failed', 'not run']),
  reason: z.string().optional(),
  findings: z.array(
    z.object({
      rule: z.string(),
      message: z.string(),
      where: z.string().optional(),
      question: z.boolean().optional(),
    }),
  ),
});

export interface Judgement {
  readonly judge: string;
  readonly verdict: 'passed' | 'failed' | 'not run';
  /** What was found wrong: rule and message. */
  readonly faults: readonly { readonly rule: string; readonly message: string }[];
  /** What the judge leaves to a person. */
  readonly open: readonly { readonly rule: string; readonly message: string }[];
}

/** Verdicts by the SHA-256 of the file that was judged; older ones, without a hash, speak of no file that we know. */
export type Judgements = ReadonlyMap<string, readonly Judgement[]>;

/** None where there is no such file, or one that is not what `npm run conformance` writes: then nothing was judged. */
export async function loadJudgements(world: World, file: string): Promise<Judgements> {
  const found = new Map<string, readonly Judgement[]>();
  const bytes = await world.read(file).catch((error: unknown) => {
    if (error instanceof Refused) return null;
    throw error;
  });
  for (const { judge, sha256, verdict, findings } of parse(bytes)) {
    if (sha256 === undefined) continue;
    const parted = findings.map(({ rule, message, question }) => ({ rule, message, question: question === true }));
    const judgement: Judgement = {
      ...{ judge, verdict },
      faults: parted.filter(({ question }) => !question).map(({ rule, message }) => ({ rule, message })),
      open: parted.filter(({ question }) => question).map(({ rule, message }) => ({ rule, message })),
    };
    found.set(sha256, [...(found.get(sha256) ?? []), judgement]);
  }
  return found;
}

function parse(bytes: Uint8Array | null): readonly z.output<typeof result>[] {
  if (bytes === null) return [];
  try {
    return z.array(result).parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return [];
  }
}
