import { describedOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

/** `map-final.png`, `IMG_2041`, `DSC01234`, `bridge_final`: what programs and cameras call files. */
const extension = /\.(?:jpe?g|png|gif|webp|tiff?|svg|bmp|heic|pdf)$/i;
const camera = /^(?:img|dsc[nf]?|dcim|pxl|scan|screenshot|photo|image|picture|p)[-_ ]?\d{2,}/i;

function isFileName(text: string): boolean {
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
