/** What must not be anywhere in a drawing, painted or not: what runs, loads, moves or leads somewhere. */
import { type SvgPosition, shown, unsafe, unsupported } from './flaw.ts';
import { isPresentation } from './properties.ts';
import type { SvgElement } from './xml.ts';

const words =
  'text tspan textPath tref altGlyph altGlyphDef altGlyphItem glyph glyphRef missing-glyph hkern vkern font';
const known = new Set(
  (
    'svg g defs symbol use switch title desc metadata style image view cursor color-profile discard ' +
    'path rect circle ellipse line polyline polygon linearGradient radialGradient stop pattern marker clipPath mask ' +
    `filter solidcolor solidColor hatch hatchpath mesh meshgradient meshGradient meshrow meshpatch ${words}`
  ).split(' '),
);

const reasons: Readonly<Record<string, string>> = {
  script: 'it holds a script (<script>)',
  a: 'it holds a link (<a>)',
  animate: 'it moves (<animate>)',
  animateTransform: 'it moves (<animateTransform>)',
  animateMotion: 'it moves (<animateMotion>)',
  animateColor: 'it moves (<animateColor>)',
  set: 'it moves (<set>)',
  iframe: 'it holds a page (<iframe>)',
  audio: 'it holds sound (<audio>)',
  video: 'it holds a film (<video>)',
};

/** All elements, in the order of the file. Throws `Flaw` for the first that must not be there. */
export function checkedNodes(root: SvgElement): readonly SvgElement[] {
  const all: SvgElement[] = [];
  const waiting: SvgElement[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    check(node);
    // What is not for us is not painted, and so may be anything: drawing programs keep their own form of the drawing there.
    if (isForOthers(node)) continue;
    all.push(node);
    for (const child of node.children.toReversed()) waiting.push(child);
  }
  return all;
}

/** What is there for programs that know an extension (Illustrator: its own file). */
const isForOthers = ({ name, attributes }: SvgElement): boolean =>
  name === 'metadata' || (name === 'foreignObject' && attributes.has('requiredExtensions'));

function check(node: SvgElement): void {
  const { name, attributes } = node;
  if (isForOthers(node)) return;
  if (name === 'foreignObject') throw unsafe('it holds a part of a web page (<foreignObject>)', node);
  const reason = reasons[name];
  if (reason !== undefined) throw unsafe(reason, node);
  if (!known.has(name) && !/^fe[A-Z]/.test(name))
    throw unsupported(`it holds the element <${shown(name)}>, which is not understood`, node);
  for (const [key, value] of attributes) {
    const spot: SvgPosition = { offset: node.offset, attribute: key };
    if (/^on/i.test(key)) throw unsafe(`it holds the event attribute ${shown(key)}`, spot);
    const address = value.trim();
    if (
      key === 'href' &&
      address !== '' &&
      !address.startsWith('#') &&
      !(name === 'image' && /^data:/i.test(address))
    ) {
      throw unsafe(`it refers to something outside itself, "${shown(address)}"`, spot);
    }
    if (!isPresentation(key) && key !== 'style' && /url\(\s*["']?(?!["']?#)/i.test(value)) {
      throw unsafe(`it refers to something outside itself, "${shown(value)}"`, spot);
    }
  }
}
