/** The outlines of a TrueType font in streams of like numbers: the transformed `glyf` table of WOFF 2 (5.1). */
import { outlineHead, outlinesIn, partsOf } from '../../theme/outlines.ts';
import { type FontTables, tableOf } from '../../theme/sfnt.ts';
import { Bytes } from './woff2-bytes.ts';

/** In the order in which they are written. */
class Streams {
  readonly contours = new Bytes();
  readonly points = new Bytes();
  readonly flags = new Bytes();
  readonly glyphs = new Bytes();
  readonly components = new Bytes();
  readonly boxes = new Bytes();
  readonly instructions = new Bytes();
}

// Flags of points, and one of the parts of composite outlines (OpenType, glyf).
const [onCurve, shortX, shortY, repeated, sameX, sameY, overlaps] = [1, 2, 4, 8, 16, 32, 64];
const instructed = 256;

export function transformedOutlines(tables: FontTables): Uint8Array {
  const count = tableOf(tables, 'maxp').getUint16(4);
  const format = tableOf(tables, 'head').getInt16(50);
  const outlineOf = outlinesIn(tables);
  const streams = new Streams();
  const boxed = new Uint8Array(4 * Math.ceil(count / 32));
  const overlapping = new Uint8Array(Math.ceil(count / 8));
  const mark = (bits: Uint8Array, glyph: number) => {
    bits[glyph >> 3] = (bits[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7));
  };
  for (let glyph = 0; glyph < count; glyph += 1) {
    const data = outlineOf(glyph);
    const contours = data.byteLength === 0 ? 0 : data.getInt16(0);
    streams.contours.int16(contours);
    if (contours === 0) continue;
    const facts = contours < 0 ? composite(data, streams) : simple(data, contours, streams);
    if (facts.boxed) {
      mark(boxed, glyph);
      streams.boxes.bytes(bytesOf(data, 2, 8));
    }
    if (facts.overlaps) mark(overlapping, glyph);
  }
  const withOverlaps = overlapping.some((bits) => bits !== 0);
  const { contours, points, flags, glyphs, components, boxes, instructions } = streams;
  const all = new Bytes();
  for (const value of [0, withOverlaps ? 1 : 0, count, format]) all.int16(value);
  for (const { length } of [contours, points, flags, glyphs, components]) all.uint32(length);
  all.uint32(boxed.length + boxes.length);
  all.uint32(instructions.length);
  for (const { written } of [contours, points, flags, glyphs, components]) all.bytes(written);
  all.bytes(boxed);
  all.bytes(boxes.written);
  all.bytes(instructions.written);
  if (withOverlaps) all.bytes(overlapping);
  return all.written;
}

/** Whether a glyph's box is written, being another than that of its points; and whether its contours overlap. */
interface GlyphFacts {
  readonly boxed: boolean;
  readonly overlaps: boolean;
}

/** A glyph of contours: their points as steps from one to the next. */
function simple(data: DataView, contours: number, streams: Streams): GlyphFacts {
  let count = 0;
  for (let contour = 0; contour < contours; contour += 1) {
    const end = data.getUint16(10 + 2 * contour) + 1;
    streams.points.short(end - count);
    count = end;
  }
  let at = 10 + 2 * contours;
  const instructions = data.getUint16(at);
  at += 2 + instructions;
  const flags = new Uint8Array(count);
  for (let point = 0; point < count; ) {
    const flag = data.getUint8(at);
    at += 1;
    const times = (flag & repeated) === 0 ? 1 : 1 + data.getUint8(at++);
    flags.fill(flag, point, point + times);
    point += times;
  }
  // Not by `Int16Array.from`, which takes ten times as long.
  const steps = (short: number, same: number): Int16Array => {
    const read = new Int16Array(count);
    for (let point = 0; point < count; point += 1) {
      const flag = flags[point] ?? 0;
      if ((flag & short) !== 0) read[point] = (flag & same) === 0 ? -data.getUint8(at++) : data.getUint8(at++);
      else if ((flag & same) === 0) {
        read[point] = data.getInt16(at);
        at += 2;
      }
    }
    return read;
  };
  const across = steps(shortX, sameX);
  const up = steps(shortY, sameY);
  for (let point = 0; point < count; point += 1)
    writeStep(((flags[point] ?? 0) & onCurve) === 0 ? 0x80 : 0, across[point] ?? 0, up[point] ?? 0, streams);
  streams.glyphs.short(instructions);
  streams.instructions.bytes(bytesOf(data, 12 + 2 * contours, instructions));
  const [left, right] = reach(across);
  const [low, high] = reach(up);
  const boxed = [left, low, right, high].some((edge, index) => edge !== data.getInt16(2 + 2 * index));
  return { boxed, overlaps: ((flags[0] ?? 0) & overlaps) !== 0 };
}

/** The least and the greatest of what steps from 0 come to. */
function reach(steps: Int16Array): readonly [number, number] {
  let [place, least, greatest] = [steps[0] ?? 0, steps[0] ?? 0, steps[0] ?? 0];
  for (let index = 1; index < steps.length; index += 1) {
    place += steps[index] ?? 0;
    if (place < least) least = place;
    if (place > greatest) greatest = place;
  }
  return [least, greatest];
}

/** A step as a flag, which says how its lengths are packed, and as few bytes as they need (5.2). */
function writeStep(curve: number, across: number, up: number, { flags, glyphs }: Streams): void {
  const [x, y] = [Math.abs(across), Math.abs(up)];
  const signs = (across < 0 ? 0 : 1) + (up < 0 ? 0 : 2);
  if (x === 0 && y < 1280) {
    flags.uint8(curve + ((y & 0xf00) >> 7) + (signs >> 1));
    glyphs.uint8(y);
  } else if (y === 0 && x < 1280) {
    flags.uint8(curve + 10 + ((x & 0xf00) >> 7) + (signs & 1));
    glyphs.uint8(x);
  } else if (x < 65 && y < 65) {
    flags.uint8(curve + 20 + ((x - 1) & 0x30) + (((y - 1) & 0x30) >> 2) + signs);
    glyphs.uint8((((x - 1) & 0xf) << 4) | ((y - 1) & 0xf));
  } else if (x < 769 && y < 769) {
    flags.uint8(curve + 84 + 12 * (((x - 1) & 0x300) >> 8) + (((y - 1) & 0x300) >> 6) + signs);
    glyphs.uint8(x - 1);
    glyphs.uint8(y - 1);
  } else if (x < 4096 && y < 4096) {
    flags.uint8(curve + 120 + signs);
    glyphs.uint8(x >> 4);
    glyphs.uint8(((x & 0xf) << 4) | (y >> 8));
    glyphs.uint8(y);
  } else {
    flags.uint8(curve + 124 + signs);
    glyphs.int16(x);
    glyphs.int16(y);
  }
}

/** A glyph made of others, as it is. */
function composite(data: DataView, { components, glyphs, instructions }: Streams): GlyphFacts {
  let at = outlineHead;
  let hasInstructions = false;
  for (const { flags, end } of partsOf(data)) {
    at = end;
    hasInstructions ||= (flags & instructed) !== 0;
  }
  components.bytes(bytesOf(data, outlineHead, at - outlineHead));
  if (hasInstructions) {
    const length = data.getUint16(at);
    glyphs.short(length);
    instructions.bytes(bytesOf(data, at + 2, length));
  }
  return { boxed: true, overlaps: false };
}

function bytesOf({ buffer, byteOffset }: DataView, at: number, length: number): Uint8Array {
  return new Uint8Array(buffer, byteOffset + at, length);
}
