/**
 * Faults for the judges of HTML.
 *
 * @typedef {{ judge: string, name: string, expects: RegExp, plant: (bytes: Uint8Array) => Uint8Array }} Fault
 */
import { strFromU8, strToU8 } from 'fflate';
import { pictureFaults } from './pictures.mjs';

/** @param {(html: string) => string} change */
function onText(change) {
  // A policy of the page's own would stop some faults before a judge can see them.
  return (/** @type {Uint8Array} */ bytes) =>
    strToU8(change(strFromU8(bytes).replace(/<meta http-equiv="?Content-Security-Policy[^>]*>/i, '')));
}

/** @param {string} markup at the end of the main part */
const inMain = (markup) => onText((html) => html.replace('</main>', `${markup}</main>`));

/** @param {string} css */
const inSheet = (css) => onText((html) => html.replace('</head>', `<style>${css}</style></head>`));

/** Two lines in a box that has room for just them; with a reader's text spacing they become three. */
const tightBox = `<p style="height:2.4em;line-height:1.2;width:12em;overflow:hidden;font-size:16px">Mission to a place which is far away, and more</p>`;

/** A policy that knows the page's own style sheet alone. @param {string} html */
const ownStylesOnly = (html) =>
  html.replace(
    /<head>/,
    `<head><meta http-equiv="Content-Security-Policy" content="style-src 'sha256-${'A'.repeat(43)}='">`,
  );

/** In the pictures of figures. @param {import('./pictures.mjs').PictureFault} fault */
const inPictures = ({ change }) =>
  onText((html) => {
    const pattern = /(?<=<figure>\s*<img src="data:image\/[\w+]+;base64,)[^"]+/g;
    const changed = change([...html.matchAll(pattern)].map(([data]) => Buffer.from(data, 'base64')));
    let next = 0;
    return html.replace(pattern, () => (changed[next++] ?? Buffer.alloc(0)).toString('base64'));
  });

/** @type {readonly Fault[]} */
export const htmlFaults = [
  {
    judge: 'large-html',
    name: 'type of 17 points',
    expects: /^small/,
    plant: inMain('<p style="font-size:17pt">Small words</p>'),
  },
  { judge: 'large-html', name: 'leaning words', expects: /^leaning/, plant: inMain('<p><i>Leaning words</i></p>') },
  { judge: 'large-html', name: 'divided words', expects: /^divided/, plant: inSheet('p{hyphens:auto!important}') },
  {
    judge: 'large-html',
    name: 'two columns',
    expects: /^columns/,
    plant: inMain(
      '<div style="display:flex"><p style="flex:1">One text that stands at the left</p><p style="flex:1">Another that stands at its right</p></div>',
    ),
  },
  ...pictureFaults.map((fault) => ({ ...fault, plant: inPictures(fault) })),
  ...['drawings', 'rasters'].map((judge) => ({
    ...{ judge, name: 'a style that pales pictures', expects: /^painted/ },
    plant: inSheet('figure img { opacity: 0.8 }'),
  })),
  { judge: 'nu', name: 'stray end tag', expects: /^error/, plant: inMain('</section>') },
  { judge: 'nu', name: 'unknown attribute', expects: /^error/, plant: inMain('<p colour="red">Red</p>') },
  { judge: 'nu', name: 'unknown CSS property', expects: /^error/, plant: inSheet('p { colour: red }') },
  {
    judge: 'axe',
    name: 'no language',
    expects: /^html-has-lang/,
    plant: onText((html) => html.replace(/(<html\b[^>]*) lang="?[\w-]+"?/, '$1')),
  },
  {
    judge: 'axe',
    name: 'picture without words',
    expects: /^image-alt/,
    plant: inMain('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
  },
  { judge: 'axe', name: 'skipped heading', expects: /^heading-order/, plant: inMain('<h6>Deep</h6>') },
  {
    judge: 'axe',
    name: 'faint text',
    expects: /^color-contrast/,
    plant: inSheet('main p { color: #aaa !important; background: #fff !important }'),
  },
  {
    judge: 'axe',
    name: 'faint text in the dark',
    expects: /^color-contrast .*\((1280 dark|320 dark|1280 dark, 320 dark)\)/,
    plant: inSheet(
      '@media (prefers-color-scheme: dark) { main p { color: #333 !important; background: #111 !important } }',
    ),
  },
  {
    judge: 'page',
    name: 'wide paragraph',
    expects: /^sideways-scroll .*320/,
    plant: inMain('<p style="width:500px">Wide</p>'),
  },
  {
    judge: 'page',
    name: 'picture from the network',
    expects: /^network/,
    plant: inMain('<img alt="" src="https://example.org/a.png">'),
  },
  {
    judge: 'page',
    name: 'box too tight for text spacing',
    expects: /^clipped-text .*text spacing/,
    plant: inMain(tightBox),
  },
  {
    judge: 'page',
    name: 'table that scrolls out of reach',
    expects: /^scroll-unreachable .*320/,
    plant: inMain(
      '<div style="overflow-x:auto"><table style="width:60rem"><tr><th>One</th><td>Two</td></tr></table></div>',
    ),
  },
  {
    judge: 'page',
    name: 'stop at a table that has its room',
    expects: /^needless-stop .*1280/,
    plant: inMain('<div role="region" aria-label="Small" tabindex="0" style="overflow-x:auto"><p>Small</p></div>'),
  },
  {
    judge: 'page',
    name: 'stop at a table that has its room in a wide window only',
    expects: /^needless-stop .*1920/,
    plant: inMain(
      '<div role="region" aria-label="Wide" tabindex="0" style="overflow-x:auto;inline-size:90vw"><p style="inline-size:1500px">Wide</p></div>',
    ),
  },
  { judge: 'page', name: 'soft hyphen', expects: /^soft-hyphen/, plant: inMain('<p>Mis&shy;sion</p>') },
  { judge: 'page', name: 'no styles of readers', expects: /^readers-styles/, plant: onText(ownStylesOnly) },
  {
    judge: 'page',
    name: 'text over text',
    expects: /^overlapping-text/,
    plant: inMain('<p>Under</p><p style="margin-top:-2.5em">Over</p>'),
  },
  {
    judge: 'page',
    name: 'focus that can’t be seen',
    expects: /^focus-unmarked/,
    plant: inSheet('*:focus { outline: none !important; box-shadow: none !important }'),
  },
  {
    judge: 'page',
    name: 'faint text over a drawing',
    expects: /^painted-contrast/,
    plant: inMain('<p style="color:#777;background:linear-gradient(#777,#888)">Faint over a drawing</p>'),
  },
  {
    judge: 'page',
    name: 'text by script',
    expects: /^needs-scripts/,
    plant: inMain('<script>document.body.append("by script")</script>'),
  },
  {
    judge: 'page',
    name: 'link to no part',
    expects: /^dead-anchor/,
    plant: inMain('<a href="#no-such-part">Part</a>'),
  },
  {
    judge: 'page',
    name: 'link to no file',
    expects: /^dead-link/,
    plant: inMain('<a href="no-such-file.html">File</a>'),
  },
  {
    judge: 'page',
    name: 'motion',
    expects: /^motion/,
    plant: inMain(
      '<style>@keyframes turn { to { opacity: 0.5 } }</style><p style="animation: turn 1s infinite !important">Turns</p>',
    ),
  },
  {
    judge: 'page',
    name: 'no skip link',
    expects: /^skip-link/,
    plant: onText((html) => html.replace(/<body([^>]*)>/, '<body$1><a href="https://example.org/">First</a>')),
  },
];
