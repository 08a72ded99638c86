/** Faults for the judges of EPUB. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Changes the first file whose name matches; the type of the book stays first and stored.
 *
 * @param {RegExp} name @param {(text: string) => string} change
 */
function inFile(name, change) {
  return (/** @type {Uint8Array} */ bytes) => {
    const files = unzipSync(bytes);
    const found = Object.keys(files).find((each) => name.test(each));
    if (found === undefined) return bytes;
    const before = strFromU8(files[found] ?? new Uint8Array());
    const after = change(before);
    if (after === before) return bytes;
    /** @type {import('fflate').Zippable} */
    const parts = { mimetype: [files.mimetype ?? new Uint8Array(), { level: 0 }] };
    for (const [path, content] of Object.entries(files)) if (path !== 'mimetype') parts[path] = content;
    parts[found] = strToU8(after);
    return zipSync(parts);
  };
}

/** @param {string} markup at the end of the first section */
const inText = (markup) => inFile(/section-\d+\.xhtml$/, (text) => text.replace('</body>', `${markup}</body>`));
const inPackage = (/** @type {(text: string) => string} */ change) => inFile(/\.opf$/, change);
const inNavigation = (/** @type {(text: string) => string} */ change) => inFile(/nav\.xhtml$/, change);

/** @type {readonly import('./html.mjs').Fault[]} */
export const epubFaults = [
  { judge: 'epubcheck', name: 'open element', expects: /^(?:fatal|error) RSC-016/, plant: inText('<p>Open') },
  {
    judge: 'epubcheck',
    name: 'link to no file',
    expects: /^error RSC-007/,
    plant: inText('<p><a href="brochure.en.html">English</a></p>'),
  },
  {
    judge: 'epubcheck',
    name: 'link to no place',
    expects: /^error RSC-012/,
    plant: inText('<p><a href="#nowhere">There</a></p>'),
  },
  {
    judge: 'epubcheck',
    name: 'undeclared drawing',
    expects: /^error OPF-014/,
    plant: inText('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'),
  },
  {
    judge: 'epubcheck',
    name: 'no time of the last change',
    expects: /^error RSC-005/,
    plant: inPackage((opf) => opf.replace(/<meta property="dcterms:modified">[^<]*<\/meta>/, '')),
  },
  {
    judge: 'epubcheck',
    name: 'page without a name',
    expects: /^error RSC-005/,
    plant: inNavigation((nav) => nav.replace(/(<nav[^>]*page-list[\s\S]*?<a href="[^"]*">)[^<]+/, '$1')),
  },
  {
    judge: 'ace',
    name: 'picture without words',
    expects: /^image-alt/,
    plant: inText('<p><img src="../cover.png"/></p>'),
  },
  {
    judge: 'ace',
    name: 'nothing on hazards',
    expects: /^metadata-accessibilityhazard/i,
    plant: inPackage((opf) => opf.replace(/<meta property="schema:accessibilityHazard">[^<]*<\/meta>/, '')),
  },
  {
    judge: 'ace',
    name: 'page mark without a name',
    expects: /^pagebreak-label/,
    plant: inText('<p><span id="p99" epub:type="pagebreak" role="doc-pagebreak"></span></p>'),
  },
  {
    judge: 'ace',
    name: 'faint text',
    expects: /^color-contrast/,
    plant: inText('<p style="color:#aaa;background:#fff">Faint</p>'),
  },
];
