/** What is asked of a PDF, checked before anything is drawn. */
import { basename } from 'node:path';
import type { Report } from '../diagnostics.ts';
import { schemaId } from '../input/kinds.ts';
import type { Loaded } from '../input/load.ts';
import { openProfile } from '../picture/open-profile.ts';
import type { Profile } from '../picture/profile.ts';
import type { Theme } from '../theme/theme.ts';
import type { World } from '../world.ts';
import type { Format, PdfOptions, PdfStandard, PrintOptions } from './targets.ts';

export interface Asked {
  readonly formats?: readonly Format[] | undefined;
  readonly pdfStandard?: PdfStandard | undefined;
  readonly embedSource?: boolean | undefined;
  readonly print?: PrintOptions | undefined;
}

/** ISO 19005-2, 6.8: what a PDF/A-2 carries must be PDF/A itself; PDF/A-4f may carry anything. */
export function checkPdf({ pdfStandard, embedSource }: Asked, report: Report): boolean {
  if (embedSource !== true || pdfStandard === 'ua-2') return true;
  const message = 'A PDF of the standard ua-1 cannot contain its data file: PDF/A-2 allows only PDF/A files inside it.';
  report.error('embed-needs-ua-2', null, message, {
    hints: ['Set the PDF standard to ua-2, or turn off the embedding of the source.'],
  });
  return false;
}

/** Which standard a PDF follows, and the data that it carries. */
export function pdfOptions({ pdfStandard = 'ua-1', embedSource }: Asked, loaded: Loaded | null): PdfOptions {
  if (embedSource !== true || loaded === null) return { standard: pdfStandard, source: null };
  const { file, bytes, kind } = loaded;
  const description = `The data that this document was made from. JSON Schema: ${schemaId(kind)}`;
  return { standard: pdfStandard, source: { name: basename(file), bytes, description } };
}

/** The profile that is asked for, else the theme's; null where neither names one, and where nothing is printed. */
export async function pressProfile({ formats, print }: Asked, theme: Theme, world: World): Promise<Profile | null> {
  if (formats?.includes('print') !== true) return null;
  if (print?.icc !== undefined) return openProfile(print.icc, world, { at: print.iccAt ?? null });
  const own = theme.print.profile;
  return own && openProfile(own.file, world, { at: own.at, ours: true });
}
