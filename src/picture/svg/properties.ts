/** The properties of SVG and CSS that drawings have: which we paint, which change nothing that we paint, and the rest. */
import { type SvgPosition, shown, unsafe, unsupported } from './flaw.ts';

/** Of these a child has its parent's value if it has none of its own. */
const inherited = new Set(
  (
    'color fill stroke fill-opacity stroke-opacity fill-rule clip-rule stroke-width stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-dasharray stroke-dashoffset marker-start marker-mid marker-end visibility paint-order font-size color-interpolation'
  ).split(' '),
);

const own = new Set(
  (
    'opacity clip-path mask mask-type transform transform-origin transform-box display overflow stop-color stop-opacity ' +
    'x y width height cx cy r rx ry vector-effect background background-color'
  ).split(' '),
);

/** Names of words, and hints to the program that shows the drawing: no shape looks different for them. */
const idle = new RegExp(
  '^(?:font(?!-size$)|text|letter-|word-|line-|white-space|writing-mode|direction$|unicode-bidi|dominant-|alignment-|baseline-|' +
    'glyph-|kerning|inline-size|shape-(?:rendering|padding|margin|inside|subtract)|image-rendering|color-rendering|' +
    'color-interpolation-filters|color-profile|color-scheme|color-adjust|print-color-adjust|forced-color-adjust|pointer-events|cursor|' +
    'enable-background|solid-|flood-|lighting-|isolation|buffered-rendering|user-select|will-change|contain|outline|margin|' +
    'padding|border|box-s|max-|min-|position$|top$|left$|right$|bottom$|z-index|float$|vertical-align|hyphens|tab-size|' +
    'quotes$|orphans|widows|page-|break-|object-|touch-action|appearance|stroke-(?:alignment|linejoin-)|marker-pattern|list-style|' +
    'ruby-|caret-|overflow-|counter-|accent-color|content-visibility|translate$)',
);

/** What changes the look in a way that not all formats can show; harmless as long as it has one of these values. */
const refused: Readonly<Record<string, RegExp>> = {
  filter: /^none$/,
  'backdrop-filter': /^none$/,
  'mix-blend-mode': /^normal$/,
  'background-blend-mode': /^normal$/,
  'background-image': /^none$/,
  clip: /^auto$/,
  rotate: /^none$/,
  scale: /^none$/,
  zoom: /^(?:1|normal|100%)$/,
  perspective: /^none$/,
  'offset-path': /^none$/,
  animation: /^none$/,
  'animation-name': /^none$/,
  transition: /^none|^all 0s/,
};

/** Presentation attributes are those of our own list; an attribute that is no property means nothing to CSS. */
export function isPresentation(name: string): boolean {
  return (
    inherited.has(name) ||
    own.has(name) ||
    name === 'marker' ||
    (name in refused && name !== 'rotate' && name !== 'scale')
  );
}

export const isInherited = (name: string): boolean => inherited.has(name) || name.startsWith('--');

/**
 * Declarations as they count: shorthands written out, idle ones dropped. Throws `Flaw` for what loads something, or is not
 * understood.
 */
export function declarations(name: string, raw: string, spot: SvgPosition): readonly (readonly [string, string])[] {
  const value = raw.trim();
  if (/url\(\s*["']?(?!["']?#)/i.test(value) && !/^-(?!-)/.test(name)) {
    throw unsafe(`it refers to something outside itself, "${shown(value)}"`, spot);
  }
  if (value.includes('\\')) throw unsafe(`it writes a value in code, "${shown(value)}"`, spot);
  if (name.startsWith('--')) return [[name, value]];
  const property = name.toLowerCase();
  // Names with a dash in front belong to one program.
  if (value === '' || property.startsWith('-')) return [];
  if (property === 'marker') return ['marker-start', 'marker-mid', 'marker-end'].map((each) => [each, value]);
  if (property === 'font') return fontSizeOf(value);
  if (inherited.has(property) || own.has(property)) return [[property, value]];
  const harmless = refused[property];
  if (harmless !== undefined) {
    if (harmless.test(value.toLowerCase())) return [];
    throw unsupported(`${whatIs(property)}, "${property}: ${shown(value)}"`, spot);
  }
  if (idle.test(property)) return [];
  throw unsupported(`it sets "${shown(property)}", which is not understood`, spot);
}

function whatIs(property: string): string {
  if (property === 'filter' || property === 'backdrop-filter') return 'it has a filter, such as a blur or a shadow';
  if (property.endsWith('blend-mode')) return 'it mixes colours by a blend mode';
  if (/^(?:animation|transition)/.test(property)) return 'it moves';
  return 'it has a look that is not understood';
}

function fontSizeOf(value: string): readonly (readonly [string, string])[] {
  const size = /(?:^|\s)((?:\d+(?:\.\d+)?|\.\d+)(?:px|pt|em|mm|cm|in|pc|q|%))/i.exec(value)?.[1];
  return size === undefined ? [] : [['font-size', size]];
}
