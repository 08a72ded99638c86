import { figuresOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

/** Pixels. Smaller files are marks of trackers, spacers, or what was left of a picture that did not load. */
const least = 8;

export const tinyPicture: DocumentRule = {
  code: 'tiny-picture',
  title: 'Picture with hardly any pixels',
  why: 'Readers see nothing, and listeners hear the description of nothing.',
  applies: 'Pictures of pixels.',
  severity: 'error',
  says: 'A picture has so few pixels that nothing can be seen in it.',
  mend: 'Give the picture itself, in its full size.',
  *check({ document }) {
    for (const { image } of figuresOf(document)) {
      const { value, from } = image.picture;
      if (value.format === 'svg' || Math.min(value.width, value.height) >= least) continue;
      const message = `The picture has ${value.width} × ${value.height} pixels: nothing can be seen in it.`;
      yield { at: from, message, hints: ['Give the picture itself, in its full size.'] };
    }
  },
};
