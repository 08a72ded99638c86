/** Colour spaces (ISO 32000-1, 8.6), told as the inks that a press would print. */
import { PDFArray, type PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { dictionaryAt, dictionaryOf, lookup, nameAt, numberAt, numbersOf, textOfName } from '../objects.ts';
import { type Cmyk, type Colour, inks, type LightColour, none, paper, processInks, type SpotTint } from './colour.ts';
import { readFunction } from './functions.ts';
import { bytesOf } from './streams.ts';
import { stringBytes } from './values.ts';

export interface Space {
  /** As people name it, such as `DeviceCMYK`, `Separation PANTONE 286 C`. */
  readonly name: string;
  readonly components: number;
  /** The colour of operands as they stand in a content stream, or of samples once decoded. */
  colour(parts: readonly number[]): Colour;
  /** What samples of pictures mean without a Decode array: to 1, to 255 for Indexed, to the range of Lab. */
  readonly decode: readonly number[];
  /** The space that an uncoloured tiling is painted in, or that a table of colours is of. */
  readonly base: Space | null;
  readonly isPattern: boolean;
}

const percent = (part = 0): number => Math.min(100, Math.max(0, part * 100));
const byte = (part = 0): number => Math.round(Math.min(255, Math.max(0, part * 255)));
const unit = (components: number): readonly number[] => Array.from({ length: 2 * components }, (_, index) => index % 2);

function space(name: string, components: number, colour: Space['colour'], more: Partial<Space> = {}): Space {
  return { name, components, colour, decode: unit(components), base: null, isPattern: false, ...more };
}

const cmykOf = ([c, m, y, k]: readonly number[]): Cmyk => [percent(c), percent(m), percent(y), percent(k)];
const light =
  (type: LightColour['type'], name: string) =>
  ([r, g, b]: readonly number[]): LightColour => ({ type, space: name, rgb: [byte(r), byte(g), byte(b)] });
/** By a profile or a curve, by which a press may take it to all of its inks. */
const lightGrey = (name: string, gamma: number | null = null): Space['colour'] => {
  const colour = light('grey', name);
  return ([part = 0]) => {
    const own = gamma === null ? part : encoded(Math.min(1, Math.max(0, part)) ** gamma);
    return colour([own, own, own]);
  };
};
const grey = ([part]: readonly number[]): Colour => inks([0, 0, 0, 100 - percent(part)], 'all');

export const deviceGray = space('DeviceGray', 1, grey);
export const deviceRgb = space('DeviceRGB', 3, light('rgb', 'DeviceRGB'));
export const deviceCmyk = space('DeviceCMYK', 4, (parts) => inks(cmykOf(parts), 'told'));

/** What a page tells its device colours to be (8.6.5.6). */
const defaults: Readonly<Record<string, string>> = {
  DeviceGray: 'DefaultGray',
  DeviceRGB: 'DefaultRGB',
  DeviceCMYK: 'DefaultCMYK',
};

/** A device's space, or that which the resources put in its place. */
export function deviceSpace(space: Space, resources: PDFDict | null, depth = 0): Space {
  const key = defaults[space.name];
  const spaces = key === undefined || depth > 0 ? null : resources && dictionaryAt(resources, 'ColorSpace');
  const found = spaces && key !== undefined ? lookup(spaces, key) : undefined;
  const own = found === undefined || found === null ? null : readSpace(found, null, 1);
  return own !== null && own.components === space.components ? own : space;
}

const plain: Readonly<Record<string, Space>> = {
  DeviceGray: deviceGray,
  G: deviceGray,
  CalGray: space('CalGray', 1, lightGrey('CalGray')),
  DeviceRGB: deviceRgb,
  RGB: deviceRgb,
  CalRGB: space('CalRGB', 3, light('rgb', 'CalRGB')),
  DeviceCMYK: deviceCmyk,
  CMYK: deviceCmyk,
  Pattern: space('Pattern', 0, () => paper, { isPattern: true }),
};

/** Spaces in spaces, at most: a tiling of an indexed spot colour has four. */
const deepest = 8;

/** Null for what is no colour space; names are looked for among the resources, and may be a device's own. */
export function readSpace(object: PDFObject | undefined, resources: PDFDict | null, depth = 0): Space | null {
  if (depth > deepest) return null;
  if (object instanceof PDFName) return namedSpace(object.decodeText(), resources, depth);
  if (!(object instanceof PDFArray) || object.size() === 0) return null;
  const family = object.lookup(0);
  const parts = object
    .asArray()
    .slice(1, 5)
    .map((_, index) => object.lookup(index + 1));
  const inner = (part: PDFObject | undefined) => readSpace(part, resources, depth + 1);
  switch (family instanceof PDFName ? family.decodeText() : '') {
    case 'ICCBased':
      return profiled(parts[0], inner);
    case 'Lab':
      return labSpace(dictionaryOf(parts[0]));
    case 'CalRGB':
      return calibrated(dictionaryOf(parts[0]));
    case 'CalGray':
      return space('CalGray', 1, lightGrey('CalGray', gammaOf(dictionaryOf(parts[0]))));
    case 'Indexed':
    case 'I':
      return indexed(inner(parts[0]), parts[1], parts[2]);
    case 'Separation':
      return named([parts[0]], inner(parts[1]), parts[2]);
    case 'DeviceN':
      return parts[0] instanceof PDFArray ? named(membersOf(parts[0]), inner(parts[1]), parts[2]) : null;
    case 'Pattern':
      return space('Pattern', 0, () => paper, { isPattern: true, base: inner(parts[0]) });
    default:
      return family instanceof PDFName ? (plain[family.decodeText()] ?? null) : null;
  }
}

function membersOf(array: PDFArray): readonly (PDFObject | undefined)[] {
  return array
    .asArray()
    .slice(0, 32)
    .map((_, index) => array.lookup(index));
}

function namedSpace(name: string, resources: PDFDict | null, depth: number): Space | null {
  const spaces = resources && dictionaryAt(resources, 'ColorSpace');
  const found = spaces && lookup(spaces, name);
  if (found) return readSpace(found, resources, depth + 1);
  const device = plain[name];
  return device === undefined ? null : deviceSpace(device, resources, depth);
}

function profiled(stream: PDFObject | undefined, inner: (part: PDFObject | undefined) => Space | null): Space | null {
  if (!(stream instanceof PDFStream)) return null;
  switch (numberAt(stream.dict, 'N')) {
    case 1:
      return space('a grey profile', 1, lightGrey('a grey profile'));
    case 3: {
      // An alternate of Lab says that the three numbers are no red, green and blue.
      const isLab = inner(lookup(stream.dict, 'Alternate'))?.name === 'Lab';
      return isLab ? labSpace(null) : space('an RGB profile', 3, light('rgb', 'an RGB profile'));
    }
    case 4:
      // Unlike DeviceCMYK it replaces all inks of its ground, whatever the overprint mode (8.6.7).
      return space('a CMYK profile', 4, (parts) => inks(cmykOf(parts), 'all'));
    default:
      return null;
  }
}

/** Of CalGray (8.6.5.2): 1 where none is told. */
const gammaOf = (dictionary: PDFDict | null): number => (dictionary && numberAt(dictionary, 'Gamma')) ?? 1;

/** CalRGB (8.6.5.3): its own gamma, 1 where none is told, in place of that of sRGB; its primaries are near enough. */
function calibrated(dictionary: PDFDict | null): Space {
  const array = dictionary && lookup(dictionary, 'Gamma');
  const powers = array instanceof PDFArray ? numbersOf(array) : [1, 1, 1];
  const colour = light('rgb', 'CalRGB');
  return space('CalRGB', 3, (parts) =>
    colour(parts.map((part, axis) => encoded(Math.min(1, Math.max(0, part)) ** (powers[axis] ?? 1)))),
  );
}

/** Light as sRGB has it. */
const encoded = (v: number): number => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);

/** CIE L*a*b* (8.6.5.4); its look is told roughly, by way of the same formulas that sRGB has. */
function labSpace(dictionary: PDFDict | null): Space {
  const array = dictionary && lookup(dictionary, 'Range');
  const range = array instanceof PDFArray ? numbersOf(array) : [-100, 100, -100, 100];
  const colour = ([l = 0, a = 0, b = 0]: readonly number[]): LightColour => {
    const m = (l + 16) / 116;
    const linear = (t: number) => (t > 6 / 29 ? t ** 3 : (108 / 841) * (t - 4 / 29));
    const [x, y, z] = [0.9505 * linear(m + a / 500), linear(m), 1.089 * linear(m - b / 200)];
    const gamma = (v: number) => byte(encoded(v));
    return {
      type: 'lab',
      space: 'Lab',
      rgb: [
        gamma(3.2406 * x - 1.5372 * y - 0.4986 * z),
        gamma(-0.9689 * x + 1.8758 * y + 0.0415 * z),
        gamma(0.0557 * x - 0.204 * y + 1.057 * z),
      ],
    };
  };
  return space('Lab', 3, colour, { decode: [0, 100, ...range] });
}

function indexed(base: Space | null, highest: PDFObject | undefined, table: PDFObject | undefined): Space | null {
  if (base === null || base.isPattern) return null;
  const bytes = table instanceof PDFStream ? bytesOf(table) : stringBytes(table);
  if (bytes === null) return null;
  const { components, decode } = base;
  const last = highest instanceof PDFNumber ? Math.min(255, Math.max(0, highest.asNumber())) : 255;
  const colour = ([index = 0]: readonly number[]): Colour => {
    const at = Math.min(last, Math.max(0, Math.round(index))) * components;
    const parts = Array.from(bytes.subarray(at, at + components), (part, axis) => {
      const [low = 0, high = 1] = [decode[2 * axis], decode[2 * axis + 1]];
      return low + (part / 255) * (high - low);
    });
    return base.colour(parts);
  };
  return space(`Indexed ${base.name}`, 1, colour, { decode: [0, 255], base });
}

/** Separation and DeviceN: inks by their names, of which the press's own are known (8.6.6.4, 8.6.6.5). */
function named(
  objects: readonly (PDFObject | undefined)[],
  alternate: Space | null,
  transform: PDFObject | undefined,
): Space | null {
  const names = objects.map((object) => (object instanceof PDFName ? textOfName(object) : ''));
  if (names.length === 0 || names.includes('')) return null;
  const tintsOf = readFunction(transform);
  const isProcess = names.every((name) => processInks.includes(name) || name === 'None');
  const reach = names.flatMap((name) => (name === 'All' ? processInks : [name])).filter((name) => name !== 'None');
  const colour = (parts: readonly number[]): Colour => {
    const cmyk = [...none];
    const spots: SpotTint[] = [];
    for (const [index, name] of names.entries()) {
      const tint = percent(parts[index]);
      const process = processInks.indexOf(name);
      // Registration: every ink of the press, for marks (8.6.6.4).
      if (name === 'All') cmyk.fill(tint);
      else if (process !== -1) cmyk[process] = tint;
      else if (name !== 'None' && tint > 0) spots.push({ name, tint });
    }
    const found = inks(cmykOf(cmyk.map((part) => part / 100)), reach, spots, isProcess ? null : lookOf(parts));
    return names.includes('All') ? { ...found, isRegistration: true } : found;
  };
  const lookOf = (parts: readonly number[]): Cmyk | null => {
    const tints = tintsOf(parts);
    const look = tints && alternate?.colour(tints);
    return look?.type === 'inks' ? look.cmyk : null;
  };
  const family = names.length === 1 ? 'Separation' : 'DeviceN';
  return space(`${family} ${names.join(', ')}`, names.length, colour);
}

/** The blending space of a transparency group (11.6.6). */
export function groupSpace(owner: PDFDict, resources: PDFDict | null): Space | null {
  const group = dictionaryAt(owner, 'Group');
  if (group === null || nameAt(group, 'S') !== 'Transparency') return null;
  return readSpace(lookup(group, 'CS'), resources);
}

/** In what a group of paints is blended; null for as around it. */
export function blendsIn(space: Space | null): 'inks' | 'light' | null {
  return space === null ? null : space.components === 3 ? 'light' : 'inks';
}

/** Of which device a space is, as profiles name its colours; null for one that is of none. */
export function deviceOf({ name }: Space): 'GRAY' | 'RGB' | 'CMYK' | null {
  if (name === 'DeviceGray') return 'GRAY';
  return name === 'DeviceRGB' ? 'RGB' : name === 'DeviceCMYK' ? 'CMYK' : null;
}
