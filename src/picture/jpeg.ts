/** JPEG as a file (ITU-T T.81, annex B): its segments up to the end of the picture, before anything is decoded. */
import { changedBytes, cutOff, type Fault, type RasterFacts } from './raster-facts.ts';

/** Processes that no browser, office program or PDF reader decodes, by their start of frame (T.81, table B.1). */
const rare: Readonly<Record<number, string>> = {
  195: 'it is a lossless JPEG',
  197: 'it is a hierarchical JPEG',
  198: 'it is a hierarchical JPEG',
  199: 'it is a hierarchical JPEG',
  201: 'it is an arithmetic-coded JPEG',
  202: 'it is an arithmetic-coded JPEG',
  203: 'it is an arithmetic-coded JPEG',
  205: 'it is an arithmetic-coded JPEG',
  206: 'it is an arithmetic-coded JPEG',
  207: 'it is an arithmetic-coded JPEG',
};

const rarely = ', which most programs cannot show';

/** A kind of JPEG that is sound and cannot be shown. */
export interface Unshown {
  readonly unshown: string;
}

interface JpegFrame {
  readonly process: number;
  readonly bits: number;
  readonly width: number;
  readonly height: number;
  readonly components: readonly { readonly id: number; readonly across: number; readonly down: number }[];
}

export function readJpeg(file: Uint8Array): RasterFacts | Fault | Unshown {
  let frame: JpegFrame | null = null;
  let jfif = false;
  let adobe: number | null = null;
  for (let at = 2; ; ) {
    const marker = markerFrom(file, at);
    if (marker === null) return { fault: frame === null ? cutOffOr(file, at) : cutOff };
    const { code, next } = marker;
    if (code === 0xd9) {
      if (frame === null) return { fault: 'the data of the picture are missing' };
      return factsOf(frame, file.subarray(0, next), { jfif, adobe });
    }
    // TEM and the restart markers stand alone.
    if (code === 0x01 || (code >= 0xd0 && code <= 0xd8)) {
      at = next;
      continue;
    }
    const length = (file[next] ?? 0) * 256 + (file[next + 1] ?? 0);
    if (next + length > file.length) return { fault: cutOff };
    if (length < 2) return { fault: changedBytes };
    const data = file.subarray(next + 2, next + length);
    at = next + length;
    if (rare[code] !== undefined) return { unshown: `${rare[code]}${rarely}` };
    if (code >= 0xc0 && code <= 0xc2) {
      if (frame !== null) return { fault: 'it has two headers' };
      frame = frameOf(code, data);
      if (frame === null) return { fault: 'its header does not describe a picture' };
      if (frame.bits !== 8) return { unshown: `it has ${frame.bits} bits a colour${rarely}` };
    } else if (code === 0xe0 && startsWith(data, 'JFIF\0')) jfif = true;
    else if (code === 0xee && startsWith(data, 'Adobe') && data.length >= 12) adobe = data[11] ?? 0;
    else if (code === 0xda) at = endOfScan(file, at);
  }
}

/** Bytes of 0xFF may stand before a marker (B.1.1.2). Null where there is none. */
function markerFrom(file: Uint8Array, from: number): { readonly code: number; readonly next: number } | null {
  let at = from;
  if (file[at] !== 0xff) {
    // Some writers leave bytes between segments; all decoders pass over them.
    at = file.indexOf(0xff, at);
    if (at === -1) return null;
  }
  while (file[at] === 0xff) at += 1;
  const code = file[at];
  return code === undefined ? null : { code, next: at + 1 };
}

function cutOffOr(file: Uint8Array, at: number): string {
  return at >= file.length ? cutOff : changedBytes;
}

/** Where the marker after a scan's data stands: in the data, 0xFF is followed by 0 or is a restart marker (B.1.1.5). */
function endOfScan(file: Uint8Array, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const code = file[at + 1];
    if (code === undefined) return file.length;
    if (code !== 0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at;
  }
  return file.length;
}

function frameOf(process: number, data: Uint8Array): JpegFrame | null {
  const [bits = 0, h1 = 0, h0 = 0, w1 = 0, w0 = 0, count = 0] = data;
  const [width, height] = [w1 * 256 + w0, h1 * 256 + h0];
  const components = Array.from({ length: count }, (_, index) => {
    const [id = 0, sampling = 0] = data.subarray(6 + 3 * index);
    return { id, across: sampling >> 4, down: sampling & 15 };
  });
  const isSane = components.every(({ across, down }) => across >= 1 && across <= 4 && down >= 1 && down <= 4);
  if (width === 0 || height === 0 || data.length < 6 + 3 * count || ![1, 3, 4].includes(count) || !isSane) return null;
  return { process, bits, width, height, components };
}

/** @param markers which of the two markers that tell what the numbers mean stand in the file, and Adobe's transform */
function factsOf(
  { process, width, height, components }: JpegFrame,
  bytes: Uint8Array,
  markers: { readonly jfif: boolean; readonly adobe: number | null },
): RasterFacts {
  const [across, down] = (['across', 'down'] as const).map((axis) => Math.max(...components.map((part) => part[axis])));
  const parts = components.map((part) => (part.across * part.down) / ((across ?? 1) * (down ?? 1)));
  const isPlain =
    process !== 0xc1 && (components.length === 1 || (isLuma(components, markers) && isCommon(components)));
  // Progressive: the coefficients of all scans are kept, in two bytes each, until the last has come.
  const held = process === 0xc2 ? 2 * width * height * parts.reduce((a, b) => a + b, 0) : 0;
  return { format: 'jpeg', width, height, isPlain, light: null, bytes, held };
}

/**
 * Whether all decoders take three components for luma and chroma: by Adobe's marker, by JFIF, else by their names. Where the
 * two contradict each other, or only the names say R, G and B, programs differ.
 */
function isLuma(
  components: JpegFrame['components'],
  { jfif, adobe }: { jfif: boolean; adobe: number | null },
): boolean {
  if (components.length !== 3) return false;
  if (adobe !== null) return adobe === 1;
  return jfif || components.every(({ id }, index) => id === index + 1);
}

/** Colours at full or half resolution, as cameras and programs write them. */
function isCommon([luma, ...chroma]: JpegFrame['components']): boolean {
  return (
    luma !== undefined && luma.across <= 2 && luma.down <= 2 && chroma.every((c) => c.across === 1 && c.down === 1)
  );
}

function startsWith(data: Uint8Array, text: string): boolean {
  return Buffer.from(data.subarray(0, text.length)).toString('latin1') === text;
}
