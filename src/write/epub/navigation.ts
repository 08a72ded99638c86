/** The navigation document (EPUB 3.3, 7): contents, pages, landmarks. Reading systems show it; it is no part of the text. */
import { directionOf } from '../../language/direction.ts';
import type { Document } from '../../model/document.ts';
import { quotable } from '../../model/walk.ts';
import { isContents } from '../xhtml/contents.ts';
import { element, type Html, lines } from '../xhtml/element.ts';
import { setInlines } from '../xhtml/inlines.ts';
import { languageAttributes } from '../xhtml/language.ts';
import type { BlockContext } from '../xhtml/setting.ts';
import { page } from './page.ts';
import { type Chapter, chapterOf } from './parts.ts';
import type { SetText } from './text.ts';

/** A page of the PDF and the place where it begins. */
export interface ListedPage {
  readonly label: string;
  readonly href: string;
}

/** `pages` are those of each text, none where it has no PDF. With several languages each has contents of its own. */
export function navigation(texts: readonly SetText[], pages: readonly (readonly ListedPage[])[]): Html {
  const [first] = texts;
  if (first === undefined) throw new Error('a book without a text');
  const { language } = first.job;
  const { lang } = first.document;
  const contents =
    texts.length === 1
      ? chapters(first)
      : texts.map((text) => {
          const { document, job } = text;
          const own = { lang: document.lang, dir: directionOf(document.lang) };
          const name = element('a', { href: address(text, 'title.xhtml') }, job.language.name);
          return element('li', own, name, lines(list(chapters(text))));
        });
  const listed = pages.flatMap((own, index) => own.map((one) => ({ ...one, lang: texts[index]?.document.lang })));
  return page(
    { lang, title: first.document.metadata.title, sheet: 'style.css' },
    lines(
      part('toc', 'doc-toc', language.chrome.contents, list(contents), false),
      listed.length === 0
        ? null
        : part(
            'page-list',
            'doc-pagelist',
            language.book.pages,
            list(
              listed.map(({ label, href, lang }) =>
                element('li', texts.length > 1 ? languageAttributes(lang ?? null) : {}, element('a', { href }, label)),
              ),
            ),
            true,
          ),
      part('landmarks', null, language.book.landmarks, list(texts.flatMap(landmarks)), true),
    ),
  );
}

/** The way from the root of the book to a file in the folder of a language. */
function address({ document }: SetText, file: string): string {
  return `${document.lang}/${file}`;
}

function part(type: string, role: string | null, title: string, content: Html, hidden: boolean): Html {
  const name = `_${type}`;
  return element(
    'nav',
    { id: type, 'epub:type': type, role, 'aria-labelledby': name, hidden: hidden ? 'hidden' : null },
    lines(element(type === 'toc' ? 'h1' : 'h2', { id: name }, title), content),
    '\n',
  );
}

function list(items: readonly Html[]): Html {
  return element('ol', {}, lines(items), '\n');
}

/** The title, then each section with those in it, then the imprint. */
function chapters(text: SetText): readonly Html[] {
  const { document, setting, job } = text;
  const title = element(
    'a',
    { href: address(text, 'title.xhtml') },
    setInlines(quotable(document.cover.title.children), setting),
  );
  return [
    element('li', languageAttributes(document.cover.title.lang), title),
    ...document.body.map((section) => chapter(chapterOf(section), text, setting)),
    ...(document.imprint === null
      ? []
      : [element('li', {}, element('a', { href: address(text, 'imprint.xhtml') }, job.language.chrome.imprint))]),
  ];
}

function chapter({ id, number, title, lang, inner }: Chapter, text: SetText, outer: BlockContext): Html {
  const setting = lang === null ? outer : { ...outer, lang };
  const words = setInlines(quotable(title), setting);
  const link = element(
    'a',
    { href: `${address(text, text.fileOf(id))}#${id}` },
    ...(number === null ? [words] : [number, ' ', words]),
  );
  const within = inner.length === 0 ? null : lines(list(inner.map((each) => chapter(each, text, setting))));
  return element('li', languageAttributes(lang), link, within);
}

/** Places that reading systems have commands for, in each language of the book. */
function landmarks(text: SetText, _index: number, { length }: readonly SetText[]): readonly Html[] {
  const { job, parts } = text;
  const { chrome, book } = job.language;
  const sections = parts.flatMap(({ part }) => (part.type === 'section' ? [part] : []));
  const listed = sections.find(({ section }) => isContents(section))?.file;
  const first = sections.find(({ section }) => !isContents(section))?.file;
  const places: readonly (readonly [type: string, href: string, name: string])[] = [
    ['titlepage', address(text, 'title.xhtml'), book.titlePage],
    ...(listed === undefined ? [] : [['toc', address(text, listed), chrome.contents] as const]),
    ...(first === undefined ? [] : [['bodymatter', address(text, first), book.text] as const]),
    ...(hasImprint(text.document) ? [['copyright-page', address(text, 'imprint.xhtml'), chrome.imprint] as const] : []),
  ];
  const own = length > 1 ? { lang: text.document.lang, dir: directionOf(text.document.lang) } : {};
  return places.map(([type, href, name]) => element('li', own, element('a', { 'epub:type': type, href }, name)));
}

const hasImprint = ({ imprint }: Document): boolean => imprint !== null;
