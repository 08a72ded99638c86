/**
 * How a theme has each kind of part drawn: data, which writers translate. Looks stand by the element that may carry them and by
 * their names; `plain` is the look of an element that names none. Lengths are measures, colours names of the palette.
 */
import * as z from 'zod';
import { partsOf } from './look-parts.ts';
import { measure, pageLength, screenLength } from './measure.ts';
import { pagedLooks } from './paged-looks.ts';
import { screenLooks } from './screen-looks.ts';
import { wordLooks } from './word-looks.ts';

const officeSlots = [
  ...['dark1', 'light1', 'dark2', 'light2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'],
  ...['hyperlink', 'followedHyperlink'],
] as const;

/** Colours that a theme's looks may name: its own. */
export function looksSchema(colors: readonly string[]) {
  const {
    tint,
    style,
    named,
    plainAnd,
    line,
    opening,
    box,
    list,
    figures,
    stop,
    ring,
    state,
    series,
    trace,
    cover,
    head,
    forced,
    form,
  } = partsOf(colors);

  return z.strictObject({
    p: named(z.strictObject({ style })),
    section: plainAnd(
      z.strictObject({
        /** Around the number of a section of the first level, on the rail. */
        ring: ring.extend({ ground: tint, number: pageLength }).nullable(),
        /** Of one without a number, at the end of a lane. */
        stop: ring.nullable(),
        opening: opening.nullable(),
        /** Of the number before a heading. */
        number: z.strictObject({
          color: tint,
          weight: z.number().nullable(),
          /** Of the first level, where it has another colour, and the room behind it. */
          first: tint.nullable(),
          gap: measure,
        }),
        newPage: z.boolean(),
        /** Above the heading in Word: of pages, and under a head. */
        word: z.strictObject({ before: pageLength, underHead: pageLength }),
      }),
    ),
    aside: plainAnd(box),
    ul: plainAnd(list),
    ol: plainAnd(list),
    li: z.strictObject({ focus: stop, done: stop, today: stop, ahead: stop }),
    figures,
    timeline: z.strictObject({
      gap: pageLength,
      room: pageLength,
      after: pageLength,
      radius: pageLength,
      stroke: pageLength,
      dash: pageLength,
      inset: pageLength,
      above: pageLength,
      screen: z.strictObject({
        ring: screenLength,
        stroke: screenLength,
        line: screenLength,
        indent: screenLength,
        gap: screenLength,
        before: screenLength,
        after: screenLength,
        /** Above and beside the words of stops that lie side by side. */
        above: screenLength,
        beside: screenLength,
      }),
    }),
    /** What paper says of links at the foot of its parts: the list of their addresses. */
    addresses: z.strictObject({ text: style, gap: pageLength }),
    quote: z.strictObject({ opening: opening.nullable(), before: measure, after: measure, source: measure }),
    dl: plainAnd(
      z.strictObject({
        width: measure,
        gap: measure,
        rule: line.nullable(),
        term: z.strictObject({ style, weight: z.number().nullable(), color: tint }),
        details: style,
      }),
    ),
    contents: z.strictObject({
      /** Around the number of a chapter; without a stroke the number stands alone. */
      ring: ring.extend({ ground: tint }),
      rail: line.nullable(),
      number: tint,
      leader: tint.nullable(),
      indent: measure,
      step: measure,
      room: measure,
      before: measure,
      after: measure,
      chapter: z.strictObject({ before: measure, after: measure }),
    }),
    caption: z.strictObject({
      style,
      color: tint,
      number: tint,
      words: tint,
      credit: tint,
      before: measure,
      after: measure,
    }),
    /** The panels of a folded sheet; `feature`: whether what closes the text has a panel of its own on the field. */
    folded: z.strictObject({
      inset: pageLength,
      edge: pageLength,
      belowWay: pageLength,
      aboveLanes: pageLength,
      feature: z.boolean(),
    }),
    pictures: z.strictObject({ word: z.strictObject({ code: pageLength, highest: pageLength }) }),
    figure: plainAnd(z.strictObject({ before: measure, after: measure })),
    table: z.strictObject({
      rules: z.strictObject({ top: line.nullable(), head: line, edge: line, group: line, hair: line }),
      padding: z.strictObject({ side: measure, close: measure, top: measure, bottom: measure }),
      /** Of the rows that head the columns, and of every other row under them; null is the ground around. */
      grounds: z
        .strictObject({ head: tint.nullable().default(null), striped: tint.nullable().default(null) })
        .default({ head: null, striped: null }),
      /** Of all that is said in the rows that head the columns, links and numbers of notes too; null is what they have elsewhere. */
      words: z.strictObject({ head: tint.nullable().default(null) }).default({ head: null }),
      indent: measure,
      /** The shape of a state: what it takes beside its words, and its own measures on pages. */
      sign: z.strictObject({ room: measure, offset: pageLength, radius: pageLength, stroke: pageLength }),
      beside: measure,
    }),
    row: z.strictObject({
      group: z.strictObject({ ground: tint, color: tint }),
      sub: z.strictObject({ color: tint }),
      total: z.strictObject({ color: tint }),
    }),
    cell: z.strictObject({ 'on-plan': state, exceeded: state, behind: state }),
    chart: z.strictObject({
      series: z.array(series).length(8, 'must be the looks of eight series'),
      traces: z.array(trace).length(8, 'must be the looks of eight lines'),
      axis: line,
      grid: tint,
      today: tint,
    }),
    note: z.strictObject({ rule: line, number: tint }),
    emblems: z.strictObject({
      ground: tint,
      border: line.extend({ radius: measure }),
      gap: measure,
      side: pageLength,
      word: z.strictObject({ width: pageLength, least: pageLength, height: pageLength, low: pageLength }),
    }),
    columns: z.strictObject({ gap: measure }),
    cover: z.strictObject({
      plain: cover,
      head: head,
      panel: z.strictObject({ color: tint, gap: pageLength, others: pageLength, opening: opening.nullable() }),
    }),
    page: z.strictObject({
      /** Baselines of the running head and foot, from the page's edge. */
      head: pageLength,
      foot: pageLength.nullable(),
      /** Under the running head, its room being its distance from the page's edge. */
      opening: opening.nullable(),
      /** A section that begins so far down opens its page. */
      opens: pageLength,
      gap: pageLength,
      /** How far running text stays short of the text area. */
      textRight: pageLength,
      sheetBottom: pageLength,
      /** What stands in the lowest part of the last page, under its text. */
      closing: pageLength,
      word: z.strictObject({ head: pageLength, foot: pageLength, textRight: pageLength }),
    }),
    /** Colours of drawings on screens whose readers have chosen their own. */
    forced: z.strictObject({ cover: forced, main: forced }),
    /** How web pages look beside what is said above. */
    screen: screenLooks,
    /** And Word documents. */
    word: wordLooks,
    /** And pages of PDF. */
    paged: pagedLooks,
    /**
     * Web pages on paper: margins, size of text, lines around grounds; the order of lanes, and the lane whose colour each colour of
     * a cover's drawing takes there.
     */
    paper: z.strictObject({
      margins: z.strictObject({ top: pageLength, side: pageLength, bottom: pageLength }),
      text: pageLength,
      rule: pageLength,
      lanes: z.array(tint),
      masthead: z.partialRecord(z.enum(colors), z.number()),
      crossing: z.partialRecord(z.enum(colors), z.number()),
    }),
    /** The colours that Word offers in its palettes. */
    office: z.strictObject(
      Object.fromEntries(officeSlots.map((slot) => [slot, tint])) as Record<(typeof officeSlots)[number], typeof tint>,
    ),
    forms: z.strictObject({ pages: form, booklet: form, sheet: form, panels: form }),
  });
}
export type Looks = z.output<ReturnType<typeof looksSchema>>;
export type Opening = NonNullable<Looks['section']['plain']['opening']>;
