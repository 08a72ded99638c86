/** A job of the queue: the order of a record, for a worker on any machine that has the project. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import * as z from 'zod';
import { type Diagnostic, failure } from '../diagnostics.ts';
import { hashOfFile } from '../many/hashes.ts';
import { keyOf, type MadeRecord, type OrderSettings } from '../many/made.ts';
import type { MakeTask } from '../many/maker.ts';
import { faultOfRecordName } from '../many/names.ts';
import type { RecordOrder } from '../many/record.ts';
import { version } from '../version.ts';
import { knownFormats } from '../write/targets.ts';
import { Designs } from './designs.ts';
import { differing, NamedFiles, type NamedHashes } from './named-files.ts';

export const jobName = 'document';

/** Seconds for which it is known what came of a job: a week to fetch it. */
export const keptFor = 7 * 24 * 60 * 60;

export interface JobData extends MakeTask {
  readonly version: string;
  /** Of the data file as it was where the job was put; null for a document that the job holds. */
  readonly base: string | null;
  /** Of the templates, themes and kinds of the project there. */
  readonly designs: string;
  /** Of the pictures, tables and other files that the order names there. */
  readonly named: NamedHashes;
  readonly settings: OrderSettings;
}

/** What of a project a job is made of, where it was put. */
export type JobSources = Pick<JobData, 'base' | 'designs' | 'named'>;

/** What a job is known by: the same order has the same, whoever puts it and however often. */
export function jobId(order: RecordOrder, settings: OrderSettings, { base, designs, named }: JobSources): string {
  return createHash('sha256')
    .update(`${keyOf(order, settings)} ${base} ${designs} ${JSON.stringify(named)}`)
    .digest('hex');
}

/** The hash of the data file that an order is made from. */
export async function baseOf(order: RecordOrder, root: string): Promise<string | null> {
  return order.changes?.type === 'whole' ? null : hashOfFile(path.resolve(root, order.file));
}

const place = z.object({ file: z.string(), line: z.int(), column: z.int() });
/** What was found as a record was read: of errors no job is made. */
const warning = z.object({
  severity: z.literal('warning'),
  code: z.string(),
  at: place.nullable(),
  message: z.string(),
  hints: z.array(z.string()),
  related: z.array(z.object({ at: place, message: z.string() })),
});
const order = z.object({
  number: z.int(),
  at: place,
  name: z.string().refine((name) => faultOfRecordName(name) === null),
  file: z.string(),
  languages: z.array(z.string()).optional(),
  formats: z.array(z.enum(knownFormats)).optional(),
  theme: z.string().optional(),
  template: z.string().optional(),
  changes: z.looseObject({ type: z.enum(['whole', 'patch', 'cells']) }).optional(),
  naming: z.object({ file: place, theme: place, template: place }).partial().optional(),
  warnings: z.array(warning).optional(),
});
const job = z.object({
  version: z.string(),
  base: z.string().nullable(),
  designs: z.string(),
  named: z.record(z.string(), z.string()),
  settings: z.looseObject({
    sourceDate: z.string(),
    print: z.looseObject({}),
    allow: z.array(z.unknown()),
    logos: z.looseObject({}),
  }),
  order,
});

/**
 * Whether a job is one of ours; that files are read within the project and written below the output folder does not depend on it, but
 * for the name, which is looked at here. Whoever may write to the queue may ask for documents, and for nothing else.
 */
export function isJob(data: unknown): data is JobData {
  return job.safeParse(data).success;
}

/** What jobs are made of in the project of this machine: a service puts them with it, a worker holds it against what they were put with. */
export class OwnSources {
  readonly #root: string;
  readonly #designs: Designs;
  readonly #named: NamedFiles;

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root;
    this.#designs = new Designs(root);
    this.#named = new NamedFiles(root);
  }

  /** As they are now. */
  async of(order: RecordOrder, settings: OrderSettings): Promise<JobSources> {
    const base = await baseOf(order, this.#root);
    return { base, designs: await this.#designs.hash(), named: await this.#named.of(order, settings) };
  }
}

/** Why this worker must not do a job: it would make something else than what was asked for. */
export async function unfit(
  { version: asked, order, settings, ...put }: JobData,
  own: OwnSources,
): Promise<Diagnostic | null> {
  const { at, file } = order;
  if (asked !== version())
    return failure(
      'worker-differs',
      at,
      `The record was put into the queue by Etrati ${asked}, and the worker is Etrati ${version()}.`,
      { hints: ['Install the same version for all, and run etrati enqueue again.'] },
    );
  const message = differenceOf(put, await own.of(order, settings), file);
  if (message === null) return null;
  return failure('worker-differs', at, message, {
    hints: ['Bring the same project to all machines, and run etrati enqueue again.'],
  });
}

function differenceOf(put: JobSources, own: JobSources, file: string): string | null {
  if (put.base !== null && put.base !== own.base)
    return `The worker has another "${file}" than the one that was put into the queue.`;
  if (put.designs !== own.designs)
    return 'The worker has other templates or themes (the folder "templates") than those where the record was put into the queue.';
  const other = differing(put.named, own.named);
  if (other === null) return null;
  const known = (hash = '-') => hash !== '-';
  if (!known(own.named[other])) return `The worker does not have "${other}", which the record names.`;
  const place = 'where the record was put into the queue';
  return known(put.named[other])
    ? `The worker has another "${other}" than the one ${place}.`
    : `The worker has "${other}", which was not there ${place}.`;
}

/** What came of a record that was not made. */
export function unmade(diagnostics: readonly Diagnostic[]): MadeRecord {
  return { files: [], diagnostics, allowed: 0, sources: [], inputs: '', time: 0 };
}
