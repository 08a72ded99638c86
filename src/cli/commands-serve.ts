/** The command that makes documents for other programs. */
import { Option } from 'commander';
import { readPort, readWithin } from './arguments.ts';
import type { CommandHost } from './command-host.ts';
import { withChecks } from './command-options.ts';
import { withThreads } from './commands-many.ts';
import type { ServeFlags } from './serve.ts';

const guide = `
POST /documents takes a record as etrati batch does, as JSON: { "data": {…} }, or { "base": "data/….json", "patch": {…} }, and
"formats", "languages", "theme", "template", "name"; it gives the files. GET /openapi.json describes all of it (OpenAPI 3.1).
Others than this machine reach the service only with --host, and then it has a token: in a file (--token-file), or in
ETRATI_TOKEN. It speaks HTTP: for others put it behind a server that speaks HTTPS. docs/many.md says more.
`;

export function addServe({ program, terminal, run }: CommandHost): void {
  const command = program
    .command('serve')
    .description('make documents for other programs, which ask for them by HTTP; Ctrl+C ends it')
    .option('--host <address>', 'the address to listen at (default: 127.0.0.1, which only this machine reaches)')
    .option('--port <number>', 'the port to listen at, from 1024 to 65535 (default: 8080)', readPort)
    .option('--token-file <file>', 'a file with the token that each request has to have')
    .option('--max-body <MB>', 'what a request may have, from 1 to 8 megabytes (default: 8)', readWithin(1, 8))
    .option('--max-time <seconds>', 'what a document may take, from 1 to 600 (default: 60)', readWithin(1, 600))
    .option(
      '--max-waiting <number>',
      'how many requests may wait, from 0 to 10000 (default: 64)',
      readWithin(0, 10_000),
    )
    .addOption(new Option('--queue <url>', 'let workers of a queue make the documents').env('ETRATI_QUEUE'))
    .option('--out <folder>', 'with --queue: where the workers put the files, a folder or s3://bucket/folder');
  withChecks(withThreads(command), null)
    .addHelpText('after', guide)
    .action((flags: ServeFlags) => run(async () => (await import('./serve.ts')).serve(flags, terminal)));
}
