/** How Word documents look beside what all formats share, in points: what is around their parts. */
import * as z from 'zod';
import { lengths } from './measure.ts';

export const wordLooks = z.strictObject({
  /** The kind of a document, and its title: under its kind, alone, and the least under it. */
  cover: lengths('kind', 'underKind', 'title', 'after', 'least', 'clear', 'fact', 'heading'),
  languages: lengths('before'),
  /** The paragraph after a caption that is below, and those of a table's caption and its source. */
  caption: lengths('after', 'summary', 'source', 'sourceAfter'),
  /** Items of inner lists: how far they stand in, and under them; and under what goes on with an item. */
  list: lengths('step', 'inner', 'more'),
  terms: lengths('after'),
  /** Under what heads a box. */
  box: lengths('heading'),
  /** Under what stands side by side, and after a table. */
  row: lengths('after', 'table', 'tableLine'),
  entry: lengths('after'),
  event: lengths('after'),
  emblems: lengths('before', 'after'),
  /** The shape of a state and of what asks for attention. */
  sign: lengths('state', 'attention'),
  stamp: lengths('pen'),
});
