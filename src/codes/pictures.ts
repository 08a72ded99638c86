/** Pictures and QR codes. */
import type { Meaning } from './meaning.ts';

export const pictures = {
  'picture-path': {
    severity: 'error',
    says: 'The path of a picture leads to one computer or to the web, or is not written with /.',
    mend: 'Put the picture into the project and name it by a relative path.',
  },
  'not-a-picture': {
    severity: 'error',
    says: 'A file is not a PNG, JPEG, WebP, AVIF, TIFF or SVG, or is one that documents cannot show.',
    mend: 'Name a PNG, JPEG, WebP, AVIF, TIFF or SVG file.',
  },
  'picture-uncropped': {
    severity: 'error',
    says: 'A drawing (SVG) cannot be cut to a ratio.',
    mend: 'Remove "crop", or save the drawing in the ratio that is meant.',
  },
  'picture-damaged': {
    severity: 'error',
    says: 'A picture is damaged.',
    mend: 'Export the picture again.',
  },
  'picture-too-large': {
    severity: 'error',
    says: 'A picture has more pixels or parts than can be processed.',
    mend: 'Make it smaller or simpler.',
  },
  'picture-unsupported': {
    severity: 'error',
    says: 'A drawing has something that is not painted the same in all formats.',
    mend: 'Remove it in your drawing program and export the drawing again, or give it as a PNG.',
  },
  'picture-unsafe': {
    severity: 'error',
    says: 'A drawing has something that could run, load or lead somewhere.',
    mend: 'Remove it in your drawing program and export the drawing again, or give it as a PNG.',
  },
  'picture-animated': {
    severity: 'warning',
    says: 'A picture is animated, and documents show its first picture only.',
    mend: 'Save the frame that you mean as an ordinary PNG.',
  },
  'qr-too-long': {
    severity: 'error',
    says: 'An address is longer than a QR code can hold.',
    mend: 'Use a shorter address.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
