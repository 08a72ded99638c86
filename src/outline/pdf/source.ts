/** The data that a PDF was made from, where it carries it as its associated file (ISO 32000-2, 14.13). */
import { type PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { refusal } from '../../diagnostics.ts';
import {
  dictionaryAt,
  dictionaryOf,
  lookup,
  membersAt,
  nameAt,
  numberAt,
  streamBytes,
  stringAt,
} from '../../finished/pdf/objects.ts';
import { openPdf } from './pdf.ts';

export interface EmbeddedSource {
  /** As the file says it: a stranger's words, not a path. */
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/**
 * The first file that the PDF names as its source (AFRelationship), byte by byte. Throws Refused for a file that is no
 * PDF, `source-missing` if it carries none, `source-damaged` if that is not as long as it says.
 */
export async function readSource(bytes: Uint8Array): Promise<EmbeddedSource> {
  const { catalog, context } = await openPdf(bytes);
  for (const member of membersAt(catalog, 'AF')) {
    const file = dictionaryOf(context.lookup(member));
    if (file !== null && nameAt(file, 'AFRelationship') === 'Source') return sourceOf(file);
  }
  const hint = 'Build it with --pdf-standard ua-2 --embed-source.';
  throw refusal('source-missing', null, 'The PDF does not contain the data file that it was made from.', hint);
}

function sourceOf(file: PDFDict): EmbeddedSource {
  const embedded = dictionaryAt(file, 'EF');
  const stream = embedded === null ? undefined : (lookup(embedded, 'UF') ?? lookup(embedded, 'F'));
  const bytes = stream instanceof PDFStream ? streamBytes(stream) : null;
  if (bytes === null || bytes.length !== sizeOf(stream)) {
    const hint = 'Get another copy of the PDF, or build it again.';
    throw refusal('source-damaged', null, 'The data file in the PDF is damaged.', hint);
  }
  const name = stringAt(file, 'UF') ?? stringAt(file, 'F') ?? '';
  return { name, description: stringAt(file, 'Desc') ?? '', bytes };
}

/** What the stream says of its own size; streams whose unpacking fails come out empty, and must not be taken for data. */
function sizeOf(stream: PDFObject | undefined): number | null {
  const own = dictionaryOf(stream);
  const params = own && dictionaryAt(own, 'Params');
  return params && numberAt(params, 'Size');
}
