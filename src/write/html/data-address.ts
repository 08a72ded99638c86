/** Pictures that stand in the page itself. */
import type { Picture } from '../../model/picture.ts';

const mediaTypes: Readonly<Record<Picture['format'], string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
};

/** The picture itself, as RFC 2397 says. As an image, an SVG runs no script and loads nothing. */
export function dataAddress({ format, bytes }: Picture): string {
  return `data:${mediaTypes[format]};base64,${Buffer.from(bytes).toString('base64')}`;
}
