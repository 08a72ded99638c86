/** The links of a document to the web, to mail and to telephones, with the words that they are on. */

import type { Place } from '../diagnostics.ts';
import type { Document, Inlines, Lang } from '../model/document.ts';
import { textPlace } from '../model/place.ts';
import { plain } from '../model/walk.ts';
import { onceEach } from '../once.ts';
import { childrenInRun, runsOf } from './runs.ts';

export interface WebLink {
  readonly words: string;
  readonly href: string;
  readonly lang: Lang;
  /** Of its words. */
  readonly at: Place;
  /** Of its address. */
  readonly from: Place;
}

/** All of them in reading order. Collected once: several rules ask. */
export const webLinksOf = onceEach((document: Document): readonly WebLink[] =>
  runsOf(document).flatMap(({ inlines, lang }) => [...linksIn(inlines, lang)]),
);

function* linksIn(inlines: Inlines, within: Lang): Generator<WebLink> {
  for (const node of inlines) {
    const lang = node.lang ?? within;
    if (node.type === 'link' && node.target.type === 'web') {
      const { value: href, from } = node.target.href;
      yield { words: plain(node.children).trim(), href, lang, at: textPlace(node.children) ?? node.from, from };
    } else yield* linksIn(childrenInRun(node), lang);
  }
}

/** The place of an address that stands in a field of its own, beside words in each language. */
export function sharedBy({ at, from }: WebLink): { readonly shared?: Place } {
  return from.path === undefined || from.path === at.path ? {} : { shared: from };
}
