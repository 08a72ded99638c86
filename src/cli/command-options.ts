/** Options that several commands share. */
import { type Argument, type Command, Option } from 'commander';
import {
  bindings,
  editionKinds,
  formats,
  impositions,
  knownFormats,
  lineWidths,
  papers,
  pdfStandards,
  printLayouts,
  printMarks,
} from '../write/targets.ts';
import {
  readBraillePage,
  readCount,
  readEditions,
  readFormats,
  readLanguages,
  readMillimetres,
  readOneOf,
  readWrap,
} from './arguments.ts';

export function withFiles(command: Command): Command {
  return command.argument('[files...]', 'data files (default: every data/<kind>/*.json)');
}

/** What takes one of a few words, and names the one that was meant. */
export function oneOf<Target extends Option | Argument>(target: Target, words: readonly string[]): Target {
  target.choices(words).argParser(readOneOf(words));
  return target;
}

/** An option that the command needs. It is missed once all others are known: a misspelt one is named as what it is. */
export function withNeeded(command: Command, option: Option): Command {
  return command.addOption(option).hook('preAction', () => {
    if (command.getOptionValue(option.attributeName()) === undefined)
      command.error(`error: missing required option '${option.flags}'`);
  });
}

/** @param hasFolder whether the command says where files go */
export function withOutput(command: Command, hasFolder = true): Command {
  if (hasFolder) command.option('--out <folder>', 'folder for the files <data file>.<lang>.<format> (default: output)');
  return command
    .option(
      '--format <list>',
      `formats to write, from ${knownFormats.join(', ')} (default: ${formats.join(', ')})`,
      readFormats,
    )
    .option(
      '--lang <list>',
      'languages to write, such as ka,en (default: all languages of the document)',
      readLanguages,
    )
    .option(
      '--edition <list>',
      `editions to make, from ${editionKinds.join(', ')}: large is large print, in pdf, docx, html and print; plain is easy to read, of the plain texts of the data (default: standard)`,
      readEditions,
    )
    .option('--small', 'make pictures as light as they may be, for files that are sent by mail')
    .option('--no-small', 'pictures as sharp as usual, even if the config asks for light ones')
    .option('--draft', 'stamp each page as a draft, and say so in the title and in the names of the files')
    .option('--no-draft', 'no draft, even if the config asks for one')
    .addOption(
      oneOf(
        new Option(
          '--pdf-standard <name>',
          'ua-1: PDF/UA-1 and PDF/A-2a; ua-2: PDF 2.0 with PDF/UA-2, WTPDF and PDF/A-4 (default: ua-1)',
        ),
        pdfStandards,
      ),
    )
    .option(
      '--embed-source',
      'put the data file inside the files, for etrati extract and diff; in a PDF only with ua-2',
    )
    .option('--no-embed-source', 'do not put the data file inside the files, even if the config asks for it')
    .addOption(
      oneOf(
        new Option(
          '--layout <name>',
          'print: how the pages are laid out (default: tri-fold for a brochure, sheets for a factsheet, booklet for other kinds)',
        ),
        printLayouts,
      ),
    )
    .addOption(
      oneOf(
        new Option(
          '--marks <which>',
          'print: marks outside the page (default: folds for a folded sheet, none for other pages, all for the files of --impose and for covers)',
        ),
        printMarks,
      ),
    )
    .addOption(
      oneOf(
        new Option(
          '--impose <how>',
          'print: also write the sheets of a press: saddle for a booklet, 2-up for front and back on one form',
        ),
        impositions,
      ),
    )
    .addOption(
      oneOf(
        new Option(
          '--binding <how>',
          'print: a booklet with wire, or with glue under a cover of its own (default: saddle)',
        ),
        bindings,
      ),
    )
    .addOption(oneOf(new Option('--paper <kind>', 'print: what it is printed on (default: coated)'), papers))
    .option(
      '--caliper <mm>',
      'print: how thick a leaf is (default: 0.1 for coated paper, 0.12 for uncoated)',
      readMillimetres(0.03),
    )
    .option(
      '--creep <mm>',
      'print: by how many millimetres each sheet of a booklet moves the next one inside it outwards (default: as the leaf is thick)',
      readMillimetres(0),
    )
    .option(
      '--icc <file>',
      'print: the ICC profile of the press, a file in the project (default: the profile of the theme)',
    )
    .option('--bilingual', 'epub: one book of all languages of the document, in place of one for each')
    .option('--no-bilingual', 'epub: a book for each language, even if the config asks for one of all')
    .option(
      '--wrap <n>',
      `txt: characters of a line, from ${lineWidths.least} to ${lineWidths.most}, or 0 for one line a paragraph (default: 72)`,
      readWrap,
    )
    .option(
      '--braille-page <size>',
      'brf and pef: cells of a line and lines of a page (default: 40x25)',
      readBraillePage,
    );
}

/** @param diagnostics null for a command that shows no findings */
export function withChecks(command: Command, diagnostics: Option | null = diagnosticsOption()): Command {
  if (diagnostics !== null) command.addOption(diagnostics);
  return command
    .option(
      '--template <name|path>',
      'a template of the project or of Etrati by its name, or one in the project by its path (default: the kind of the document)',
    )
    .option(
      '--theme <name|path>',
      'a theme of the project or of Etrati by its name, or one in the project by its path (default: gza)',
    )
    .option('--strict', 'count warnings as errors')
    .option('--no-strict', 'do not count warnings as errors, even if the config asks for it')
    .option('--max-warnings <n>', 'count warnings as errors where there are more than so many', readCount);
}

export function diagnosticsOption(forms: readonly string[] = ['human', 'json', 'sarif']): Option {
  const sarif = forms.includes('sarif') ? ' or as SARIF 2.1.0, which code hosts show at the lines (sarif)' : '';
  const words = `show findings as text on stderr (human), or on stdout as one JSON object (json)${sarif} (default: human)`;
  return oneOf(new Option('--diagnostics <form>', words), forms);
}
