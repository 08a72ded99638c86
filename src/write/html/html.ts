/** One HTML file a language: it holds its style sheet, fonts and pictures, runs no script and loads nothing. */
import { createHash } from 'node:crypto';
import type { Cover, Document, Imprint, Section } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import type { Job, Target } from '../targets.ts';
import { type Setting, setBlocks } from './blocks.ts';
import { element, type Html, lines, textOf, trusted } from './element.ts';
import { fontRules } from './fonts.ts';
import { editionAddress, setInlines } from './inlines.ts';
import { direction, languageOf } from './language.ts';
import { icon, masthead } from './masthead.ts';
import { facesOf, styleSheet } from './stylesheet.ts';

export const html: Target = { format: 'html', extension: 'html', write };

// Ids of a document begin with a letter, so these never meet them.
const mainId = '_main';
const contentsId = '_contents';

async function write(document: Document, job: Job): Promise<Uint8Array> {
  const body = setBody(document, job);
  const emphasis = /<em[ >]/.test(body.toString());
  const fonts = await fontRules(facesOf(job.theme, emphasis), `${textOf(body)}${drawn(body)}`);
  const styles = `${fonts}\n${styleSheet(job.theme, document)}`.trim();
  const language = { lang: document.lang, dir: direction(document.lang) };
  const page = element('html', language, lines(setHead(document, job, styles), body), '\n');
  return new TextEncoder().encode(`<!doctype html>\n${page}\n`);
}

/** What the style sheet draws: numbers of items, hyphens of divided words, addresses on paper. */
function drawn(body: Html): string {
  const addresses = [...body.toString().matchAll(/href="(http[^"]*)"/g)].map((match) => match[1] ?? '');
  return `0123456789.-\u2010\u00AD ()${addresses.join('')}`;
}

// ---- head ---------------------------------------------------------------------------------------------------

function setHead(document: Document, job: Job, styles: string): Html {
  const { title, description, author, keywords, date } = document.metadata;
  const meta = (name: string, content: string, media: string | null = null) =>
    element('meta', { name, content, media });
  const field = job.theme.colors.field;
  return element(
    'head',
    {},
    lines(
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(styles) }),
      meta('viewport', 'width=device-width, initial-scale=1'),
      element('title', {}, title),
      meta('description', description),
      meta('author', author),
      keywords.length === 0 ? null : meta('keywords', keywords.join(', ')),
      meta('dcterms.date', date),
      meta('color-scheme', 'light dark'),
      meta('theme-color', field.light, '(prefers-color-scheme: light)'),
      meta('theme-color', field.dark, '(prefers-color-scheme: dark)'),
      element('link', { rel: 'icon', href: icon(job.theme) }),
      ...document.editions.map(({ lang }) =>
        element('link', { rel: 'alternate', hreflang: lang, href: editionAddress(job, lang) }),
      ),
      element('style', {}, trusted(styles)),
    ),
    '\n',
  );
}

/**
 * Nothing runs and nothing is fetched, whatever data may hold: only this style sheet counts, and fonts in the page. Images
 * are not restricted, since the Nu checker takes every `data:` image for blocked (26.9); the writer makes no other.
 */
function policy(styles: string): string {
  const hash = createHash('sha256').update(styles).digest('base64');
  const none = ['script', 'connect', 'media', 'object', 'frame', 'child', 'worker', 'manifest'].map(
    (kind) => `${kind}-src 'none'`,
  );
  return [...none, `style-src 'sha256-${hash}'`, 'font-src data:', "base-uri 'none'", "form-action 'none'"].join('; ');
}

// ---- body ---------------------------------------------------------------------------------------------------

function setBody(document: Document, job: Job): Html {
  const setting: Setting = { job, lang: document.lang, depth: 0, running: false };
  return element(
    'body',
    {},
    lines(
      element('a', { class: 'skip', href: `#${mainId}` }, job.chrome.skipToContent),
      setCover(document.cover, setting),
      element(
        'div',
        { class: 'shell page' },
        lines(setContents(document.body, setting), setMain(document.body, setting)),
        '\n',
      ),
      document.imprint === null ? null : setImprint(document.imprint, setting),
    ),
    '\n',
  );
}

function setCover(cover: Cover, outer: Setting): Html {
  const setting = { ...outer, lang: cover.lang ?? outer.lang };
  const { title } = cover;
  const bar =
    cover.before.length === 0 ? null : element('div', { class: 'bar' }, setBlocks(cover.before, setting), '\n');
  return element(
    'header',
    { class: 'masthead', 'data-look': cover.look, ...languageOf(cover.lang) },
    lines(
      element(
        'div',
        { class: 'shell' },
        lines(bar, element('h1', { ...languageOf(title.lang) }, setTitle(title, setting))),
        setBlocks(cover.after, setting),
        '\n',
      ),
      masthead(setting.job.theme),
    ),
    '\n',
  );
}

function setTitle(title: Cover['title'], setting: Setting): Html {
  return setInlines(title.children, { ...setting, lang: title.lang ?? setting.lang });
}

/** A way to each section; with one section there is nothing to choose. */
function setContents(sections: readonly Section[], setting: Setting): Html | null {
  if (sections.length < 2) return null;
  const entries = sections.map(({ id, title, lang }) => {
    const words = { type: 'text', value: plain(title), from: id.from, at: id.from, lang: null } as const;
    return element('li', languageOf(lang), element('a', { href: `#${id.value}` }, setInlines([words], setting)));
  });
  return element(
    'nav',
    { class: 'contents', 'aria-labelledby': contentsId },
    lines(element('p', { id: contentsId }, setting.job.chrome.contents), element('ol', {}, lines(...entries), '\n')),
    '\n',
  );
}

function setMain(sections: readonly Section[], setting: Setting): Html {
  return element('main', { id: mainId, tabindex: -1 }, setBlocks(sections, { ...setting, running: true }), '\n');
}

function setImprint(imprint: Imprint, outer: Setting): Html {
  const setting = { ...outer, lang: imprint.lang ?? outer.lang };
  const shell = element('div', { class: 'shell' }, setBlocks(imprint.blocks, setting), '\n');
  return element(
    'footer',
    { class: 'imprint', 'aria-label': setting.job.chrome.imprint, ...languageOf(imprint.lang) },
    lines(shell),
    '\n',
  );
}
