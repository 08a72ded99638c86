/** How pages look beside what all formats share, in points: what is around the parts on them. */
import * as z from 'zod';
import { lengths } from './measure.ts';

export const pagedLooks = z.strictObject({
  /** Under the title of a cover; over it, where a long one leaves no more. */
  cover: lengths('after', 'least'),
  /** Around the title in the head of a sheet. */
  head: lengths('above', 'below'),
  /** Before a heading that is right under another. */
  heading: lengths('under'),
  languages: lengths('after'),
  /** Between a caption and what is counted; under that; under the caption of a picture, and what it takes of a page that the picture fills. */
  caption: lengths('summary', 'after', 'picture', 'least'),
  /** Before a table, under it, between it and its source, and under that. */
  table: lengths('before', 'after', 'source', 'sourceAfter'),
  chart: lengths('before', 'after', 'sourceAfter'),
  /** Of a chart with its table at its side or under its axis: the source, the signs of series, and under all. */
  arranged: lengths('source', 'sign', 'signAbove', 'after'),
  /** Two charts side by side: around the pictures, before their sources, under all. */
  pair: lengths('around', 'source', 'after'),
  columns: lengths('before', 'after'),
  /** Between the rule over an idea and its words, and under them. */
  idea: lengths('above', 'below'),
  /** Items side by side, and around the words of a key figure. */
  row: lengths('before', 'after', 'above', 'below'),
  /** Around terms, around each, and beside a term; above facts that are side by side, and above each. */
  terms: lengths('before', 'after', 'around', 'beside', 'facts', 'fact'),
  emblems: lengths('between', 'after'),
  /** Beside a code to be scanned, and above the words there. */
  code: lengths('beside', 'above'),
  /** After an entry of a list of tables or figures. */
  entry: lengths('after'),
  /** The dots that lead from an entry to its page number: from one to the next, and over the baseline. */
  leader: lengths('step', 'radius', 'above'),
  note: lengths('after'),
});
