/** The command line: what may be asked, in which words, and what the exit code says. */
import { Command, CommanderError } from 'commander';
import { Refused } from '../diagnostics.ts';
import { visible } from '../render-diagnostics.ts';
import { version } from '../version.ts';
import type { CommandHost } from './command-host.ts';
import { addCommands } from './commands.ts';
import { type ExitCode, exit, exitCodeOf, showFindings } from './findings.ts';
import { type Terminal, usesColor, widthOf } from './terminal.ts';
import { advised, refuseNoValue } from './usage-advice.ts';

const guide = `
Examples:
  etrati init my-project                           a project of your own; then: cd my-project && etrati build
  etrati build                                     all of data/, in every format and language, into output/
  etrati build data/brochure/brochure.json --format pdf,html --lang ka
  etrati build --pdf-standard ua-2 --embed-source  PDF 2.0 with the data file inside; etrati extract saves it
  etrati watch                                     build again on each save
  etrati validate data/brochure/brochure.json      check it and write nothing
  etrati outline output/brochure.ka.pdf            what a screen reader finds in a finished file
  etrati preflight output/brochure.ka.print.pdf    whether it is ready for the press
  etrati schema brochure > brochure.schema.json    for editors: completion and checks while typing

Exit codes: 0 done, also with warnings · 1 an error in data, template, theme or config · 2 wrong usage, or a file
or folder that cannot be used · 3 a bug in Etrati.
`;

/** Runs one command. Never throws, and never ends the process. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exit.done;
  const program = createProgram(argv[0], terminal, async (command) => {
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

function createProgram(asked: string | undefined, terminal: Terminal, run: CommandHost['run']): Command {
  const program = new Command('etrati')
    .description('One accessible document from structured data: tagged PDF, DOCX and HTML in Georgian and English.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', guide)
    .exitOverride()
    .hook('preAction', (_, command) => refuseNoValue(command));
  program.configureOutput(outputOf(terminal, (message) => advised(message, program, asked)));
  addCommands({ program, terminal, run }, asked);
  return program;
}

function outputOf(terminal: Terminal, advise: (message: string) => string) {
  const { stdout, stderr } = terminal;
  return {
    writeOut: (text: string) => void stdout.write(text),
    writeErr: (text: string) => void stderr.write(text),
    outputError: (text: string, write: (text: string) => void) =>
      write(advise(text).split('\n').map(visible).join('\n')),
    getOutHelpWidth: () => widthOf(stdout),
    getErrHelpWidth: () => widthOf(stderr),
    getOutHasColors: () => usesColor(terminal, stdout),
    getErrHasColors: () => usesColor(terminal, stderr),
  };
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
