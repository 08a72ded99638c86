/** The commands and their options, in the words that --help shows. Each command's work is imported when it is asked for. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { lang } from '../model/build.ts';
import { nameHints } from '../suggestion.ts';
import {
  type Format,
  formats,
  impositions,
  knownFormats,
  pdfStandards,
  printLayouts,
  printMarks,
} from '../write/targets.ts';
import type { ExtractFlags } from './extract.ts';
import type { ExitCode } from './findings.ts';
import type { PreflightFlags } from './preflight.ts';
import type { BuildFlags, Flags } from './settings.ts';
import type { Terminal } from './terminal.ts';

type Run = (command: () => Promise<ExitCode>) => Promise<void>;

/** What all commands are added to. */
export interface Host {
  readonly program: Command;
  readonly terminal: Terminal;
  readonly run: Run;
}

const jsonGuide = `
With --diagnostics json, stdout holds one object:
  { "diagnostics": [{ severity, code, at: { file, line, column, path } or null, message, hints, related, clause }],
    "allowed": [the warnings that the config allows, each with its reason],
    "outputs": [{ file, source, format, lang, size }] }
`;
const configGuide = `
Defaults can be set in etrati.config.json in the working folder; options win over them.
`;

const preflightGuide = `
Facts go to stdout, findings to stderr. With --diagnostics json, stdout holds one object:
  { "diagnostics": [{ severity, code, at: null, message, hints, related, clause }],
    "facts": { version, standard, pageCount, pages, fonts, inks, inkMaximum, intent, pictures }
             or null for a file that cannot be looked into }
`;

export function addCommands(host: Host): void {
  addInit(host);
  addBuild(host);
  addWatch(host);
  addValidate(host);
  addOutline(host);
  addPreflight(host);
  addExtract(host);
  addSchema(host);
  addDoctor(host);
}

function addInit({ program, terminal, run }: Host): void {
  program
    .command('init')
    .argument('<folder>', 'a new or empty folder')
    .description('make a project of your own: data, template, theme, config; etrati build works in it at once')
    .action((folder: string) => run(async () => (await import('./init.ts')).init(folder, terminal)));
}

function addBuild({ program, terminal, run }: Host): void {
  const command = withFiles(program.command('build')).description('make the documents of data files');
  withChecks(withOutput(command))
    .addHelpText('after', configGuide + jsonGuide)
    .action((files: string[], flags: BuildFlags) =>
      run(async () => (await import('./build.ts')).build(files, flags, terminal)),
    );
}

function addWatch({ program, terminal, run }: Host): void {
  const command = withFiles(program.command('watch')).description(
    'build, and build again whenever data, a picture, a template, a theme or the config is saved; Ctrl+C ends it',
  );
  withChecks(withOutput(command))
    .addHelpText('after', `${configGuide}${jsonGuide}Each build prints its own.\n`)
    .action((files: string[], flags: BuildFlags) =>
      run(async () => (await import('./watch.ts')).watch(files, flags, terminal)),
    );
}

function addValidate({ program, terminal, run }: Host): void {
  const command = withFiles(program.command('validate')).description(
    'check data files, with their template and theme, and write nothing',
  );
  withChecks(command)
    .addHelpText('after', configGuide + jsonGuide)
    .action((files: string[], flags: Flags) =>
      run(async () => (await import('./build.ts')).validate(files, flags, terminal)),
    );
}

function withFiles(command: Command): Command {
  return command.argument('[files...]', 'data files; none means every data/<kind>/*.json');
}

function withOutput(command: Command): Command {
  return command
    .option('--format <list>', `which of ${knownFormats.join(', ')}; else ${formats.join(', ')}`, readFormats)
    .option('--lang <list>', 'which of its languages, as ka,en; else all of them', readLanguages)
    .option('--out <folder>', 'where to write <data file>.<lang>.<format>; else output')
    .addOption(
      new Option(
        '--pdf-standard <name>',
        'ua-1: PDF/UA-1 and PDF/A-2a; ua-2: PDF 2.0 with PDF/UA-2, WTPDF and PDF/A-4; else ua-1',
      ).choices(pdfStandards),
    )
    .option('--embed-source', 'carry the data file inside the PDF, for etrati extract; only with ua-2')
    .option('--no-embed-source', 'do not, whatever the config says')
    .addOption(
      new Option(
        '--layout <name>',
        'print: what the pages become; else tri-fold for a brochure, sheets for a factsheet, booklet for all else',
      ).choices(printLayouts),
    )
    .addOption(
      new Option('--marks <which>', 'print: marks outside the page; else folds for what is folded').choices(printMarks),
    )
    .addOption(
      new Option('--impose <how>', 'print: also write the sheets of a booklet as the press prints them').choices(
        impositions,
      ),
    )
    .option('--creep <mm>', 'print: how far each sheet of a booklet pushes the one within it out; else 0.1', readCreep)
    .option('--icc <file>', "print: the press's ICC profile, a file of the project; else the theme's");
}

function withChecks(command: Command): Command {
  return command
    .option(
      '--template <name|path>',
      "a template of the project or of Etrati by name, or one of the project by its path; else the document's kind",
    )
    .option(
      '--theme <name|path>',
      'a theme of the project or of Etrati by name, or one of the project by its path; else gza',
    )
    .option('--strict', 'count warnings as errors')
    .option('--no-strict', 'do not, whatever the config says')
    .addOption(diagnosticsOption());
}

function diagnosticsOption(): Option {
  const words = 'findings for people on stderr, or as one JSON object on stdout; else human';
  return new Option('--diagnostics <form>', words).choices(['human', 'json']);
}

function addOutline({ program, terminal, run }: Host): void {
  program
    .command('outline')
    .argument('<file>', `a finished file: ${formats.join(', ')}`)
    .description('read the structure of a finished file back: roles, texts, languages, alternative texts, links')
    .option('--json', 'as JSON')
    .action((file: string, flags: { readonly json?: boolean }) =>
      run(async () => (await import('./outline.ts')).outline(file, flags.json === true, terminal)),
    );
}

function addPreflight({ program, terminal, run }: Host): void {
  program
    .command('preflight')
    .argument('<file>', 'a finished PDF, of Etrati or of any other program')
    .description(
      'say whether a PDF can go on the press: boxes and bleed, inks, fonts, pictures, profile, as a print shop checks',
    )
    .option('--strict', 'count warnings as errors')
    .addOption(diagnosticsOption())
    .addHelpText('after', preflightGuide)
    .action((file: string, flags: PreflightFlags) =>
      run(async () => (await import('./preflight.ts')).preflight(file, flags, terminal)),
    );
}

function addExtract({ program, terminal, run }: Host): void {
  program
    .command('extract')
    .argument('<file>', 'a PDF built with --embed-source')
    .description('get the data file back that a PDF carries, byte by byte')
    .option('--out <file>', 'where to write it; else into the working folder, by its own name')
    .option('--force', 'write over a file that is there')
    .action((file: string, flags: ExtractFlags) =>
      run(async () => (await import('./extract.ts')).extract(file, flags, terminal)),
    );
}

function addSchema({ program, terminal, run }: Host): void {
  program
    .command('schema')
    .argument('<kind>', 'a kind of document, as brochure; or config')
    .description('print the JSON Schema of a kind of document or of the config, for editors')
    .action((kind: string) => run(async () => (await import('./schema.ts')).schema(kind, terminal)));
}

function addDoctor({ program, terminal, run }: Host): void {
  program
    .command('doctor')
    .description('say what is there of Node.js, config, fonts, output folder and judges, and what to do about the rest')
    .option('--json', 'as JSON')
    .action((flags: { readonly json?: boolean }) =>
      run(async () => (await import('./doctor.ts')).doctor(flags.json === true, terminal)),
    );
}

function readFormats(list: string, before: readonly Format[] = []): readonly Format[] {
  const asked = split(list).map((name) => {
    const known = knownFormats.find((format) => format === name);
    if (known === undefined) throw new InvalidArgumentError(nameHints(name, knownFormats, 'formats').join(' '));
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

/** Millimetres: no paper that is stapled is thicker than one. */
function readCreep(text: string): number {
  const creep = Number(text);
  if (text.trim() === '' || !(creep >= 0 && creep <= 1))
    throw new InvalidArgumentError('Give millimetres from 0 to 1, such as 0.1.');
  return creep;
}

function split(list: string): readonly string[] {
  const names = list.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Give names with commas between them.');
  return names;
}
