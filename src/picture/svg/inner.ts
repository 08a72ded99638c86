/** Pictures inside a drawing: read as any other picture is, and set down so that screens and presses can take them. */
import type { NamedPicture } from '../named.ts';
import { readRaster } from '../raster.ts';
import { loadSharp } from '../sharp.ts';
import type { Budget } from './budget.ts';
import type { Inner } from './context.ts';
import { damaged, type SvgPosition, unsupported } from './flaw.ts';
import type { SvgElement } from './xml.ts';

/** @param isMasked whether the drawing has masks, in which a picture is light and dark */
export async function readInner(
  nodes: readonly SvgElement[],
  named: NamedPicture,
  budget: Budget,
  isMasked: boolean,
): Promise<ReadonlyMap<SvgElement, Inner>> {
  const read = new Map<SvgElement, Inner>();
  const known = new Map<string, Inner>();
  for (const node of nodes) {
    const href = node.attributes.get('href') ?? '';
    if (node.name !== 'image' || href === '') continue;
    const spot = { offset: node.offset, attribute: 'href' };
    const inner = known.get(href) ?? (await one(href, named, spot, isMasked));
    known.set(href, inner);
    budget.spend('pixels', inner.width * inner.height, spot);
    read.set(node, inner);
  }
  return read;
}

async function one(href: string, named: NamedPicture, spot: SvgPosition, isMasked: boolean): Promise<Inner> {
  const bytes = decoded(href, spot);
  const isPng = [0x89, 0x50, 0x4e, 0x47].every((byte, index) => bytes[index] === byte);
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPng && !isJpeg) throw unsupported('it holds a picture that is neither PNG nor JPEG', spot, hint);
  const { format, width, height, bytes: settled } = await readRaster(bytes, named);
  const sharp = await loadSharp();
  const size = { width, height };
  const light = isMasked ? await lightOf(settled) : settled;
  const { isOpaque } = format === 'png' ? await sharp(settled).stats() : { isOpaque: true };
  if (format === 'jpeg') return { format, ...size, bytes: settled, veil: null, light };
  const solid = await sharp(settled)
    .removeAlpha()
    .toColourspace('srgb')
    .png({ compressionLevel: 9, palette: false })
    .toBuffer();
  if (isOpaque) return { format: 'png', ...size, bytes: new Uint8Array(solid), veil: null, light };
  const veil = await sharp(settled).ensureAlpha().extractChannel('alpha').png({ compressionLevel: 9 }).toBuffer();
  return { format: 'png', ...size, bytes: new Uint8Array(solid), veil: new Uint8Array(veil), light };
}

const hint = 'Embed the picture as PNG or JPEG, or take it out of the drawing and give it as a figure of its own.';

function decoded(href: string, spot: SvgPosition): Uint8Array {
  const found = /^\s*data:([^,]*),/i.exec(href);
  if (found === null || !/;\s*base64\s*$/i.test(found[1] ?? '')) {
    throw unsupported('it holds a picture that is not written as base64', spot, hint);
  }
  const base64 = href.slice(found[0].length).replace(/\s+/g, '');
  if (!/^[a-z0-9+/]*={0,2}$/i.test(base64)) throw damaged('the picture inside it is not base64', spot);
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Luminance as masks take it, darkened by what is see-through, as a grey PNG. */
async function lightOf(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = new Uint8Array(info.width * info.height);
  for (let at = 0; at < grey.length; at += 1) {
    const [r = 0, g = 0, b = 0, a = 0] = data.subarray(4 * at, 4 * at + 4);
    grey[at] = Math.round(((0.2125 * r + 0.7154 * g + 0.0721 * b) * a) / 255);
  }
  const raw = { width: info.width, height: info.height, channels: 1 } as const;
  return new Uint8Array(await sharp(grey, { raw }).toColourspace('b-w').png({ compressionLevel: 9 }).toBuffer());
}
