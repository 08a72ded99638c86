import type { Place } from '../../diagnostics.ts';
import type { Block, Document, Look, Table } from '../../model/document.ts';
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
  for (const block of blocksOf(document)) yield* carriersOf(block);
}

function* carriersOf(block: Block): Generator<Carrier> {
  const { at } = block;
  switch (block.type) {
    case 'section':
    case 'aside':
    case 'figure':
      yield { element: block.type, look: block.look, at };
      break;
    case 'paragraph':
      yield { element: 'p', look: block.look, at };
      break;
    case 'list':
      yield { element: block.ordered ? 'ol' : 'ul', look: block.look, at };
      for (const item of block.items) yield { element: 'li', look: item.look, at: item.at };
      break;
    case 'terms':
      yield { element: 'dl', look: block.look, at };
      break;
    case 'table':
      yield* tableLooks(block);
      break;
    case 'chart':
      yield { element: 'chart', look: block.look, at };
      break;
    case 'quote':
    case 'contents':
    case 'columns':
    case 'emblems':
    case 'languages':
      break;
    default:
      block satisfies never;
  }
}

function* tableLooks(table: Table): Generator<Carrier> {
  yield { element: 'table', look: table.look, at: table.at };
  for (const row of [...table.head, ...table.body, ...table.foot]) {
    yield { element: 'row', look: row.look, at: row.at };
    for (const cell of row.cells) yield { element: 'cell', look: cell.look, at: cell.at };
  }
}
