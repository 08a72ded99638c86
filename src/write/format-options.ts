/** What is asked of the formats, checked before anything is drawn. */
import { basename } from 'node:path';
import type { Report } from '../diagnostics.ts';
import { schemaId } from '../input/kinds.ts';
import type { Loaded } from '../input/load.ts';
import { openProfile } from '../picture/open-profile.ts';
import type { Profile } from '../picture/profile.ts';
import type { Theme } from '../theme/theme.ts';
import type { World } from '../world.ts';
import {
  type BookOptions,
  type BrailleOptions,
  type DataFile,
  type Format,
  formats,
  type Job,
  type PdfOptions,
  type PdfStandard,
  type PrintOptions,
  type SourceFile,
  type TextOptions,
} from './targets.ts';

export interface AskedFormats {
  readonly formats?: readonly Format[] | undefined;
  readonly pdfStandard?: PdfStandard | undefined;
  readonly embedSource?: boolean | undefined;
  readonly print?: PrintOptions | undefined;
  readonly book?: BookOptions | undefined;
  readonly text?: TextOptions | undefined;
  readonly braille?: BrailleOptions | undefined;
  readonly pageNumbers?: boolean | undefined;
  readonly draft?: boolean | undefined;
  readonly origins?: boolean | undefined;
}

/** What a job has of what is asked of the formats. */
export type FormatOptions = Pick<
  Job,
  'data' | 'pdf' | 'print' | 'book' | 'madePdf' | 'profile' | 'text' | 'braille' | 'numbered' | 'draft' | 'origins'
>;

/** The options of the formats for a document of this data in this theme. Throws `Refused` for a profile that cannot be used. */
export async function formatOptions(
  asked: AskedFormats,
  { loaded, theme }: { readonly loaded: Loaded; readonly theme: Theme },
  world: World,
): Promise<FormatOptions> {
  const profile = (await pressProfile(asked, theme, world)) ?? undefined;
  const data = { file: sourceFile(loaded), embedded: asked.embedSource === true, record: loaded.record?.file };
  return {
    data,
    pdf: pdfOptions(asked, data),
    print: asked.print ?? {},
    book: asked.book,
    profile,
    text: asked.text ?? {},
    braille: asked.braille ?? {},
    numbered: asked.pageNumbers,
    draft: asked.draft,
    origins: asked.origins,
  };
}

/**
 * Whether what is asked can be had of any document; else it is an error.
 * ISO 19005-2, 6.8: what a PDF/A-2 carries must be PDF/A itself; PDF/A-4f may carry anything.
 */
export function checkOptions(
  { formats: asked = formats, pdfStandard, embedSource }: AskedFormats,
  report: Report,
): boolean {
  const isPdf = asked.some((format) => format === 'pdf' || format === 'print');
  if (embedSource !== true || pdfStandard === 'ua-2' || !isPdf) return true;
  const message = 'A PDF of the standard ua-1 cannot contain its data file: PDF/A-2 allows only PDF/A files inside it.';
  report.error('embed-needs-ua-2', null, message, {
    hints: ['Set the PDF standard to ua-2, or build docx and html alone, or turn off the embedding of the source.'],
  });
  return false;
}

/** Which standard a PDF follows, and the data that it carries. */
function pdfOptions({ pdfStandard = 'ua-1' }: AskedFormats, { file, embedded }: DataFile): PdfOptions {
  return { standard: pdfStandard, source: embedded ? file : null };
}

/** Data that stands in a record has no name: that of its list is for nobody but who made the list. */
function sourceFile({ file, bytes, kind, record }: Loaded): SourceFile {
  const description = `The data that this document was made from. JSON Schema: ${schemaId(kind)}`;
  return { name: record?.isWhole === true ? 'data.json' : basename(file), bytes, description };
}

/** The profile that is asked for, else the theme's; null where neither names one, and where nothing is printed. */
async function pressProfile({ formats, print }: AskedFormats, theme: Theme, world: World): Promise<Profile | null> {
  if (formats?.includes('print') !== true) return null;
  if (print?.icc !== undefined) return openProfile(print.icc, world, { at: print.iccAt ?? null });
  const own = theme.print.profile;
  return own && openProfile(own.file, world, { at: own.at, ours: true });
}
