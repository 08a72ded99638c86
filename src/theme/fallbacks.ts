/** The families that set what a theme's own lacks, after those that the theme names for it. `scripts/make-fonts.mjs` cuts them. */
import type { Fallback } from './schema.ts';

export const defaultFallbacks: readonly Fallback[] = [
  firago('Cyrillic'),
  firago('Greek'),
  firago('Latin'),
  firago('Hebrew'),
  firago('Arabic'),
  {
    // Noto's stems are thinner: its SemiBold is as dark as FiraGO's Medium. It has no italic, so stress is upright.
    family: 'Noto Sans Armenian',
    fonts: [
      { file: 'fonts/noto-sans-armenian/NotoSansArmenian-Regular.ttf', weight: 400, italic: false },
      { file: 'fonts/noto-sans-armenian/NotoSansArmenian-SemiBold.ttf', weight: 500, italic: false },
      { file: 'fonts/noto-sans-armenian/NotoSansArmenian-Bold.ttf', weight: 600, italic: false },
    ],
  },
  {
    family: 'Noto Sans',
    fonts: [
      { file: 'fonts/noto-sans/NotoSans-Regular.ttf', weight: 400, italic: false },
      { file: 'fonts/noto-sans/NotoSans-Italic.ttf', weight: 400, italic: true },
      { file: 'fonts/noto-sans/NotoSans-Bold.ttf', weight: 600, italic: false },
    ],
  },
  {
    family: 'Noto Sans Symbols 2',
    fonts: [{ file: 'fonts/noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf', weight: 400, italic: false }],
  },
];

/** The faces of FiraGO for a script. Each is a family of its own: Word embeds one file a face, and a document pays for its scripts. */
function firago(script: string): Fallback {
  const face = (name: string, weight: number, italic: boolean) => ({
    file: `fonts/firago/FiraGO-${script}-${name}.ttf`,
    weight,
    italic,
  });
  const fonts = [
    face('Regular', 400, false),
    face('Italic', 400, true),
    face('Medium', 500, false),
    face('SemiBold', 600, false),
    face('SemiBoldItalic', 600, true),
  ];
  return { family: `FiraGO ${script}`, fonts };
}
