/**
 * The way back: where in the data words come from. Around them stands a bookmark whose name begins with an underscore, which
 * Word hides and nobody hears, and a part of the package says for each bookmark its place. Programs that save the file again
 * keep both (docs/word.md); `etrati diff` reads them.
 */
import { crc32 } from 'node:zlib';
import { BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx';
import type { Place } from '../../diagnostics.ts';
import { anchorPrefix, hashOfData, originNamespace } from '../../finished/docx/origin.ts';
import { undivided } from '../../model/build.ts';
import type { Document, Inline, Inlines } from '../../model/document.ts';
import { textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import { escapeXml } from '../../text.ts';
import type { DataFile, Job } from '../targets.ts';
import { type PackageParts, relationships } from './xml.ts';

/** Words of one source, next to each other. */
interface Stretch {
  readonly place: string | null;
  readonly inlines: Inlines;
}

export class Anchors {
  /** Null for a document that no data was given for. */
  readonly #file: string | null;
  /** The file of a record that changes the data. */
  readonly #record: string | undefined;
  readonly #places: { readonly place: string; readonly sum: number }[] = [];

  constructor({ from }: Document, data?: DataFile) {
    this.#file = from.path === '$' ? from.file : null;
    this.#record = data?.record;
  }

  /** Sets inlines, each stretch of one source within its bookmark. `number` gives a number that nothing else has. */
  around(inlines: Inlines, set: (part: Inlines) => readonly ParagraphChild[], number: () => number): ParagraphChild[] {
    if (this.#file === null) return [...set(inlines)];
    return this.#stretches(inlines).flatMap(({ place, inlines: part }) =>
      place === null ? set(part) : this.#marked(place, plain(part), set(part), number()),
    );
  }

  /** The same of a picture, by the place of its words. */
  aroundPicture(place: Place, words: string, picture: ParagraphChild, number: () => number): ParagraphChild[] {
    const known = this.#file === null ? null : this.#nameOf(place);
    return known === null ? [picture] : this.#marked(known, words, [picture], number());
  }

  #marked(place: string, words: string, children: readonly ParagraphChild[], number: number): ParagraphChild[] {
    const count = this.#places.push({ place, sum: crc32(undivided(words)) });
    // docx lets any of its components be the child of a paragraph, and names only some of them in its types.
    const [start, end] = [new BookmarkStart(`${anchorPrefix}${count}`, number), new BookmarkEnd(number)];
    return [start, ...children, end] as ParagraphChild[];
  }

  #stretches(inlines: Inlines): readonly Stretch[] {
    const stretches: { place: string | null; inlines: Inline[] }[] = [];
    for (const node of inlines) {
      const last = stretches.at(-1);
      const from = textPlace(node.type === 'note' ? node.children : [node]);
      const place = from === null ? (last?.place ?? null) : this.#nameOf(from);
      if (last !== undefined && last.place === place) last.inlines.push(node);
      // The mark of a note of its own source is no part of the sentence; its words are anchored where they stand.
      else stretches.push({ place: node.type === 'note' ? null : place, inlines: [node] });
    }
    return stretches;
  }

  /** Its path, in the data file or in a record that changes it; in another file, such as a table of rows, where it stands there. */
  #nameOf({ file, path, line, column }: Place): string {
    return (file === this.#file || file === this.#record) && path !== undefined ? path : `${file}:${line}:${column}`;
  }

  /** The part that says what the bookmarks are, with the data itself where it is to be carried; none without data. */
  parts({ lang, kind }: Document, { data, edition, draft, numbered }: Job): PackageParts {
    if (this.#file === null || data === undefined) return {};
    const { name, bytes } = data.file;
    const sha256 = hashOfData(bytes);
    const facts = Object.entries({
      ...{ version: '1', file: name, kind, lang, sha256 },
      // As it was asked for, to be made so again: what is usual is not said.
      ...(edition === undefined || edition === 'standard' ? {} : { edition }),
      ...(draft === true ? { draft: '1' } : {}),
      ...(numbered === false ? { numbered: '0' } : {}),
    });
    const carried = data.embedded ? `<data>${Buffer.from(bytes).toString('base64')}</data>` : '';
    const places = this.#places.map(({ place, sum }) => `<p at="${escapeXml(place)}" sum="${sum.toString(16)}"/>`);
    const attributes = facts.map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
    return {
      'customXml/item1.xml': `${declaration}<origin xmlns="${originNamespace}"${attributes}>${carried}${places.join('')}</origin>`,
      'customXml/itemProps1.xml': properties,
      'customXml/_rels/item1.xml.rels': relationships([
        { id: 'rId1', type: `${officeRelationships}/customXmlProps`, target: 'itemProps1.xml' },
      ]),
    };
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Office tells parts of this kind by an id of theirs (ECMA-376, 22.5); one for all documents, so that bytes stay the same. */
const properties = `${declaration}<ds:datastoreItem ds:itemID="{6E1B7C52-3F0A-4D7C-9C36-0E7A1C5D2B94}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${originNamespace}"/></ds:schemaRefs></ds:datastoreItem>`;

/** How the package names the part: among the relationships of the document, and among the types of content. */
export const originRelationship = `<Relationship Id="rIdOrigin" Type="${officeRelationships}/customXml" Target="../customXml/item1.xml"/>`;
export const originContentType =
  '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>';
