/** What figures, tables and charts share: an id, a look, a number and a caption. */
import { id } from '../model/build.ts';
import type { Captioned, Id, Lang, Sourced } from '../model/document.ts';
import { readOptional } from './inlines.ts';
import { type Element, given } from './parse.ts';
import { quote } from './quote.ts';
import { lookOf, only, type Reading } from './reading.ts';

export type CaptionFields = Pick<Captioned, 'id' | 'look' | 'number' | 'caption'>;

export function readCaptioned(element: Element, around: Lang, reading: Reading): CaptionFields {
  const own = readId(element, reading);
  const made = own === null ? reading.survey.idOf(element) : null;
  return {
    id: made === null ? own : { value: made, from: element.at },
    look: lookOf(element, reading),
    number: reading.survey.numberOf(element),
    caption: readOptional(only(element, 'caption', reading), around, reading),
  };
}

/** The id that an element names; null if it names none, or one that cannot be. */
export function readId(element: Element, reading: Reading): Sourced<Id> | null {
  const attribute = given(element, 'id');
  if (attribute === null) return null;
  const value = id(attribute.value);
  if (value !== null) return { value, from: attribute.from };
  reading.fault('bad-id', attribute, `${quote(attribute.value)} is not an allowed id for a ${element.name}.`, [
    'Write a small letter, then small letters, digits and hyphens, 64 characters at most.',
  ]);
  return null;
}
