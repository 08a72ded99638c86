/** Comments (ECMA-376, part 1, 17.13.4), with whether they are resolved (MS-DOCX, 2.5.1.2). */
import type { WordComment } from './manuscript.ts';
import { type Package, within, type Xml } from './package.ts';
import type { CommentRange } from './run-facts.ts';

export function commentsOf(parts: Package, ranges: ReadonlyMap<string, CommentRange>): readonly WordComment[] {
  const done = new Set(
    (parts.related('commentsExtended')?.children ?? [])
      .filter(({ attributes }) => ['1', 'true'].includes(attributes.get('done') ?? ''))
      .map(({ attributes }) => attributes.get('paraId') ?? ''),
  );
  return (parts.related('comments')?.children ?? []).map((comment): WordComment => {
    const { attributes, children } = comment;
    const range = ranges.get(attributes.get('w:id') ?? '');
    return {
      author: attributes.get('w:author') ?? '',
      date: attributes.get('w:date') ?? '',
      text: children.map(wordsIn).join('\n').trim(),
      isResolved: children.some((paragraph) => done.has(paragraph.attributes.get('paraId') ?? '-')),
      quote: range?.quote.trim() ?? '',
      anchor: range?.anchor ?? null,
      paragraph: range?.paragraph ?? -1,
    };
  });
}

function wordsIn(paragraph: Xml): string {
  return [...within(paragraph)].map((inner) => (inner.name === 'w:t' ? inner.text : '')).join('');
}
