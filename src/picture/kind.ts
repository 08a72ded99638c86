/** What a file is that is no picture which is taken, by its first bytes; the name of a file proves nothing. */

interface Known {
  /** With its article, such as `a WebP picture`. */
  readonly what: string;
  readonly hint: string;
}

const asPicture = (what: string): Known => ({
  what: `${what} picture`,
  hint: 'Open it in a picture editor and save it as JPEG (photos) or PNG (logos, screenshots).',
});
const iphone: Known = {
  what: 'a HEIC photo, as iPhones take them',
  hint: 'Open it in a picture editor and save it as JPEG, or send it from the phone by email, which makes it a JPEG.',
};
const page: Known = {
  what: 'a web page',
  hint: 'Open the address in a browser and save the picture itself: the download brought the page around it.',
};
const other = (what: string): Known => ({ what, hint: 'Name a PNG, JPEG, WebP, AVIF, TIFF or SVG file.' });

const packed: Known = {
  what: 'a compressed file (gzip), as SVGZ drawings are',
  hint: 'Save the drawing as plain SVG.',
};
const wide: Known = { what: 'a file in UTF-16', hint: 'Export or save it again as UTF-8.' };

/** What stands at a byte of the file. */
type Signature = readonly [at: number, text: string, known: Known];

const signatures: readonly Signature[] = [
  [0, 'GIF8', asPicture('a GIF')],
  [8, 'WEBP', asPicture('a WebP')],
  ...['avif', 'avis'].map((brand): Signature => [4, `ftyp${brand}`, asPicture('an AVIF')]),
  ...['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'].map(
    (brand): Signature => [4, `ftyp${brand}`, iphone],
  ),
  [4, 'ftyp', other('a video')],
  ...['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].map((start): Signature => [0, start, asPicture('a TIFF')]),
  [0, 'BM', asPicture('a BMP')],
  [0, '\0\0\x01\0', asPicture('a Windows icon')],
  [0, '\0\0\0\x0cJXL ', asPicture('a JPEG XL')],
  [0, '\xff\x0a', asPicture('a JPEG XL')],
  [0, '\0\0\0\x0cjP  ', asPicture('a JPEG 2000')],
  [0, '\xff\x4f\xff\x51', asPicture('a JPEG 2000')],
  [0, '8BPS', asPicture('a Photoshop')],
  [0, '%PDF-', other('a PDF')],
  [0, '%!PS', other('an EPS drawing')],
  [0, '\xc5\xd0\xd3\xc6', other('an EPS drawing')],
  [0, 'PK\x03\x04', other('a ZIP archive or an Office document')],
  [0, '\x1f\x8b', packed],
  [0, '\xff\xfe', wide],
  [0, '\xfe\xff', wide],
  [0, '\xd0\xcf\x11\xe0', other('an Office document')],
];

/** Null for what starts like nothing that is known. */
export function kindOf(bytes: Uint8Array): Known | null {
  const start = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const known = signatures.find(([at, text]) => start.startsWith(text, at) && !(text === 'BM' && isText(bytes)))?.[2];
  if (known !== undefined) return known;
  if (isPage(bytes)) return page;
  return isText(bytes) ? other('a text file') : null;
}

/** Whether it begins as an HTML page does. */
export function isPage(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)/i.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'));
}

/** UTF-8 without control characters; the last character looked at may be cut off. */
function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const isControl = (byte: number): boolean => (byte < 32 && !(byte >= 9 && byte <= 13)) || byte === 127;
  return !start.some(isControl) && !new TextDecoder().decode(start, { stream: true }).includes('\uFFFD');
}
