/** Which of a family's faces stands for regular, bold and italic words. */
import type { FontFace, Theme } from './theme.ts';

/** A family by its name, with the faces that it has. */
export interface Family {
  readonly name: string;
  readonly faces: readonly FontFace[];
}

/** Of the theme's own family, or of another one of its faces. */
export function faceFor(
  theme: Pick<Theme, 'family' | 'faces'>,
  bold: boolean,
  italic: boolean,
  family = theme.family,
): FontFace | undefined {
  return faceIn({ name: family, faces: theme.faces }, bold, italic);
}

/** The regular one is 400; bold is the lightest of 600 and more. A family of one weight is regular, whatever it is. */
export function faceIn({ name, faces }: Family, bold: boolean, italic: boolean): FontFace | undefined {
  const sloped = faces.filter((face) => face.family === name && face.italic === italic);
  const fitting = sloped.filter((face) => (bold ? face.weight >= 600 : face.weight === 400));
  const only = sloped.length === 1 && !bold ? sloped : [];
  return [...fitting.sort((a, b) => a.weight - b.weight), ...only][0];
}
