/** The commands that make many documents. */
import { type Command, Option } from 'commander';
import { readDeadAfter, readJobs, readMemory, readTimeout } from './arguments.ts';
import type { BatchFlags } from './batch.ts';
import { progressForms } from './batch-progress.ts';
import type { CommandHost } from './command-host.ts';
import { diagnosticsOption, oneOf, withChecks, withOutput } from './command-options.ts';
import type { CollectFlags, EnqueueFlags, WorkFlags } from './queue.ts';

const batchGuide = `
The manifest has a record for each document: JSON Lines (.jsonl), a JSON list (.json), CSV (.csv) or Excel (.xlsx).
Each record names a data file ("data"), or a base and what differs in it; docs/many.md has examples.
In the output folder are also: batch.jsonl (a line for each record, as it is done), batch-summary.json, batch.html, and
SHA256SUMS. Exit code 1 if any record failed; the others are made all the same.
`;

const queueGuide = `
The queue is on a server of Redis or Valkey; docs/many.md says how to set one up. The address may be in ETRATI_QUEUE:
it then stays out of the list of processes. It needs the packages bullmq and ioredis (npm install bullmq ioredis).
`;
const storeGuide = `
For s3://bucket/folder the environment has AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, and for another store than
Amazon's AWS_ENDPOINT_URL.
`;

export function addMany(host: CommandHost): void {
  addBatch(host);
  addEnqueue(host);
  addWork(host);
  addCollect(host);
}

function withManifest(command: Command): Command {
  return command
    .argument('<manifest>', 'a list of documents: .jsonl, .json, .csv or .xlsx, in the project')
    .option('--base <file>', 'the data file that records change if they name no other')
    .option(
      '--name <pattern>',
      'what files are called, such as "brochure-{region}" (default: <base>-<number of the record>)',
    )
    .option('--sheet <name>', 'the sheet of a workbook (default: the first one)');
}

function withProgress(command: Command): Command {
  return command
    .addOption(
      oneOf(
        new Option('--progress <form>', 'a bar, or lines for screen readers and logs (default: bar in a terminal)'),
        progressForms,
      ),
    )
    .option('--quiet', 'say nothing unless something failed');
}

export function withThreads(command: Command): Command {
  return command
    .option(
      '--jobs <number>',
      'how many documents are made at a time, from 1 to 64 (default: as many as there are cores, and room in a container)',
      readJobs,
    )
    .option(
      '--memory <MB>',
      'the memory that each of them may take, from 128 to 65536 (default: 1024, or what a container has for each)',
      readMemory,
    );
}

function withTimeout(command: Command): Command {
  return command.option(
    '--timeout <seconds>',
    'what each document may take, from 1 to 86400; one that takes longer is ended and reported as failed (default: 300)',
    readTimeout,
  );
}

function withQueue(command: Command): Command {
  return command.addOption(
    new Option('--queue <url>', 'the queue, such as redis://localhost:6379').env('ETRATI_QUEUE'),
  );
}

function addEnqueue({ program, terminal, run }: CommandHost): void {
  const command = withQueue(
    withManifest(program.command('enqueue')).description(
      'put a document for each record of a list into a queue, for workers on any number of machines',
    ),
  ).option('--batch <name>', 'what the batch is called, to collect it (default: the name of the list)');
  withChecks(withOutput(command, false), diagnosticsOption(['human', 'json']))
    .addHelpText('after', queueGuide)
    .action((manifest: string, flags: EnqueueFlags) =>
      run(async () => (await import('./queue.ts')).enqueue(manifest, flags, terminal)),
    );
}

function addWork({ program, terminal, run }: CommandHost): void {
  const command = withQueue(
    program.command('work').description('take documents from a queue and make them; Ctrl+C ends after those in hand'),
  );
  withTimeout(withThreads(command))
    .option('--out <folder>', 'where the files go: a folder, or s3://bucket/folder (default: output)')
    .option(
      '--dead-after <seconds>',
      'a worker that is silent for so long counts as dead, and others make its documents (default: 30)',
      readDeadAfter,
    )
    .option('--until-empty', 'end when nothing waits any more')
    .option('--quiet', 'say nothing unless something failed')
    .addHelpText('after', `${queueGuide}The worker runs in a copy of the project.\n${storeGuide}`)
    .action((flags: WorkFlags) => run(async () => (await import('./queue.ts')).work(flags, terminal)));
}

function addCollect({ program, terminal, run }: CommandHost): void {
  const command = withQueue(
    program
      .command('collect')
      .argument('[batch]', 'what etrati enqueue called it (default: the batch that was put last)')
      .description('wait until all documents of a batch are made, and report each, as etrati batch does'),
  ).option('--report <folder>', 'the folder for the report (default: output)');
  withProgress(command)
    .addOption(diagnosticsOption(['human', 'json']))
    .addHelpText('after', queueGuide)
    .action((batch: string | undefined, flags: CollectFlags) =>
      run(async () => (await import('./queue.ts')).collect(batch, flags, terminal)),
    );
}

function addBatch(host: CommandHost): void {
  const { program, terminal, run } = host;
  const command = withManifest(program.command('batch'))
    .description('make a document for each record of a list, such as the rows of an Excel file')
    .option('--check', 'check all records and write nothing')
    .option('--resume', 'make only what is missing, changed or failed; the rest is kept')
    .option('--report <folder>', 'the folder for the report (default: the output folder)');
  withChecks(withOutput(withTimeout(withThreads(withProgress(command)))), diagnosticsOption(['human', 'json']))
    .addHelpText('after', batchGuide)
    .action((manifest: string, flags: BatchFlags) =>
      run(async () => (await import('./batch.ts')).batch(manifest, flags, terminal)),
    );
}
