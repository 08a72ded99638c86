/** The commands that read finished files, from Etrati or from any other program. */
import { Argument, Option } from 'commander';
import { type ListenForm, listenForms } from '../listen/forms.ts';
import { outlineFormats } from '../outline/formats.ts';
import { type AnswerWord, answerWords } from '../report/answer-words.ts';
import type { AnswerFlags } from './answer.ts';
import { readCount, readDay, readName } from './arguments.ts';
import type { CommandHost } from './command-host.ts';
import { diagnosticsOption, oneOf, withNeeded } from './command-options.ts';
import type { PreflightFlags } from './preflight.ts';

export function addOutline({ program, terminal, run }: CommandHost): void {
  program
    .command('outline')
    .argument('<file>', `a finished file: ${outlineFormats.join(', ')}`)
    .description('show the structure of a finished file: roles, texts, languages, alternative texts, links')
    .option('--json', 'as JSON')
    .action((file: string, flags: { readonly json?: boolean }) =>
      run(async () => (await import('./outline.ts')).outline(file, flags.json === true, terminal)),
    );
}

const compareGuide = `
Each file is held against the first. Exit code 0: they say the same; 1: they do not. With --json, stdout holds one object:
  { "agree": true or false,
    "files": [{ file, format, lang, nodes, unread: [{ what, count }] }],
    "comparisons": [{ file, against, agrees, differences: [{ kind, path, otherPath, message }], notCompared }] }
`;

export function addCompare({ program, terminal, run }: CommandHost): void {
  program
    .command('compare')
    .argument(
      '<files...>',
      `two or more finished files: ${outlineFormats.join(', ')}, from Etrati or any other program`,
    )
    .description('tell whether finished files say the same to a screen reader, and where they part')
    .option('--json', 'as JSON')
    .addHelpText('after', compareGuide)
    .action((files: string[], flags: { readonly json?: boolean }) =>
      run(async () => (await import('./compare.ts')).compare(files, flags.json === true, terminal)),
    );
}

const listenGuide = `
Words of the reader’s own are in ‹ ›, in the language of the document. The order is that of the file: notes are heard where
the format has them, header cells before the cells that they are for.
`;

export function addListen({ program, terminal, run }: CommandHost): void {
  program
    .command('listen')
    .argument('<file>', `a finished file: ${outlineFormats.join(', ')}, from Etrati or any other program`)
    .description('write what a screen reader says of a finished file, in order')
    .addOption(
      oneOf(
        new Option('--format <form>', 'text, a line for each utterance, or ssml, for a voice').default('text'),
        listenForms,
      ),
    )
    .addHelpText('after', listenGuide)
    .action((file: string, flags: { readonly format: ListenForm }) =>
      run(async () => (await import('./listen.ts')).listen(file, flags.format, terminal)),
    );
}

const answerGuide = `
The keys are in the accessibility report (etrati build --report). Answers are kept in etrati.answers.json; one that the
question had before is replaced. An answer holds as long as what was judged stays as it is.
`;

export function addAnswer({ program, terminal, run }: CommandHost): void {
  const command = program.command('answer');
  withNeeded(command, new Option('--who <name>', 'who has looked').argParser(readName))
    .addArgument(
      oneOf(
        new Argument('<answer>', 'yes: it is in order; no: it is not; not-applicable: the question does not arise'),
        answerWords,
      ),
    )
    .argument('<keys...>', 'the keys of the questions, as the report has them; the first digits are enough')
    .description('answer questions of the accessibility report, as a person who has looked')
    .option('--when <day>', 'when: year-month-day (default: today)', readDay)
    .option('--note <text>', 'what was seen, above all where the answer is no')
    .option('--out <folder>', 'the folder of the reports (default: output)')
    .addHelpText('after', answerGuide)
    .action((word: AnswerWord, keys: string[], flags: AnswerFlags) =>
      run(async () => (await import('./answer.ts')).answer(keys, word, flags, terminal)),
    );
}

const preflightGuide = `
Facts go to stdout, findings to stderr. With --diagnostics json, stdout holds one object:
  { "diagnostics": [{ severity, code, at: null, message, hints, related, clause }],
    "facts": { version, standard, conformance, repairs, pageCount, pages, fonts, inks, inkMaximum, inksUnread, intent, pictures }
             or null for a file that cannot be read }
`;

export function addPreflight({ program, terminal, run }: CommandHost): void {
  program
    .command('preflight')
    .argument('<file>', 'a finished PDF, from Etrati or any other program')
    .description(
      'check whether a PDF is ready for the press, as a print shop does: boxes and bleed, inks, fonts, pictures, profile',
    )
    .option('--strict', 'count warnings as errors')
    .option('--max-warnings <n>', 'count warnings as errors where there are more than so many', readCount)
    .option(
      '--profile <name or file>',
      'what to check against: default, x4, gwg2015-sheetcmyk and others, or a JSON file with limits (default: "preflight" of the config, or default)',
    )
    .option('--report <file>', 'also write a page (HTML) that shows each page with its findings, and its plates')
    .addOption(diagnosticsOption())
    .addHelpText('after', preflightGuide)
    .action((file: string, flags: PreflightFlags) =>
      run(async () => (await import('./preflight.ts')).preflight(file, flags, terminal)),
    );
}
