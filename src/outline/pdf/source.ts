/** The data that a PDF was made from, where it carries it as its associated file (ISO 32000-2, 14.13). */
import { type PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
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
import { damagedSource, type EmbeddedSource, withoutSource } from '../embedded.ts';
import { openPdf } from './open.ts';

/**
 * The first file that the PDF names as its source (AFRelationship), byte by byte. Throws Refused for a file that is no
 * PDF, `source-missing` if it carries none, `source-damaged` if that is not as long as it says.
 */
export async function readPdfSource(bytes: Uint8Array): Promise<EmbeddedSource> {
  const { catalog, context } = await openPdf(bytes);
  for (const member of membersAt(catalog, 'AF')) {
    const file = dictionaryOf(context.lookup(member));
    if (file !== null && nameAt(file, 'AFRelationship') === 'Source') return sourceOf(file);
  }
  throw withoutSource('PDF', '--pdf-standard ua-2 --embed-source');
}

function sourceOf(file: PDFDict): EmbeddedSource {
  const embedded = dictionaryAt(file, 'EF');
  const stream = embedded === null ? undefined : (lookup(embedded, 'UF') ?? lookup(embedded, 'F'));
  const bytes = stream instanceof PDFStream ? streamBytes(stream) : null;
  if (bytes === null || bytes.length !== sizeOf(stream)) {
    throw damagedSource('PDF');
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
