import type { Place } from '../../diagnostics.ts';
import type { Document, Look } from '../../model/document.ts';
import { elementOf, type Held, heldBy } from '../../model/kinds.ts';
import { blocksOf } from '../../model/walk.ts';
import { nameHints } from '../../suggestion.ts';
import type { Rule } from '../rule.ts';

/** A look that the theme does not know for its element would be passed over in silence. */
export const unknownLook: Rule = {
  code: 'unknown-look',
  severity: 'error',
  *check(document, theme) {
    for (const { element, look, at } of looksOf(document)) {
      const known = theme.looks[element] ?? [];
      if (look === null || known.includes(look)) continue;
      const message = `The theme "${theme.name}" has no look "${look}" for <${element}>.`;
      yield { at, message, hints: nameHints(look, known, `looks for <${element}>`) };
    }
  },
};

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
