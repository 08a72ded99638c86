import { describedOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

/** `map-final.png`, `IMG_2041`, `DSC01234`, `bridge_final`: what programs and cameras call files. */
const extension = /\.(?:jpe?g|png|gif|webp|tiff?|svg|bmp|heic|pdf)$/i;
const camera = /^(?:img|dsc[nf]?|dcim|pxl|scan|screenshot|photo|image|picture|p)[-_ ]?\d{2,}/i;

/** What programs call what nobody has named: `Untitled design (3)`, `Screenshot 2026-11-29 at 10.20`, `Copy of Picture 1`. */
const unnamed: ReadonlySet<string> = new Set([
  'untitled',
  'unnamed',
  'screenshot',
  'screen',
  'whatsapp',
  'copy',
  'new',
]);
const around: ReadonlySet<string> = new Set(
  'shot image images picture photo design document drawing artwork project presentation copy of at am pm final'.split(
    ' ',
  ),
);

function isUnnamed(text: string): boolean {
  const [first = '', ...rest] = text
    .toLowerCase()
    .split(/[\s().,:_-]+/)
    .filter((word) => word !== '' && !/^\d+$/.test(word));
  return unnamed.has(first) && rest.every((word) => around.has(word) || unnamed.has(word));
}

function isFileName(text: string): boolean {
  if (isUnnamed(text)) return true;
  if (/\s/.test(text)) return false;
  return extension.test(text) || camera.test(text) || (text.includes('_') && !/[^\w-]/.test(text));
}

export const altFileName: DocumentRule = {
  code: 'alt-file-name',
  title: 'Alternative text is a file name',
  why: 'Whoever cannot see the picture hears the name of a file, often letter by letter, and nothing of what it shows.',
  applies: 'Alternative texts of pictures.',
  severity: 'error',
  says: 'The alternative text of a picture is the name of a file.',
  mend: 'Describe what the picture shows.',
  clause: 'WCAG 2.2, 1.1.1',
  *check({ document }) {
    for (const { alt } of describedOf(document)) {
      if (!isFileName(alt.value.trim())) continue;
      yield {
        at: alt.from,
        message: `The alternative text is the name of a file: ‘${alt.value}’.`,
        hints: ['Describe what the picture shows.'],
      };
    }
  },
};
