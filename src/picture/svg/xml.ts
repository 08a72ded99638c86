/** SVG as a tree of its own elements; what other programs keep there for themselves is left out. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { entitiesOf } from './entities.ts';
import { damaged, type SvgPosition, shown, tooLarge, unsafe } from './flaw.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlink = 'http://www.w3.org/1999/xlink';
const xml = 'http://www.w3.org/XML/1998/namespace';
/** Elements of these can run or load in a browser; those of drawing programs are notes that nothing paints. */
const active = new Set(['http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML']);

/** Parsed elements, and elements within elements. */
const limits = { elements: 100_000, depth: 200 } as const;

export interface SvgElement extends SvgPosition {
  /** Without prefix. */
  readonly name: string;
  /** Those without a namespace, and `href`, by whichever name it came. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: SvgElement | null;
  readonly children: readonly SvgElement[];
  /** Text and CDATA, of this element alone. */
  readonly text: string;
}

interface Growing extends SvgElement {
  readonly children: Growing[];
  text: string;
}

/** Throws `Flaw`. Positions are offsets into `source`. */
export function parseXml(source: string): SvgElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let root: Growing | null = null;
  let open: Growing | null = null;
  /** Elements within one that is left out. */
  let outside = 0;
  let [count, depth, start] = [0, 0, 0];

  parser.on('error', (error) => {
    throw damaged(`it is not well-formed XML: ${wordsOf(error.message)}`, { offset: Math.max(0, parser.position - 1) });
  });
  parser.on('doctype', (text) => {
    Object.assign(parser.ENTITIES, entitiesOf(text, source));
  });
  parser.on('processinginstruction', ({ target }) => {
    if (outside > 0 || open?.name === 'metadata') return;
    const at = { offset: Math.max(0, source.lastIndexOf('<?', parser.position - 1)) };
    throw unsafe(`it holds an instruction to other programs, <?${shown(target)}?>`, at);
  });
  parser.on('opentagstart', () => {
    start = Math.max(0, source.lastIndexOf('<', parser.position - 1));
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    count += 1;
    depth += 1;
    const spot = { offset: start };
    if (count > limits.elements)
      throw tooLarge(`it has more than ${limits.elements.toLocaleString('en')} elements`, spot);
    if (depth > limits.depth) throw tooLarge(`its elements are nested more than ${limits.depth} levels deep`, spot);
    if (active.has(tag.uri) && outside === 0) throw unsafe(`it holds the element <${tag.name}> of a web page`, spot);
    if (outside > 0 || (tag.uri !== svgNamespace && open !== null)) {
      outside += 1;
      return;
    }
    if (open === null && (tag.local !== 'svg' || tag.uri !== svgNamespace)) {
      throw damaged(
        `it is not an SVG: it begins with <${shown(tag.name)}>, not with <svg xmlns="${svgNamespace}">`,
        spot,
      );
    }
    const node: Growing = {
      ...{ name: tag.local, attributes: attributesOf(tag, spot), offset: start },
      ...{ parent: open, children: [], text: '' },
    };
    open?.children.push(node);
    root ??= node;
    open = node;
  });
  parser.on('closetag', () => {
    depth -= 1;
    if (outside > 0) outside -= 1;
    else open = (open?.parent as Growing | null | undefined) ?? null;
  });
  const take = (text: string): void => {
    if (outside === 0 && open !== null) open.text += text;
  };
  parser.on('text', take);
  parser.on('cdata', take);

  parser.write(source).close();
  if (root === null) throw damaged('it has no <svg> element', { offset: 0 });
  return root;
}

function attributesOf({ attributes }: SaxesTagNS, spot: SvgPosition): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, { local, uri, value }] of Object.entries(attributes)) {
    if (uri === xml && local === 'base') throw unsafe('it changes its own address', { ...spot, attribute: name });
    if (uri === '') found.set(local, value);
    // SVG 2, 16.1.1: the plain name wins.
    else if (uri === xlink && local === 'href' && !found.has('href')) found.set('href', value);
  }
  const plain = attributes.href;
  if (plain !== undefined) found.set('href', plain.value);
  return found;
}

const meanings: readonly (readonly [RegExp, string])[] = [
  [/unclosed tag: (\S+)/, 'the element <$1> is not closed'],
  [/unexpected close tag/, 'an element is closed that is not open'],
  [/unmatched closing tag: (\S+)/, 'the element <$1> is closed that is not open'],
  [/undefined entity/, 'it uses an entity that is not declared'],
  [/unbound namespace prefix: "?([^".]+)"?/, 'the prefix "$1" has no namespace'],
  [/duplicate attribute: (\S+)/, 'the attribute $1 is given twice in one element'],
  [/disallowed character/, 'it has a character that is not allowed there'],
];

/** What a message of the parser means; one that we do not know is given as it is, without its position. */
function wordsOf(message: string): string {
  for (const [pattern, words] of meanings) {
    const found = pattern.exec(message);
    if (found !== null) return words.replace('$1', shown(found[1] ?? ''));
  }
  return message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
}
