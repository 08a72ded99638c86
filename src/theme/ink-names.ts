/** Names of inks with plates of their own, as they stand in files and as print shops read them. */

/** Names that mean the press's own inks, all plates or none (ISO 32000-1, 8.6.6.4), however they are written. */
const processNames = ['all', 'none', 'cyan', 'magenta', 'yellow', 'black', 'registration'];

/** Why this is no name of an ink, after the name of its field; null if it is one. A name in PDF has at most 127 bytes (ISO 32000-1, annex C). */
export function wrongInkName(name: string): string | null {
  if (name.trim() === '' || name !== name.trim()) return 'must be the name of an ink, without spaces around it';
  if (/\p{C}/u.test(name)) return 'must not contain control characters or others that cannot be seen';
  if (processNames.includes(name.toLowerCase()))
    return `must not be "${name}", which means inks that each press has; name an ink such as "PANTONE 287 C"`;
  const length = new TextEncoder().encode(name).length;
  return length <= 127 ? null : `must have at most 127 bytes: it has ${length}`;
}

/** How shops name what is done to paper, by what they do where they read it. */
const named = {
  varnish: /varnish|lacquer|\black\b|spot ?uv|\buv\b|gloss|coating/i,
  white: /^(?:opaque|(?:spot[ _-]?|rdg[ _-]?)?white|wei(?:ß|ss))[ _-]?(?:ink|base|underprint|opaque|underlay)?$/i,
  cut: /^(?:thru|through|kiss|die|laser|plotter)?[ _-]?(?:cut(?:s|ting|ter|contour)?|contour|dieline|stanz\w*)(?:[ _-]?(?:line|lines|contour|mark|marks|through|kiss))?$|^die$/i,
  other:
    /^(?:crease?s?|creasing|folds?|folding|perf(?:oration|orating)?s?|score|scoring|rill\w*|perfo)(?:[ _-]?(?:line|lines|contour|mark|marks|through|kiss))?$|emboss|deboss|foil|braille|glue|technical|legend/i,
} as const;

/** What a shop does with an ink of this name; null for an ink whose colour is seen, as the others are not. */
export function finishOf(name: string): keyof typeof named | null {
  const kinds = ['varnish', 'white', 'cut', 'other'] as const;
  return kinds.find((kind) => named[kind].test(name.trim())) ?? null;
}

/** Whether a shop knows by this name what is cut, varnished or laid under colours: no ink whose colour is seen, and none that may remove others. */
export const isFinish = (name: string): boolean => finishOf(name) !== null;
