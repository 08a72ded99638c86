/** What each file says of the editions that are made with it for other readers: a line of the imprint, with links where they help. */
import { nameOf } from './editions.ts';
import type { BuildOptions } from './engine.ts';
import { type EditionName, editionNames } from './language/language.ts';
import { languageOf } from './language/languages.ts';
import { look } from './model/build.ts';
import type { Document, Inline, Inlines, Lang, Paragraph } from './model/document.ts';
import { type EditionKind, editionFile, type Format, formatFacts, formats, knownFormats } from './write/targets.ts';

/** A format in one of the editions of a document. */
export interface EditionFormat {
  readonly format: Format;
  readonly edition: EditionKind;
}

interface Made {
  /** The data file. */
  readonly file: string;
  readonly options: Pick<BuildOptions, 'name' | 'draft' | 'bilingual'>;
  /** All that is made together. */
  readonly kinds: readonly EditionFormat[];
  /** The languages that it is made in. */
  readonly langs: readonly Lang[];
}

/** The document with such a line at its end, where more is made than the three formats that are always made together. */
export function withOtherEditions(document: Document, own: EditionFormat, made: Made): Document {
  const offers = offersOf(made.kinds);
  const more = [...offers.keys()].some((name) => !formats.some((format) => format === name));
  if (offers.size < 2 || !more) return document;
  const { imprint } = document;
  const place = imprint ?? document.cover;
  const line: Paragraph = {
    ...{ type: 'paragraph', at: place.at, from: place.from, lang: null, look: look('small') },
    children: lineOf(offers, own, document, made),
  };
  const blocks = [...(imprint?.blocks ?? []), line];
  return { ...document, imprint: { ...(imprint ?? { at: place.at, from: place.from, lang: null }), blocks } };
}

/** What is made, by what readers call it. */
function offersOf(kinds: readonly EditionFormat[]): ReadonlyMap<EditionName, readonly EditionFormat[]> {
  const called = ({ format, edition }: EditionFormat) =>
    edition === 'standard' || formatFacts[format].called === null ? formatFacts[format].called : edition;
  const found = editionNames.map((name) => [name, kinds.filter((kind) => called(kind) === name)] as const);
  return new Map(found.filter(([, all]) => all.length > 0));
}

function lineOf(
  offers: ReadonlyMap<EditionName, readonly EditionFormat[]>,
  own: EditionFormat,
  { lang, imprint, cover }: Document,
  made: Made,
): Inlines {
  const { at, from } = imprint ?? cover;
  const { allEditions, editionNames: words } = languageOf(lang).chrome;
  const text = (value: string): Inline => ({ type: 'text', at, from, lang: null, value });
  const listed = [...offers].flatMap(([name, kinds], index): Inlines => {
    const to = ledTo(kinds, own);
    const word = text(words[name]);
    const target = to && ({ type: 'file', file: { value: fileOf(to, lang, made), from: at } } as const);
    const entry: Inline = target === null ? word : { type: 'link', at, from, lang: null, target, children: [word] };
    return index === 0 ? [entry] : [text(', '), entry];
  });
  return [text(`${allEditions}: `), ...listed, text('.')];
}

/** Which file of an edition a reader is led to: the one in the format at hand before all others; none from the edition itself. */
function ledTo(kinds: readonly EditionFormat[], own: EditionFormat): EditionFormat | null {
  const isOwn = (kind: EditionFormat) => kind.format === own.format && kind.edition === own.edition;
  if (kinds.some(isOwn)) return null;
  const { leadsTo } = formatFacts[own.format];
  if (leadsTo === 'none') return null;
  const inOrder: readonly Format[] = leadsTo === 'pdf' ? ['pdf'] : [own.format, 'html', ...knownFormats];
  return inOrder.flatMap((format) => kinds.filter((kind) => kind.format === format))[0] ?? null;
}

function fileOf({ format, edition }: EditionFormat, lang: Lang, { file, options, langs }: Made): string {
  const name = nameOf(file, options, edition);
  return format === 'epub' && options.bilingual === true
    ? `${name}.${langs.join('-')}.epub`
    : editionFile({ name }, lang, format);
}
