/** The package document (EPUB 3.3, 5): what the book is, what it holds, and in which order it is read. */

import { createHash } from 'node:crypto';
import { directionOf } from '../../language/direction.ts';
import { blocksOf } from '../../model/walk.ts';
import { uuid } from '../uuid.ts';
import { element, type Html, lines, sequence } from '../xhtml/element.ts';
import { xmlOf } from './syntax.ts';
import type { SetText } from './text.ts';

/** A file of the book. */
export interface Resource {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly properties?: readonly string[];
  /** Whether it is read in its place, and not only used by others. */
  readonly spine?: boolean;
}

export interface BookFacts {
  readonly texts: readonly SetText[];
  readonly resources: readonly Resource[];
  /** The names of the PDFs whose pages are marked; none where there are no marks. */
  readonly pageSources: readonly string[];
}

/** EPUB Accessibility 1.1, 2.3: this very string. */
const standard = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';

export function packageDocument({ texts, resources, pageSources }: BookFacts): Html {
  const [first] = texts;
  if (first === undefined) throw new Error('a book without a text');
  const { document } = first;
  return element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'id',
      prefix: 'a11y: http://www.idpf.org/epub/vocab/package/a11y/#',
      'xml:lang': document.lang,
      dir: directionOf(document.lang),
    },
    lines(
      metadata(texts, pageSources),
      element('manifest', {}, lines(resources.map(item)), '\n'),
      element(
        'spine',
        {},
        lines(
          ...resources.flatMap(({ spine }, index) =>
            spine === true ? [element('itemref', { idref: idOf(index) })] : [],
          ),
        ),
        '\n',
      ),
    ),
    '\n',
  );
}

const idOf = (index: number): string => `item-${index + 1}`;

function item({ path, mediaType, properties = [] }: Resource, index: number): Html {
  return element('item', {
    id: idOf(index),
    href: path,
    'media-type': mediaType,
    properties: properties.length === 0 ? null : properties.join(' '),
  });
}

function metadata(texts: readonly SetText[], pageSources: readonly string[]): Html {
  const [first] = texts;
  if (first === undefined) throw new Error('a book without a text');
  const { document, job } = first;
  const { title, author, description, date } = document.metadata;
  const keywords = new Set(texts.flatMap((text) => text.document.metadata.keywords));
  const meta = (property: string, value: string, more: Readonly<Record<string, string>> = {}) =>
    element('meta', { property, ...more }, value);
  const certifier = job.book?.certifier ?? author;
  const { report = null, credential = null } = job.book ?? {};
  return element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    lines(
      element('dc:identifier', { id: 'id' }, `urn:uuid:${identifier(texts)}`),
      element('dc:title', { id: 'title' }, title),
      meta('title-type', 'main', { refines: '#title' }),
      ...texts
        .slice(1)
        .map((text) => element('dc:title', { 'xml:lang': text.document.lang }, text.document.metadata.title)),
      ...texts.map((text) => element('dc:language', {}, text.document.lang)),
      element('dc:creator', { id: 'author' }, author),
      meta('role', 'aut', { refines: '#author', scheme: 'marc:relators' }),
      element('dc:publisher', {}, author),
      element('dc:date', {}, date),
      element('dc:description', {}, description),
      ...[...keywords].map((keyword) => element('dc:subject', {}, keyword)),
      meta('dcterms:modified', `${job.created.toISOString().slice(0, 19)}Z`),
      ...accessibility(texts, pageSources).map(([property, value]) => meta(`schema:${property}`, value)),
      meta('schema:accessibilitySummary', summary(texts, pageSources)),
      meta('dcterms:conformsTo', standard, { id: 'conformance' }),
      meta('a11y:certifiedBy', certifier, { refines: '#conformance', id: 'certifier' }),
      credential === null ? null : meta('a11y:certifierCredential', credential, { refines: '#certifier' }),
      report === null ? null : element('link', { rel: 'a11y:certifierReport', href: report, refines: '#certifier' }),
      ...pageSources.map((source) => meta('pageBreakSource', source)),
      element('meta', { name: 'cover', content: 'cover-image' }),
    ),
    '\n',
  );
}

/** What the book asks of its readers and gives them, in the vocabulary of schema.org. */
function accessibility(
  texts: readonly SetText[],
  pageSources: readonly string[],
): readonly (readonly [property: string, value: string])[] {
  const blocks = texts.flatMap(({ document }) => blocksOf(document));
  const described = blocks.some((block) => block.type === 'figure' && block.description !== null);
  const charts = blocks.some(({ type }) => type === 'chart');
  const visual =
    charts ||
    blocks.some(({ type }) => type === 'figure') ||
    blocks.some((block) => block.type === 'emblems' && block.items.some(({ picture }) => picture !== null));
  const features = [
    ...['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', 'ARIA'],
    ...(visual ? ['alternativeText'] : []),
    ...(described || charts ? ['longDescription'] : []),
    ...(pageSources.length === 0 ? [] : ['pageNavigation', 'pageBreakMarkers']),
  ];
  return [
    ['accessMode', 'textual'],
    ...(visual ? [['accessMode', 'visual'] as const] : []),
    ['accessModeSufficient', 'textual'],
    ...(visual ? [['accessModeSufficient', 'textual,visual'] as const] : []),
    ...features.map((feature) => ['accessibilityFeature', feature] as const),
    ['accessibilityHazard', 'none'],
  ];
}

/** What a reader can rely on, of what there is in the book. */
function summary(texts: readonly SetText[], pageSources: readonly string[]): string {
  return texts
    .flatMap(({ document, job, parts, setting }) => {
      const { accessible, paged } = job.language.book;
      const blocks = blocksOf(document);
      const has = (...types: readonly string[]) => blocks.some(({ type }) => types.includes(type));
      const markup = xmlOf(sequence(parts.map(({ text }) => text)));
      const sentences = accessible({
        lists: has('list', 'terms'),
        tables: has('table'),
        notes: parts.some(({ notes }) => notes !== null),
        languages: new RegExp(` lang="(?!${setting.lang}")`).test(markup),
        pictures: has('figure', 'emblems'),
        charts: has('chart'),
      });
      return [...sentences, ...(pageSources.length === 0 ? [] : [paged])];
    })
    .join(' ');
}

/** The same for every edition of a document in these languages: which one it is says the date of its last change. */
function identifier(texts: readonly SetText[]): string {
  const [first] = texts;
  const facts = [first?.job.name, first?.document.metadata.author, ...texts.map(({ document }) => document.lang)];
  return uuid(createHash('sha256').update(JSON.stringify(facts)).digest());
}
