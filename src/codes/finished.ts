/** Finished files: outline, preflight and extract. */
import type { Meaning } from './meaning.ts';

export const finished = {
  'outline-unreadable': {
    severity: 'error',
    says: 'A file cannot be read back.',
    mend: 'Open it in its own program to see whether it is complete.',
  },
  'outline-too-large': {
    severity: 'error',
    says: 'A file has more pages, or larger parts, than are read.',
    mend: 'Split the file into parts.',
  },
  'pdf-too-deep': {
    severity: 'error',
    says: 'A PDF lists its pages in a tree of more levels than are read.',
    mend: 'Make the PDF again with the program that the document is from.',
  },
  'outline-too-deep': {
    severity: 'error',
    says: 'A file nests its elements more deeply than is read.',
    mend: 'Flatten the structure.',
  },
  'outline-encrypted': {
    severity: 'error',
    says: 'A PDF is encrypted.',
    mend: 'Save it without a password.',
  },
  'outline-not-tagged': {
    severity: 'error',
    says: 'A PDF is not tagged, so that a screen reader finds no structure in it.',
    mend: 'Export it again as tagged or accessible PDF.',
  },
  'one-file': {
    severity: 'error',
    says: 'One file was named where two or more are compared.',
    mend: 'Name two or more finished files.',
  },
  'formats-part': {
    severity: 'error',
    says: 'A file that was just made does not say what the document says, or could not be read back.',
    mend: 'Report it: it is a fault of Etrati. Without --prove the files are written.',
  },
  'source-missing': {
    severity: 'error',
    says: 'A file does not contain the data file that it was made from.',
    mend: 'Build it with --embed-source, a PDF with --pdf-standard ua-2 as well.',
  },
  'source-damaged': {
    severity: 'error',
    says: 'The data file in a finished file is damaged.',
    mend: 'Get another copy of the file, or build it again.',
  },
  'not-a-pdf': {
    severity: 'error',
    says: 'A file is not a PDF.',
    mend: 'Name a PDF file.',
  },
  'pdf-damaged': {
    severity: 'error',
    says: 'A PDF is damaged and cannot be read.',
    mend: 'Make the PDF again, or get another copy.',
  },
  encrypted: {
    severity: 'error',
    says: 'A PDF is encrypted, so that no print shop can impose it.',
    mend: 'Save it without a password.',
  },
  'preflight-too-large': {
    severity: 'error',
    says: 'A PDF has more pages or contents than preflight looks at.',
    mend: 'Split the file into parts.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
