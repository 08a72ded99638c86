/** EPUB files by hand: what stands in them is as it is written here. */
import { strToU8, zipSync } from 'fflate';

export interface RawEpub {
  /** Bodies of the files of the spine by their names, in order. */
  readonly bodies: Readonly<Record<string, string>>;
  readonly lang?: string;
  readonly title?: string;
  /** Files besides, or in place of those that are made. */
  readonly files?: Readonly<Record<string, string>>;
}

export function rawEpub({ bodies, lang = 'en', title = '', files = {} }: RawEpub): Uint8Array {
  const names = Object.keys(bodies);
  const items = names.map((name, index) => `<item id="i${index}" href="${name}" media-type="application/xhtml+xml"/>`);
  const opf = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>${lang}</dc:language><dc:title>${title}</dc:title></metadata>
    <manifest>${items.join('')}</manifest><spine>${names.map((_, index) => `<itemref idref="i${index}"/>`).join('')}</spine></package>`;
  const page = (body: string) =>
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}"><head><title>x</title></head><body>${body}</body></html>`;
  const all = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a/b.opf"/></rootfiles></container>',
    'a/b.opf': opf,
    ...Object.fromEntries(Object.entries(bodies).map(([name, body]) => [`a/${name}`, page(body)])),
    ...files,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}
