/** The commands that make many documents. */
import { Option } from 'commander';
import { readJobs, readMemory } from './arguments.ts';
import type { BatchFlags } from './batch.ts';
import { progressForms } from './batch-progress.ts';
import { diagnosticsOption, withChecks, withOutput } from './command-options.ts';
import type { CommandHost } from './commands.ts';

const batchGuide = `
The manifest has a record for each document: JSON Lines (.jsonl), a JSON list (.json), CSV (.csv) or Excel (.xlsx).
Each record names a data file ("data"), or a base and what differs in it; docs/batch.md has examples.
In the output folder are also: batch.jsonl (a line for each record, as it is done), batch-summary.json, batch.html, and
SHA256SUMS. Exit code 1 if any record failed; the others are made all the same.
`;

export function addBatch(host: CommandHost): void {
  const { program, terminal, run } = host;
  const command = program
    .command('batch')
    .argument('<manifest>', 'a list of documents: .jsonl, .json, .csv or .xlsx, in the project')
    .description('make a document for each record of a list, such as the rows of an Excel file')
    .option('--base <file>', 'the data file that records change if they name no other')
    .option(
      '--name <pattern>',
      'what files are called, such as "brochure-{region}" (default: <base>-<number of the record>)',
    )
    .option('--sheet <name>', 'the sheet of a workbook (default: the first one)')
    .option('--check', 'check all records and write nothing')
    .option('--resume', 'make only what is missing, changed or failed; the rest is kept')
    .option('--report <folder>', 'the folder for the report (default: the output folder)')
    .addOption(
      new Option(
        '--progress <form>',
        'a bar, or lines for screen readers and logs (default: bar in a terminal)',
      ).choices(progressForms),
    )
    .option('--quiet', 'say nothing unless something failed')
    .option(
      '--jobs <number>',
      'how many documents are made at a time, from 1 to 64 (default: as many as there are cores)',
      readJobs,
    )
    .option('--memory <MB>', 'the memory that each of them may take, from 128 to 65536 (default: 1024)', readMemory);
  withChecks(withOutput(command), diagnosticsOption(['human', 'json']))
    .addHelpText('after', batchGuide)
    .action((manifest: string, flags: BatchFlags) =>
      run(async () => (await import('./batch.ts')).batch(manifest, flags, terminal)),
    );
}
