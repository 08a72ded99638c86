/** The text of a book in one language: a tree of elements for each file. */
import { languageOf } from '../../language/languages.ts';
import type { Cover, Document, Imprint, Lang } from '../../model/document.ts';
import type { Picture } from '../../model/picture.ts';
import type { Job } from '../targets.ts';
import { isSlanted } from '../typesetting.ts';
import { drawCharts } from '../xhtml/charts.ts';
import { element, type Html, lines, sequence } from '../xhtml/element.ts';
import { setInlines } from '../xhtml/inlines.ts';
import { languageAttributes } from '../xhtml/language.ts';
import { settingOf } from '../xhtml/page.ts';
import { type BlockContext, inside } from '../xhtml/setting.ts';
import { setFootnotes } from './notes.ts';
import { type BookPart, filesOfIds, partsOf } from './parts.ts';

/** What a file of the spine holds in its body. */
export interface SetPart {
  readonly part: BookPart;
  /** The text, in which pages of the PDF may begin. */
  readonly text: Html;
  /** What stands after it. */
  readonly notes: Html | null;
}

export interface SetText {
  readonly document: Document;
  readonly job: Job;
  readonly parts: readonly SetPart[];
  /** The file within the folder of its language that an id stands in. */
  readonly fileOf: (id: string) => string;
  readonly setting: BlockContext;
  /** Whether something is set in slanted letters. */
  readonly slanted: boolean;
}

export interface BookAddresses {
  /** The address of a picture from the folder of a language. */
  picture(picture: Picture): string;
  /** The title page in another language of the book; null where the book has none. */
  edition(lang: Lang): string | null;
}

/** Sets a document of which all editions that it links to are in the book. */
export async function setBookText(document: Document, job: Job, addresses: BookAddresses): Promise<SetText> {
  const parts = partsOf(document);
  const files = filesOfIds(document, parts);
  const fileOf = (id: string) => {
    const file = files.get(id);
    if (file === undefined) throw new Error(`a link to "${id}", which is nowhere in the book`);
    return file;
  };
  const setting = settingOf(document, {
    language: job.language,
    addresses: {
      picture: addresses.picture,
      place: (id) => `${fileOf(id)}#${id}`,
      edition(lang) {
        const address = addresses.edition(lang);
        if (address === null) throw new Error(`a link to an edition that the book does not have: ${lang}`);
        return address;
      },
    },
    theme: job.theme,
    drawings: await drawCharts(document, job.theme, { ground: true }),
    beside: false,
    scrolls: false,
  });
  const set = parts.map((part): SetPart => {
    const own = { ...setting, notes: [] };
    const text = setPart(part, document, own);
    return { part, text, notes: setFootnotes(own.notes, own) };
  });
  const slanted = [...setting.stressed].some((lang) => isSlanted(languageOf(lang), job.theme));
  return { document, job, parts: set, fileOf, setting, slanted };
}

function setPart(part: BookPart, { cover, imprint }: Document, setting: BlockContext): Html {
  switch (part.type) {
    case 'title':
      return setTitlePage(cover, setting);
    case 'section':
      return setting.page.blocks([part.section], setting);
    case 'imprint':
      return imprint === null ? sequence() : setImprint(imprint, setting);
  }
}

function setTitlePage(cover: Cover, outer: BlockContext): Html {
  const setting = inside(cover, outer);
  const { before, title, after } = cover;
  return lines(
    element(
      'section',
      { class: 'title-page', 'epub:type': 'titlepage', ...languageAttributes(cover.lang) },
      setting.page.blocks(before, setting),
      lines(element('h1', languageAttributes(title.lang), setInlines(title.children, inside(title, setting)))),
      setting.page.blocks(after, setting),
      '\n',
    ),
  );
}

function setImprint(imprint: Imprint, outer: BlockContext): Html {
  const setting = inside(imprint, outer);
  return lines(
    element(
      'section',
      {
        class: 'imprint',
        'epub:type': 'copyright-page',
        'aria-label': setting.language.chrome.imprint,
        ...languageAttributes(imprint.lang),
      },
      setting.page.blocks(imprint.blocks, setting),
      '\n',
    ),
  );
}
