/** Files and JSON: data, themes, messages, rule sets and the config. */
import type { Meaning } from './meaning.ts';

export const files = {
  'not-utf8': {
    severity: 'error',
    says: 'A file is not encoded as UTF-8.',
    mend: 'Save the file as UTF-8.',
  },
  'forbidden-character': {
    severity: 'error',
    says: 'A text contains a character that documents must not have, such as a control character.',
    mend: 'Remove the character; write < and > as &lt; and &gt; in a template.',
  },
  'broken-json': {
    severity: 'error',
    says: 'A file is not correct JSON.',
    mend: 'Correct the file at the place of the finding; an editor with JSON support shows such mistakes.',
  },
  'too-many-values': {
    severity: 'error',
    says: 'A JSON file has more values than are read.',
    mend: 'Make several files of it.',
  },
  'text-too-long': {
    severity: 'error',
    says: 'A text of a JSON file has more characters than are read.',
    mend: 'Close it with ", or split it into several texts.',
  },
  'too-many-blanks': {
    severity: 'error',
    says: 'A JSON file has more blanks and line ends in a row than are read.',
    mend: 'Remove them.',
  },
  'too-deep': {
    severity: 'error',
    says: 'Fields, lists or marks are nested more deeply than is allowed.',
    mend: 'Flatten them.',
  },
  'duplicate-key': {
    severity: 'error',
    says: 'A field is given twice in one object.',
    mend: 'Remove one of them.',
  },
  'forbidden-key': {
    severity: 'error',
    says: 'A field has a name that is reserved by JavaScript.',
    mend: 'Rename the field.',
  },
  'number-out-of-range': {
    severity: 'error',
    says: 'A number is too large.',
    mend: 'Write a smaller number.',
  },
  'number-precision': {
    severity: 'warning',
    says: 'A number has more digits than a number can have, and is read as another one.',
    mend: 'Write it with 15 digits or fewer, or as text where the field takes text.',
  },
  'unknown-field': {
    severity: 'error',
    says: 'A file has a field that its kind does not have.',
    mend: 'Correct the name of the field, or remove it.',
  },
  'missing-field': {
    severity: 'error',
    says: 'A required field is missing.',
    mend: 'Add the field.',
  },
  'wrong-type': {
    severity: 'error',
    says: 'A value is of another type than its field takes, such as a text where a number is needed.',
    mend: 'Write a value of the type that the finding names.',
  },
  'file-missing': {
    severity: 'error',
    says: 'A file does not exist.',
    mend: 'Check the spelling, capital and small letters too.',
  },
  'file-unreadable': {
    severity: 'error',
    says: 'A file cannot be read.',
    mend: 'Check the path and its permissions.',
  },
  'file-too-large': {
    severity: 'error',
    says: 'A file is larger than is read.',
    mend: 'Make the file smaller.',
  },
  'file-outside': {
    severity: 'error',
    says: 'A file or a folder is not in the project.',
    mend: 'Put it into the project and name it by a relative path.',
  },
  'not-a-file': {
    severity: 'error',
    says: 'The name is that of a folder or a device.',
    mend: 'Name a file.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
