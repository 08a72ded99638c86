/** Manifests of many documents. */
import type { Meaning } from '../codes.ts';

export const many = {
  'bad-manifest': {
    severity: 'error',
    says: 'A manifest cannot be read as a list of records.',
    mend: 'Write one record a line (JSON Lines), a JSON list, or a table (CSV, XLSX) with the names of its columns in the first line.',
  },
  'unknown-column': {
    severity: 'error',
    says: 'A column of a manifest does not name a field of the document.',
    mend: 'Write the path of a field, such as title.en, or # before the name of a note.',
  },
  'bad-record': {
    severity: 'error',
    says: 'A record of a manifest does not say what document it is, or says it in two ways.',
    mend: 'Name a data file ("data"), or a base and what differs in it ("base" and "patch", or columns).',
  },
  'record-too-long': {
    severity: 'error',
    says: 'A record of a manifest has more bytes than are read.',
    mend: 'Put its document into a file of its own, and name it.',
  },
  'bad-output-name': {
    severity: 'error',
    says: 'The name that a record gives its files cannot be the name of a file.',
    mend: 'Write letters, digits, hyphens and points; / starts a folder.',
  },
  'record-stopped': {
    severity: 'error',
    says: 'The thread that made a record ended twice before the record was done: it needs more memory, or it was killed.',
    mend: 'Make the record smaller, or give each thread more memory with --memory.',
  },
  'record-bug': {
    severity: 'error',
    says: 'Etrati has a bug that this record brings out.',
    mend: 'Report it with the record; the other records are made.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
