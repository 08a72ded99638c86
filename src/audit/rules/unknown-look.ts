import { columnsLooks } from '../../design/parts.ts';
import type { Place } from '../../diagnostics.ts';
import type { Document, Look } from '../../model/document.ts';
import { elementOf, type Held, heldBy } from '../../model/kinds.ts';
import { blocksOf } from '../../model/walk.ts';
import { nameHints } from '../../suggestion.ts';
import type { Theme } from '../../theme/theme.ts';
import type { DocumentRule } from '../rule.ts';

/** A look that the theme does not know for its element would be passed over in silence. */
export const unknownLook: DocumentRule = {
  code: 'unknown-look',
  title: 'Look that the theme does not have',
  why: 'What was to be set apart looks like everything around it.',
  applies: 'Elements of a template with a look.',
  severity: 'error',
  says: 'The theme does not have the look that an element names.',
  mend: 'Choose a look that the theme has, or add the look to the theme.',
  *check({ document, theme }) {
    for (const { element, look, at } of looksOf(document)) {
      const known = looksFor(element, theme);
      if (look === null || known.includes(look)) continue;
      const message = `The theme "${theme.name}" has no look "${look}" for <${element}>.`;
      yield { at, message, hints: nameHints(look, known, `looks for <${element}>`) };
    }
  },
};

/** The looks of an element: all but the one of what names none. */
function looksFor(element: string, { looks }: Theme): readonly string[] {
  if (element === 'columns') return columnsLooks;
  if (!(elements as readonly string[]).includes(element)) return [];
  return Object.keys(looks[element as (typeof elements)[number]]).filter((name) => name !== 'plain');
}

/** The elements of the markup whose looks have names. */
const elements = ['cover', 'section', 'p', 'ul', 'ol', 'li', 'dl', 'aside', 'figure', 'row', 'cell'] as const;

interface Carrier {
  readonly element: string;
  readonly look: Look | null;
  readonly at: Place;
}

function* looksOf(document: Document): Generator<Carrier> {
  yield { element: 'cover', look: document.cover.look, at: document.cover.at };
  for (const block of blocksOf(document)) {
    if ('look' in block) yield { element: elementOf(block), look: block.look, at: block.at };
    yield* partsIn(heldBy(block));
  }
}

function* partsIn(all: readonly Held[]): Generator<Carrier> {
  for (const held of all) {
    if (held.type !== 'part') continue;
    yield held.part;
    yield* partsIn(held.held);
  }
}
