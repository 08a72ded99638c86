/** The command line: what may be asked, in which words, and what the exit code says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Refused } from '../diagnostics.ts';
import { lang } from '../model/build.ts';
import { visible } from '../render-diagnostics.ts';
import { nameHints } from '../suggestion.ts';
import { packageRoot } from '../world.ts';
import { type Format, formats } from '../write/targets.ts';
import type { BuildFlags, Flags } from './build.ts';
import { type ExitCode, exit, exitCodeOf, showFindings } from './findings.ts';
import { type Terminal, usesColor, widthOf } from './terminal.ts';

const guide = `
Examples:
  etrati build                                     all of data/, in every format and language, into output/
  etrati build data/brochure/brochure.json --format pdf,html --lang ka
  etrati validate data/brochure/brochure.json      check it and write nothing
  etrati outline output/brochure.ka.pdf            what a finished file says to a screen reader
  etrati schema brochure > brochure.schema.json    for editors: completion and checks while typing

Exit codes: 0 done, also with warnings · 1 an error in data, template or theme · 2 wrong usage, or a file or
folder that cannot be used · 3 a bug of Etrati's own.
`;

const jsonGuide = `
With --diagnostics json, stdout holds one object:
  { "diagnostics": [{ severity, code, at: { file, line, column, path } or null, message, hints, related, clause }],
    "outputs": [{ file, source, format, lang, size }] }
`;

/** Runs one command. Never throws, and never ends the process. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exit.done;
  const program = createProgram(terminal, async (command) => {
    code = await command();
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.misuse;
    if (error instanceof Refused) return await tellRefusal(error, terminal);
    return tellBug(error, terminal);
  }
}

type Run = (command: () => Promise<ExitCode>) => Promise<void>;

function createProgram(terminal: Terminal, run: Run): Command {
  const program = new Command('etrati')
    .description('One accessible document from structured data: tagged PDF, DOCX and HTML in Georgian and English.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', guide)
    .exitOverride()
    .configureOutput(outputOf(terminal));
  addBuild(program, terminal, run);
  addValidate(program, terminal, run);
  addOutline(program, terminal, run);
  addSchema(program, terminal, run);
  return program;
}

function addBuild(program: Command, terminal: Terminal, run: Run): void {
  const command = program
    .command('build')
    .argument('[files...]', 'data files; none means every data/<kind>/*.json')
    .description('make the documents of data files')
    .option('--format <list>', `which of ${formats.join(', ')}; else all of them`, readFormats)
    .option('--lang <list>', 'which of its languages, as ka,en; else all of them', readLanguages)
    .option('--out <folder>', 'where to write <data file>.<lang>.<format>', 'output')
    .addHelpText('after', jsonGuide);
  addChecks(command).action((files: string[], flags: BuildFlags) =>
    run(async () => (await import('./build.ts')).build(files, flags, terminal)),
  );
}

function addValidate(program: Command, terminal: Terminal, run: Run): void {
  const command = program
    .command('validate')
    .argument('[files...]', 'data files; none means every data/<kind>/*.json')
    .description('check data files, with their template and theme, and write nothing')
    .addHelpText('after', jsonGuide);
  addChecks(command).action((files: string[], flags: Flags) =>
    run(async () => (await import('./build.ts')).validate(files, flags, terminal)),
  );
}

function addChecks(command: Command): Command {
  return command
    .option('--template <name>', "a template of the project or of Etrati; else the one named as the document's kind")
    .option('--theme <name>', 'a theme of the project or of Etrati; else gza')
    .option('--strict', 'count warnings as errors')
    .addOption(
      new Option('--diagnostics <form>', 'findings for people on stderr, or as one JSON object on stdout')
        .choices(['human', 'json'])
        .default('human'),
    );
}

function addOutline(program: Command, terminal: Terminal, run: Run): void {
  program
    .command('outline')
    .argument('<file>', `a finished file: ${formats.join(', ')}`)
    .description('read the structure of a finished file back: roles, texts, languages, alternative texts, links')
    .option('--json', 'as JSON')
    .action((file: string, flags: { readonly json?: boolean }) =>
      run(async () => (await import('./outline.ts')).outline(file, flags.json === true, terminal)),
    );
}

function addSchema(program: Command, terminal: Terminal, run: Run): void {
  program
    .command('schema')
    .argument('<kind>', 'a kind of document, as brochure')
    .description('print the JSON Schema of a kind of document, for editors')
    .action((kind: string) => run(async () => (await import('./schema.ts')).schema(kind, terminal)));
}

function readFormats(list: string, before: readonly Format[] = []): readonly Format[] {
  const asked = split(list).map((name) => {
    const known = formats.find((format) => format === name);
    if (known === undefined) throw new InvalidArgumentError(nameHints(name, formats, 'formats').join(' '));
    return known;
  });
  return [...new Set([...before, ...asked])];
}

function readLanguages(list: string, before: readonly string[] = []): readonly string[] {
  const asked = split(list).map((tag) => {
    const known = lang(tag);
    if (known === null) throw new InvalidArgumentError('Give language tags (BCP 47), such as ka or en.');
    return known;
  });
  return [...new Set([...before, ...asked])];
}

function split(list: string): readonly string[] {
  const names = list.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Give names with commas between them.');
  return names;
}

function outputOf(terminal: Terminal) {
  const { stdout, stderr } = terminal;
  return {
    writeOut: (text: string) => void stdout.write(text),
    writeErr: (text: string) => void stderr.write(text),
    outputError: (text: string, write: (text: string) => void) => write(text.split('\n').map(visible).join('\n')),
    getOutHelpWidth: () => widthOf(stdout),
    getErrHelpWidth: () => widthOf(stderr),
    getOutHasColors: () => usesColor(terminal, stdout),
    getErrHasColors: () => usesColor(terminal, stderr),
  };
}

function version(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(path.join(packageRoot, 'package.json'), 'utf8'),
  );
  return manifest.version;
}

async function tellRefusal({ diagnostics }: Refused, terminal: Terminal): Promise<ExitCode> {
  await showFindings(diagnostics, terminal);
  return exitCodeOf(diagnostics);
}

/** Our own mistake: said in one line; the stack only for those who look for it. */
export function tellBug(error: unknown, { stderr, env }: Pick<Terminal, 'stderr' | 'env'>): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`This is a bug in Etrati, not in your files: ${visible(message)}\n`);
  if (env.ETRATI_DEBUG === '1' && error instanceof Error) stderr.write(`${error.stack}\n`);
  else stderr.write('Please report it with the command that you ran and the lines that ETRATI_DEBUG=1 adds.\n');
  return exit.bug;
}
