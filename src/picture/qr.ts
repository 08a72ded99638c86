/** QR codes (ISO/IEC 18004) as pictures: dark modules on white with the quiet zone that scanners need. */
import { encode } from 'uqr';
import { type Diagnostic, failure, Refused } from '../diagnostics.ts';
import { Kept } from '../kept.ts';
import type { Picture } from '../model/picture.ts';

/** Modules of white around the code (ISO/IEC 18004, 6.3.8). */
const quiet = 4;
/** Pixels a module where nobody says how large the picture is. */
const scale = 4;
/** Version 13: 69 modules and the quiet zone leave each a third of a millimetre in a code 25 mm wide, the least that phones read well. */
const largestVersion = 13;
/** What a code may hold, in bytes of UTF-8: a version 13 at level M (ISO/IEC 18004, table 7). */
export const qrCapacity = 331;
/** Codes stay so in dark pages: many scanners read no code that is turned inside out. */
const paper = '#FFFFFF';
const black = '#000000';

/**
 * The code of a text, such as an address, at error correction level M, in a colour as `#RRGGBB`; the same bytes each time. Throws
 * `Refused`: `qr-too-long`.
 */
export function qrPicture(text: string, color = black): Picture {
  return codes.get(`${color} ${text}`, () => made(text, color));
}

/** A hundred or so: documents of one batch lead to the same addresses. */
const codes = new Kept<Picture>(1e6, ({ bytes }) => bytes.length);

function made(text: string, color: string): Picture {
  const content = Array.from(new TextEncoder().encode(text));
  if (content.length > qrCapacity) throw new Refused([tooLong(text, content.length)]);
  const { data, size } = encode(content, { ecc: 'M', border: 0, maxVersion: largestVersion });
  const side = size + 2 * quiet;
  const pixels = side * scale;
  const root = `xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${side} ${side}"`;
  const ground = `<rect width="${side}" height="${side}" fill="${paper}"/>`;
  const svg = `<svg ${root}>${ground}<path d="${pathOf(data)}" fill="${color}"/></svg>`;
  return { file: `qr-${text}.svg`, format: 'svg', width: pixels, height: pixels, bytes: new TextEncoder().encode(svg) };
}

/** The same code in another colour, else in black. */
export function recoloured(picture: Picture, color: string | null): Picture {
  const svg = new TextDecoder().decode(picture.bytes).replace(/(?<=<path [^>]*fill=")[^"]*/, color ?? black);
  return { ...picture, bytes: new TextEncoder().encode(svg) };
}

/** All dark modules as one path, so that no light shines between neighbours: a box for each run of them in a row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1] === true) return [];
        const end = row.indexOf(false, x);
        const length = (end === -1 ? row.length : end) - x;
        return [`M${x + quiet} ${y + quiet}h${length}v1h${-length}z`];
      }),
    )
    .join('');
}

/** Without a place: the reader, who knows it, asks before. */
function tooLong(text: string, length: number): Diagnostic {
  const message = `A QR code holds at most ${qrCapacity} bytes; "${text.slice(0, 40)}…" has ${length}.`;
  const hints = ['Give a shorter address.'];
  return failure('qr-too-long', null, message, { hints });
}
