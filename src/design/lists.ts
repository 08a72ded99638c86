/** Lists: the marks of their items, the bars of key figures, the stops of timelines. */
import type { List, ListItem } from '../model/document.ts';
import type { Measure } from '../theme/measure.ts';
import { type ColorName, lookIn, type Theme } from '../theme/theme.ts';
import { type Drawn, inStyle, kindDesign, looksIn, type Medium, type Seen, shape, words } from './kind.ts';
import { type DesignPlace, strongWeight, type TextDesign } from './place.ts';

type Looks = Theme['looks'];

export interface ListDesign {
  /** Items side by side: key figures, and the stops of a timeline; else one under the other. */
  readonly row: (typeof rows)[number] | null;
  readonly look: Looks['ul']['plain'];
  /** The rail from mark to mark. */
  readonly rail: Looks['ul']['plain']['rail'];
  /** Under key figures: how much is done. */
  readonly bar: Looks['figures']['bar'];
  /** Of a timeline, by whether they are done, today or ahead. */
  readonly stops: Pick<Looks['li'], 'done' | 'today' | 'ahead'>;
  mark(item: ListItem['look'], medium: keyof Measure): MarkDesign;
}

/** What stands before an item. */
export interface MarkDesign {
  readonly color: ColorName;
  /** The number, where that is the mark or stands in it. */
  readonly number: TextDesign;
}

const rows = ['figures', 'timeline'] as const;

export function designList(
  { look, ordered }: Pick<List, 'look' | 'ordered'>,
  { onField }: DesignPlace,
  { looks, roles, styles }: Drawn,
): ListDesign {
  const own = lookIn(looks[ordered ? 'ol' : 'ul'], look);
  const rail = own.rail === null || !onField ? own.rail : { ...own.rail, color: roles.fieldLine };
  const row = rows.find((name) => name === look) ?? null;
  const { focus, done, today, ahead } = looks.li;
  const fielded = <T extends { readonly color: ColorName }>(stop: T) =>
    onField ? { ...stop, color: roles.fieldAttention } : stop;
  const stops = { done: fielded(done), today: fielded(today), ahead: fielded(ahead) };
  const { bar } = looks.figures;
  const outline = bar.outline === null || !onField ? bar.outline : { ...bar.outline, color: roles.fieldLine };
  const figures = onField ? { ...bar, done: roles.fieldAttention, track: null, outline } : bar;
  return {
    ...{ row, look: own, rail, bar: figures, stops },
    mark: (item, medium) => {
      const color = onField ? roles.fieldAttention : item === 'focus' ? focus.color : own.mark.color[medium];
      const plain = onField ? roles.fieldText : null;
      // Without a ring the number itself is the mark.
      if (own.mark.kind[medium] === 'number' && own.mark.stroke[medium] === 0)
        return {
          color,
          number: { style: own.style[medium], color: plain ?? own.mark.color[medium], weight: strongWeight },
        };
      const style = own.mark.kind[medium] === 'number' ? 'stop' : own.style[medium];
      return { color, number: { style, color: plain ?? styles[style].color, weight: null } };
    },
  };
}

function seenOfList(
  { look, row, bar, stops, mark }: ListDesign,
  theme: Drawn,
  { onField }: DesignPlace,
): readonly Seen[] {
  const field = onField ? { color: theme.roles.fieldQuiet } : {};
  return (['page', 'word', 'screen'] as const).flatMap((of): Seen[] => {
    const media: readonly Medium[] = [of === 'screen' ? 'screen' : 'page'];
    const { color, number } = mark(null, of);
    const says = look.mark.kind[of] === 'none' ? [] : [shape(color, 'the marks of lists', { media })];
    const counts = look.mark.kind[of] === 'number' ? [words(number, 'the numbers of lists', { media })] : [];
    const text = inStyle(look.style[of], theme);
    return [
      ...says,
      ...counts,
      words({ ...text, ...field }, 'the items of lists', { media }),
      ...(onField ? [] : [words({ ...text, color: mark('focus' as never, of).color }, 'the item in focus', { media })]),
      ...(row === 'figures' ? [shape(bar.done, 'the bars of key figures', { media })] : []),
      ...(row === 'timeline'
        ? Object.values(stops).map((stop) => shape(stop.color, 'the stops of lists', { media }))
        : []),
    ];
  });
}

export const kindsOfLists = {
  list: kindDesign({
    design: designList,
    on: ['page', 'box', 'row', 'field'],
    samples: ({ ul, ol }) => [
      ...looksIn(ul).map((look) => ({ look, ordered: false })),
      ...looksIn(ol).map((look) => ({ look, ordered: true })),
    ],
    seen: seenOfList,
  }),
};
