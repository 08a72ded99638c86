/** The commands that bring data back out of finished files. */
import type { CommandHost } from './command-host.ts';
import type { DiffFlags } from './diff.ts';
import type { ExtractFlags } from './extract.ts';

export function addExtract({ program, terminal, run }: CommandHost): void {
  program
    .command('extract')
    .argument('<file>', 'a PDF, DOCX or HTML file built with --embed-source')
    .description('save the data file that is inside a finished file, unchanged')
    .option(
      '--out <file>',
      'where to save it (default: the working folder, under its own name, or that of the file with .json)',
    )
    .option('--force', 'replace an existing file')
    .action((file: string, flags: ExtractFlags) =>
      run(async () => (await import('./extract.ts')).extract(file, flags, terminal)),
    );
}

const diffGuide = `
Without --apply nothing is written. With --json, stdout holds one object; etrati schema diff prints its JSON Schema.
The document has to be built by Etrati; if it carries its data (--embed-source), data that has changed since is compared as
well. Tracked changes count as accepted. docs/word.md says what can be taken over.
`;

export function addDiff({ program, terminal, run }: CommandHost): void {
  program
    .command('diff')
    .argument('<document>', 'a DOCX that Etrati has built and that people have edited')
    .argument('<data>', 'the data file that it was built from')
    .description('tell what was changed in a Word document, field by field of the data, and take it over')
    .option('--json', 'as JSON')
    .option('--apply', 'take changes over into the data file; the file as it was is kept as <data>.bak')
    .option(
      '--only <path>',
      'with --apply: the changes of this path of the data and of what is in it; may be repeated',
      (path: string, before: readonly string[] = []) => [...before, path],
    )
    .option('--all', 'with --apply: all changes that can be taken over (default: in a terminal, each is asked for)')
    .option('--lang <tag>', 'the language of the document, where it does not say it')
    .option('--template <name|path>', 'the template that it was built with (default: as for etrati build)')
    .option('--theme <name|path>', 'the theme that it was built with (default: as for etrati build)')
    .addHelpText('after', diffGuide)
    .action((document: string, data: string, flags: DiffFlags) =>
      run(async () => (await import('./diff.ts')).diffDocument(document, data, flags, terminal)),
    );
}
