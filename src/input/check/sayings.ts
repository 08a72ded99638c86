/** What a document says: each of its texts in each language, as the rules see it that read one text after the other. */
import type { Path } from '../../json/path.ts';
import { onceEach } from '../../once.ts';
import type { DataSheet } from './sheet.ts';

export interface Saying {
  /** Of the text in its language. */
  readonly at: Path;
  readonly tag: string;
  readonly text: string;
  /** Whether it may have paragraphs and lists. */
  readonly block: boolean;
}

/** In the order of the document. */
export const sayingsIn = onceEach(({ texts: all }: Pick<DataSheet, 'texts'>): readonly Saying[] =>
  all.flatMap(({ path, texts, block }) =>
    Object.entries(texts).map(([tag, text]) => ({ at: [...path, tag], tag, text, block })),
  ),
);
