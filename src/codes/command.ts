/** The command line, the config and the output. */
import type { Meaning } from './meaning.ts';

export const command = {
  'speller-missing': {
    severity: 'advice',
    says: 'The spelling of a language is not checked, since its word list is not installed: Etrati brings none.',
    mend: 'Run the npm install that the finding names.',
  },
  'unknown-warning': {
    severity: 'error',
    says: 'The config allows a warning that does not exist.',
    mend: 'Correct the code.',
  },
  'not-a-warning': {
    severity: 'error',
    says: 'The config allows an error, and errors cannot be allowed.',
    mend: 'Fix what the error finds.',
  },
  'unknown-code': {
    severity: 'error',
    says: 'No finding has the code that is asked for.',
    mend: 'Correct the code; etrati rules lists them all.',
  },
  'allowance-unused': {
    severity: 'warning',
    says: 'The config allows a warning that nothing gives.',
    mend: 'Remove it from "allow", or correct its "path" or "file".',
  },
  'unknown-language': {
    severity: 'error',
    says: 'A document does not have the language that is asked for.',
    mend: 'Choose a language of the document.',
  },
  'unknown-profile': {
    severity: 'error',
    says: 'Preflight has no profile of the name that is asked for.',
    mend: 'Choose default, x4, one of the gwg2015 or gwg2022 profiles, or a JSON file.',
  },
  'unknown-format': {
    severity: 'error',
    says: 'A file is not in a format that can be read.',
    mend: 'Name a PDF, DOCX or HTML file.',
  },
  'no-files': {
    severity: 'error',
    says: 'There is nothing to build.',
    mend: 'Name a data file, or run etrati in a folder that has data/<kind>/*.json.',
  },
  'same-output': {
    severity: 'error',
    says: 'Two data files would write the same output.',
    mend: 'Rename one of them, or build them one by one with different --out folders.',
  },
  'file-exists': {
    severity: 'error',
    says: 'The file that would be written already exists.',
    mend: 'Give another name with --out, or replace the file with --force.',
  },
  'folder-missing': {
    severity: 'error',
    says: 'The folder of the project does not exist.',
    mend: 'Check the path.',
  },
  'option-unused': {
    severity: 'warning',
    says: 'An option is for a format that is not made, or for another option that is not given.',
    mend: 'Add what it is for, or leave the option away.',
  },
  'port-taken': {
    severity: 'error',
    says: 'The port that the studio should listen on is in use.',
    mend: 'Give another port with --port, or leave --port away for any that is free.',
  },
  'unknown-question': {
    severity: 'error',
    says: 'No accessibility report asks the question that is answered.',
    mend: 'Build with --report, and copy the key from the report.',
  },
  'diff-language': {
    severity: 'error',
    says: 'A document does not say which language of the data it is.',
    mend: 'Name the language with --lang.',
  },
  'diff-unmatched': {
    severity: 'error',
    says: 'No change of the document has the path that was named.',
    mend: 'Take a path from the list of etrati diff.',
  },
  'diff-refused': {
    severity: 'error',
    says: 'A change of the document cannot be taken over into the data.',
    mend: 'Change the data by hand, as the message says.',
  },
  'folder-not-empty': {
    severity: 'error',
    says: 'The folder for a new project is not empty.',
    mend: 'Name a new folder.',
  },
  'folder-unusable': {
    severity: 'error',
    says: 'A folder cannot be made or used.',
    mend: 'Name a new folder, or check the permissions of this one.',
  },
  'cannot-write': {
    severity: 'error',
    says: 'A file cannot be written.',
    mend: 'Check the folder that it should go to.',
  },
  'cannot-watch': {
    severity: 'error',
    says: 'The system cannot watch a folder for changes.',
    mend: 'Close other programs that watch files, or raise the limit of the system.',
  },
  'bad-source-date': {
    severity: 'error',
    says: 'SOURCE_DATE_EPOCH is not a number of seconds before the year 2100.',
    mend: 'Give whole seconds, as git log -1 --format=%ct prints them, or unset it.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
