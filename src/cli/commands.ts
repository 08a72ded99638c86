import { Option } from 'commander';
import type { BuildFlags, CheckFlags } from '../work/settings.ts';
import { readColors, readJobs, readPort, readThemeName } from './arguments.ts';
import type { CommandHost } from './command-host.ts';
import { withChecks, withFiles, withNeeded, withOutput } from './command-options.ts';
import { addDiff, addExtract } from './commands-back.ts';
import { addAnswer, addCompare, addListen, addOutline, addPreflight } from './commands-finished.ts';
import { addMany } from './commands-many.ts';
import { addServe } from './commands-serve.ts';
import type { InitFlags } from './init.ts';
import { schemaNames } from './schema-names.ts';
import type { StudioFlags } from './studio.ts';
import type { ThemeFlags } from './theme.ts';

const jsonGuide = `
With --diagnostics json, stdout holds one object:
  { "diagnostics": [{ severity, code, at: { file, line, column, path } or null, message, hints, related, clause, fix }],
    "allowed": [the warnings that the config allows, each with its reason],
    "outputs": [{ file, source, format, lang, size }] }
etrati schema diagnostics prints its JSON Schema.
`;
const configGuide = `
Defaults can be set in etrati.config.json in the working folder; options override them.
`;

/** In the order in which the help lists them. */
const groups: readonly (readonly [names: readonly string[], add: (host: CommandHost) => void])[] = [
  [['init'], addInit],
  [['build'], addBuild],
  [['watch'], addWatch],
  [['batch', 'enqueue', 'work', 'collect'], addMany],
  [['serve'], addServe],
  [['check', 'validate'], addValidate],
  [['outline'], addOutline],
  [['compare'], addCompare],
  [['listen'], addListen],
  [['answer'], addAnswer],
  [['preflight'], addPreflight],
  [['extract'], addExtract],
  [['diff'], addDiff],
  [['studio'], addStudio],
  [['theme'], addTheme],
  [['schema'], addSchema],
  [['explain', 'rules'], addExplain],
  [['doctor'], addDoctor],
];

/** All commands; or where one is asked for by its name, that one alone, since making all takes longer than some of them run. */
export function addCommands(host: CommandHost, asked: string | undefined): void {
  const named = groups.filter(([names]) => asked !== undefined && names.includes(asked));
  for (const [, add] of named.length > 0 ? named : groups) add(host);
  if (named.length === 0) addHelp(host);
}

/** The help of commander shows all commands for one that it does not know, and does not say that it is unknown. */
function addHelp({ program }: CommandHost): void {
  program
    .command('help')
    .argument('[command]')
    .description('show the help of a command')
    .action((name: string | undefined) => {
      const asked = program.commands.find(
        (each) => name !== undefined && [each.name(), ...each.aliases()].includes(name),
      );
      if (name !== undefined && asked === undefined) program.error(`error: unknown command '${name}'`);
      (asked ?? program).help();
    });
}

function addInit({ program, terminal, run }: CommandHost): void {
  program
    .command('init')
    .argument('<folder>', 'a new or an empty folder')
    .description('make a new project with a short document, a theme and a config, ready for etrati build')
    .option(
      '--kind <name>',
      'what to start: brochure, factsheet, report or document (default: brochure; in a terminal it is asked for)',
    )
    .option('--with-template', 'add the template of that kind, to change the order and form of its parts')
    .option(
      '--kind-from <name>',
      'make a kind of your own of this one, with its template, to change it; also in a folder that is a project already',
    )
    .option('--name <kind>', 'with --kind-from: what your kind is called (default: my-<name>)')
    .action((folder: string, flags: InitFlags) =>
      run(async () => (await import('./init.ts')).init(folder, flags, terminal)),
    );
}

function addBuild({ program, terminal, run }: CommandHost): void {
  const command = withFiles(program.command('build')).description('make the documents of data files');
  withChecks(withOutput(command))
    .option(
      '--jobs <number>',
      'how many files, or formats and languages of one file, are built at a time, from 1 to 64 (default: as many as there are cores, where that saves time)',
      readJobs,
    )
    .option(
      '--prove',
      'read each file back and compare it with its document; fail, and write nothing of it, if one says something else',
    )
    .option('--report', 'write an accessibility report beside the files of each document, and prove them')
    .option('--no-report', 'no accessibility report, even if the config asks for it')
    .addHelpText('after', configGuide + jsonGuide)
    .action((files: string[], flags: BuildFlags) =>
      run(async () => (await import('./build.ts')).build(files, flags, terminal)),
    );
}

function addWatch({ program, terminal, run }: CommandHost): void {
  const command = withFiles(program.command('watch')).description(
    'build, and build again each time data, a picture, a template, a theme or the config is saved; Ctrl+C stops it',
  );
  withChecks(withOutput(command))
    .addHelpText('after', `${configGuide}${jsonGuide}Each build prints one object.\n`)
    .action((files: string[], flags: BuildFlags) =>
      run(async () => (await import('./watch.ts')).watch(files, flags, terminal)),
    );
}

function addValidate({ program, terminal, run }: CommandHost): void {
  const command = withFiles(program.command('check').alias('validate')).description(
    'check data files, with their template and theme, and write nothing',
  );
  withChecks(command)
    .option(
      '--advice',
      'also what no rule can be sure of: spelling, where a word list is installed, and long sentences',
    )
    .option(
      '--pages',
      'also make the formats, for what is found only then: text without room, coarse pictures in print',
    )
    .addHelpText('after', configGuide + jsonGuide)
    .action((files: string[], flags: CheckFlags) =>
      run(async () => (await import('./build.ts')).validate(files, flags, terminal)),
    );
}

function addStudio({ program, terminal, run }: CommandHost): void {
  program
    .command('studio')
    .argument('[folder]', 'the project, or an empty folder for a new one (default: the working folder)')
    .description('open a page in the browser to write, check and make documents; nothing leaves this computer')
    .option('--no-open', 'print the address and open no browser')
    .option('--port <number>', 'the port to listen on, from 1024 to 65535 (default: any that is free)', readPort)
    .action((folder: string | undefined, flags: StudioFlags) =>
      run(async () => (await import('./studio.ts')).studio(folder ?? '.', flags, terminal)),
    );
}

function addTheme({ program, terminal, run }: CommandHost): void {
  const color = new Option(
    '--color <#rrggbb>',
    'the colour of covers, headings and links; given twice, the second is that of what asks for attention',
  );
  withNeeded(program.command('theme'), color.argParser(readColors))
    .argument('<name>', 'what the theme is called: small Latin letters, digits and hyphens', readThemeName)
    .description('make a theme of one or two colours of your own in templates/themes/, with contrast and inks checked')
    .option('--from <name>', 'the theme of Etrati whose type and looks it has: gza or tsqnari', 'gza')
    .action((name: string, flags: ThemeFlags) =>
      run(async () => (await import('./theme.ts')).theme(name, flags, terminal)),
    );
}

function addSchema({ program, terminal, run }: CommandHost): void {
  program
    .command('schema')
    .argument(
      '<kind>',
      `a kind of document, of Etrati or of the project, such as brochure; or ${Object.entries(schemaNames)
        .map(([name, what]) => `${name} (${what})`)
        .join(', ')}`,
    )
    .description('print the JSON Schema of a kind of document, of the config, or of what a command writes')
    .option('--page', 'print the page with all fields of the kind, for people (Markdown)')
    .action((kind: string, flags: { readonly page?: boolean }) =>
      run(async () => (await import('./schema.ts')).schema(kind, flags.page === true, terminal)),
    );
}

function addExplain({ program, terminal, run }: CommandHost): void {
  program
    .command('explain')
    .argument('<code>', 'the code of a finding, such as cut-sentence')
    .description('say what a finding means, what to do about it, and which standard asks for it')
    .option('--json', 'as JSON')
    .action((code: string, flags: { readonly json?: boolean }) =>
      run(async () => (await import('./explain.ts')).explain(code, flags.json === true, terminal)),
    );
  program
    .command('rules')
    .description('list all that Etrati looks for, with the code of each')
    .option('--json', 'as JSON')
    .action((flags: { readonly json?: boolean }) =>
      run(async () => (await import('./explain.ts')).rules(flags.json === true, terminal)),
    );
}

function addDoctor({ program, terminal, run }: CommandHost): void {
  program
    .command('doctor')
    .description('check Node.js, config, fonts, output folder and judges, and say how to fix what is missing')
    .option('--json', 'as JSON')
    .action((flags: { readonly json?: boolean }) =>
      run(async () => (await import('./doctor.ts')).doctor(flags.json === true, terminal)),
    );
}
