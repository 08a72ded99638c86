/** People who are shown or quoted, and what they agreed to. */
import type { Path } from '../../json/path.ts';
import type { DataParts, DataSheet } from './sheet.ts';

export interface Shown {
  readonly path: Path;
  /** The word for it in messages. */
  readonly what: 'picture' | 'story' | 'quote';
  readonly consent: DataParts['story']['consent'];
  /** Whether a person can be recognized or is quoted, so that a consent is needed. */
  readonly person: boolean;
}

export function* peopleIn(sheet: DataSheet): Generator<Shown> {
  for (const { path, value } of sheet.parts('picture')) {
    const person = value.shows !== null && (value.shows.face || value.shows.name);
    yield { path, what: 'picture', consent: value.consent, person };
  }
  for (const { path, value } of sheet.parts('story')) {
    yield { path, what: 'story', consent: value.consent, person: true };
  }
  for (const { path, value } of sheet.parts('quote')) {
    yield { path, what: 'quote', consent: value.consent, person: value.alias !== null };
  }
}
