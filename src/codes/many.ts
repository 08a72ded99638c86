/** Manifests of many documents. */
import type { Meaning } from './meaning.ts';

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
  'hidden-columns': {
    severity: 'warning',
    says: 'Columns of a manifest that its workbook hides are left out.',
    mend: 'Unhide them in Excel to take them too, or delete them.',
  },
  'sheet-left-out': {
    severity: 'warning',
    says: 'A workbook has another sheet with the columns of the one that is read, and its rows are left out.',
    mend: 'Make its documents too, with --sheet, or write all rows on one sheet.',
  },
  'row-keeps-base': {
    severity: 'warning',
    says: 'A row of a manifest changes nothing, or leaves cells empty that nearly all other rows fill: the document keeps what the base has there.',
    mend: 'Fill the cells, also where the base is right; delete rows that are totals or notes.',
  },
  'changed-meanwhile': {
    severity: 'warning',
    says: 'A file that documents of a batch are made from, such as a theme, was changed while the batch ran: some documents have what was there before, and some what is there now.',
    mend: 'Run the same command with --resume: it makes those again that were made before.',
  },
  'bad-output-name': {
    severity: 'error',
    says: 'The name that a record gives its files cannot be the name of a file.',
    mend: 'Write letters, digits, hyphens and points; / starts a folder.',
  },
  'record-stopped': {
    severity: 'error',
    says: 'The work on a record ended before the record was done: it takes longer than it may, it needs more memory, it was killed, or a worker of a queue could not write its files.',
    mend: 'Make the record smaller, or give each document more time with --timeout, or each thread more memory with --memory; see to what the workers say.',
  },
  'record-bug': {
    severity: 'error',
    says: 'Etrati has a bug that this record brings out.',
    mend: 'Report it with the record; the other records are made.',
  },
  'bad-store': {
    severity: 'error',
    says: 'The store that files should go to cannot be used.',
    mend: 'Check the address of the bucket, its key, and the environment of the command.',
  },
  'bad-queue': {
    severity: 'error',
    says: 'The queue cannot be used: its address cannot be read, or its server does not answer, or refuses.',
    mend: 'Start Redis or Valkey, and give its address, such as redis://localhost:6379.',
  },
  'queue-package-missing': {
    severity: 'error',
    says: 'The packages that the queue needs are not installed: Etrati brings them for nobody who has no queue.',
    mend: 'Run npm install bullmq ioredis.',
  },
  'no-batch': {
    severity: 'error',
    says: 'The queue has no batch of this name, or etrati enqueue did not come to its end.',
    mend: 'Run etrati enqueue to its end; it says what the batch is called.',
  },
  'no-token': {
    severity: 'error',
    says: 'A service that others than this machine reach has no token, or one that is too short.',
    mend: 'Write 16 or more random letters and digits into a file, and name it with --token-file.',
  },
  'cannot-listen': {
    severity: 'error',
    says: 'The service cannot listen at the address and port that it was given.',
    mend: 'Give another port with --port, or an address of this machine with --host.',
  },
  'worker-differs': {
    severity: 'error',
    says: 'A worker of the queue has another version of Etrati, another data file, other templates or themes, or another picture or table, than those that the record was put with.',
    mend: 'Bring the same version and the same project to all machines, and run etrati enqueue again.',
  },
  'job-lost': {
    severity: 'error',
    says: 'The queue does not have the job of a record: its server lost it, or more than a week has passed.',
    mend: 'Run etrati enqueue again, then etrati collect. Redis loses least with appendonly yes.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
