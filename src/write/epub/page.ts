/** A file of a book: the frame around what stands in it. */
import { directionOf } from '../../language/direction.ts';
import type { Lang } from '../../model/document.ts';
import { element, type Html, lines } from '../xhtml/element.ts';

export interface BookPage {
  readonly lang: Lang;
  readonly title: string;
  /** The address of the style sheet. */
  readonly sheet: string;
}

/** An element of the root, of one language. */
export function page({ lang, title, sheet }: BookPage, body: Html): Html {
  return element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang,
      dir: directionOf(lang),
    },
    lines(
      element(
        'head',
        {},
        lines(
          element('title', {}, title),
          element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          element('link', { rel: 'stylesheet', type: 'text/css', href: sheet }),
        ),
        '\n',
      ),
      element('body', {}, body, '\n'),
    ),
    '\n',
  );
}
