/** One HTML file a language: it holds its style sheet, fonts and pictures, runs no script and loads nothing. */
import type { Place } from '../../diagnostics.ts';
import { directionOf } from '../../language/direction.ts';
import { languageOf } from '../../language/languages.ts';
import type { Document, Imprint, Lang } from '../../model/document.ts';
import { matchesIn } from '../../text.ts';
import { colorOf } from '../../theme/theme.ts';
import { type DataFile, editionFile, type FormatWriter, type Job } from '../targets.ts';
import { isSlanted } from '../typesetting.ts';
import { drawCharts } from '../xhtml/charts.ts';
import { element, type Html, lines, textOf, trusted } from '../xhtml/element.ts';
import { cutFont, fontRule, fontsFor } from '../xhtml/fonts.ts';
import { languageAttributes } from '../xhtml/language.ts';
import { setNotes } from '../xhtml/notes.ts';
import { settingOf } from '../xhtml/page.ts';
import { type BlockContext, inside } from '../xhtml/setting.ts';
import { htmlSyntax, serialize } from '../xhtml/syntax.ts';
import { setCover } from './cover.ts';
import { dataAddress } from './data-address.ts';
import { icon } from './masthead.ts';
import { hasSideContents, setSideContents } from './navigation.ts';
import { facesOf, styleSheet } from './stylesheet.ts';

export const html: FormatWriter = { format: 'html', extension: 'html', write };

// Ids of a document begin with a letter, so these never meet them.
const mainId = '_main';

async function write(document: Document, job: Job): Promise<Uint8Array> {
  const setting = settingOf(document, {
    language: job.language,
    addresses: {
      picture: dataAddress,
      place: (id) => `#${id}`,
      edition: (lang) => editionAddress(job, lang),
      ...(job.origins === true ? { origin: originOf } : {}),
    },
    theme: job.theme,
    drawings: await drawCharts(document, job.theme),
    beside: !isSheet(document) && hasSideContents(document.body),
    scrolls: true,
  });
  const tree = setBody(document, job, setting);
  const body = serialize(tree, htmlSyntax);
  const slanted = [...setting.stressed].some((lang) => isSlanted(languageOf(lang), job.theme));
  const draft = job.draft === true ? job.language.chrome.draft : null;
  const fonts = fontsFor(facesOf(job.theme, slanted), `${textOf(tree)}${drawn(body)}${draft ?? ''}`);
  const rules = fonts.map((font) => {
    const data = Buffer.from(cutFont(font, 'woff2')).toString('base64');
    return fontRule(font, `url(data:font/woff2;base64,${data}) format("woff2")`);
  });
  const styles = `${rules.join('\n')}\n${styleSheet(job.theme, document, { ...setting.page, draft })}`.trim();
  const language = { lang: document.lang, dir: directionOf(document.lang) };
  const page = element('html', language, lines(setHead(document, job, styles), trusted(body)), '\n');
  return new TextEncoder().encode(`<!doctype html>\n${serialize(page, htmlSyntax)}\n`);
}

/** The path of a value in the data; null for what a template says. */
function originOf({ path }: Place): string | null {
  return path ?? null;
}

/** What the style sheet draws: numbers of items, hyphens of divided words, addresses on paper. */
function drawn(body: string): string {
  const addresses = [...matchesIn(body, /href="(http[^"]*)"/g)].map((match) => match[1] ?? '');
  return `0123456789.-\u2010 ()${addresses.join('')}`;
}

// ---- head ---------------------------------------------------------------------------------------------------

function setHead(document: Document, job: Job, styles: string): Html {
  const { title, description, author, keywords, date } = document.metadata;
  const meta = (name: string, content: string, media: string | null = null) =>
    element('meta', { name, content, media });
  const field = colorOf(job.theme, job.theme.roles.field);
  return element(
    'head',
    {},
    lines(
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
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
      job.data?.embedded === true ? sourceLink(job.data) : null,
      element('style', {}, trusted(styles)),
    ),
    '\n',
  );
}

/** The data that the page was made from: the same in another form, which no browser fetches or shows. */
function sourceLink({ file }: DataFile): Html {
  const href = `data:application/json;base64,${Buffer.from(file.bytes).toString('base64')}`;
  return element('link', { rel: 'alternate', type: 'application/json', title: file.name, href });
}

/**
 * Nothing runs and nothing is fetched, whatever data may hold. Styles may stand in the page, so that those of readers do:
 * WCAG 2.2, 1.4.12 has them space letters and lines out, with what adds a `style` element. Images are not restricted, since
 * the Nu checker takes every `data:` image for blocked (26.9); the writer makes no other.
 */
const policy = [
  ...['script', 'connect', 'media', 'object', 'frame', 'child', 'worker', 'manifest'].map(
    (kind) => `${kind}-src 'none'`,
  ),
  ...["style-src 'unsafe-inline'", 'font-src data:', "base-uri 'none'", "form-action 'none'"],
].join('; ');

// ---- body ---------------------------------------------------------------------------------------------------

function setBody(document: Document, job: Job, setting: BlockContext): Html {
  const { chrome } = setting.language;
  const { cover, body, imprint } = document;
  // In the order of the page, since notes are gathered on the way; their list stands where the text ends.
  const head = setCover(cover, job.theme, setting);
  const text = setting.page.blocks(body, setting);
  const foot = imprint === null ? null : setImprint(imprint, setting);
  const main = element('main', { id: mainId, tabindex: -1 }, text, lines(setNotes(setting.notes, setting)), '\n');
  const sheet = isSheet(document);
  const beside = setting.page.beside ? setSideContents(body, setting) : null;
  return element(
    'body',
    {},
    lines(
      element('a', { class: 'skip', href: `#${mainId}` }, chrome.skipToContent),
      head,
      element('div', { class: sheet ? 'shell sheet' : 'shell page' }, lines(beside, main), '\n'),
      foot,
    ),
    '\n',
  );
}

/** A sheet of one or two pages is seen whole, without contents beside it. */
function isSheet({ cover }: Document): boolean {
  return cover.look === 'head';
}

function setImprint(imprint: Imprint, outer: BlockContext): Html {
  const setting = inside(imprint, outer);
  const shell = element('div', { class: 'shell' }, setting.page.blocks(imprint.blocks, setting), '\n');
  return element(
    'footer',
    { class: 'imprint', 'aria-label': setting.language.chrome.imprint, ...languageAttributes(imprint.lang) },
    lines(shell),
    '\n',
  );
}

/** The same document in another language, in the file beside this one. */
function editionAddress(job: Job, lang: Lang): string {
  return encodeURIComponent(editionFile(job, lang, 'html'));
}
