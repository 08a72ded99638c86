/**
 * How a theme has each kind of part drawn: data, which writers translate. Looks stand by the element that may carry them and by
 * their names; `plain` is the look of an element that names none. Lengths are measures, colours names of the palette.
 */
import { z } from 'zod';
import { look } from '../model/build.ts';
import { byMedium, measure, pageLength, screenLength } from './measure.ts';
import { type ColorName, styleNames } from './theme.ts';

const officeSlots = [
  ...['dark1', 'light1', 'dark2', 'light2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'],
  ...['hyperlink', 'followedHyperlink'],
] as const;

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function overPlain(looks: unknown): unknown {
  if (!isFields(looks) || !isFields(looks.plain)) return looks;
  const { plain } = looks;
  return Object.fromEntries(
    Object.entries(looks).map(([name, own]) => [name, isFields(own) ? { ...plain, ...own } : own]),
  );
}

/** Names that a template can write. */
const names: z.core.CheckFn<Readonly<Record<string, unknown>>> = (context) => {
  for (const name of Object.keys(context.value)) {
    if (look(name) !== null) continue;
    context.issues.push({
      code: 'custom',
      input: context.value,
      path: [name],
      message: 'must be a lower-case name such as "lead"',
    });
  }
};

/** Colours that a theme's looks may name: its own. */
export function looksSchema(colors: readonly string[]) {
  const tint = z.enum(colors).transform((name) => name as ColorName);
  const style = z.enum(styleNames);
  const named = <T extends z.ZodType>(one: T) => z.record(z.string(), one).check(names);
  /** What a look does not say is as in `plain`. */
  const plainAnd = <T extends z.ZodType>(one: T) =>
    z.preprocess(overPlain, z.object({ plain: one }).catchall(one).check(names));

  const line = z.strictObject({ color: tint, width: measure });
  /** A line over the whole width, and a short thick one on its start. */
  const opening = z.strictObject({ rule: line, bar: line.extend({ length: measure }).nullable(), room: measure });
  const box = z.strictObject({
    ground: tint.nullable(),
    bar: line.nullable(),
    padding: z.strictObject({ side: measure, top: measure, bottom: measure }),
    before: pageLength,
    after: pageLength,
    /** Whether it reaches beyond the text to the page's margin. */
    wide: z.boolean(),
    /** Of its corners on screens, in CSS pixels. */
    radius: z.number().min(0),
    icon: z.enum(['attention', 'information']).nullable(),
    /** Of what heads it, where it looks another way than elsewhere. */
    heading: z.strictObject({ color: tint, style, on: z.array(z.enum(['page', 'word', 'screen'])) }).nullable(),
  });
  const mark = z.strictObject({
    kind: byMedium(z.enum(['ring', 'square', 'dash', 'number', 'none'])),
    color: byMedium(tint),
    size: measure,
    stroke: measure,
    /** In Word a mark is a character of its words, and may have their colour. */
    followsWords: z.boolean(),
  });
  const list = z.strictObject({
    mark,
    rail: line.nullable(),
    style: byMedium(style),
    indent: measure,
    gap: measure,
    before: pageLength,
    after: measure,
    /** On the panels of a folded sheet. */
    panel: z
      .strictObject({ indent: pageLength, gap: pageLength, before: pageLength, after: pageLength })
      .partial()
      .default({}),
  });
  /** Numbers that say much, side by side, each with a bar of what is done. */
  const figures = z.strictObject({
    rule: line.extend({ room: measure }).nullable(),
    gap: measure,
    bar: z.strictObject({
      /** Before what the number counts, or after it. */
      stands: z.enum(['above', 'below']),
      done: tint,
      track: tint.nullable(),
      outline: line.nullable(),
      height: measure,
      /** Of the line that it stands over, and from there up to it, on pages. */
      room: pageLength,
      above: pageLength,
      round: z.boolean(),
    }),
  });
  const stop = z.strictObject({ color: tint, filled: z.boolean(), dashed: z.boolean() });
  const ring = z.strictObject({ color: tint, diameter: measure, stroke: measure });
  const state = z.strictObject({ shape: z.enum(['circle', 'triangle', 'diamond']), color: tint });
  const series = z.strictObject({
    ground: tint,
    outline: tint.nullable(),
    pattern: z.enum(['rising', 'falling', 'dots', 'bands', 'lattice']).nullable(),
    ink: tint,
    words: tint,
    inside: tint.nullable(),
  });
  const trace = z.strictObject({
    color: tint,
    shape: z.enum(['circle', 'square', 'triangle', 'diamond']),
    filled: z.boolean(),
    dash: z.tuple([z.number(), z.number()]).nullable(),
  });

  /** `field` covers have a ground of their own under their title; `plain` ones stand on the page. */
  const cover = z.strictObject({
    arrangement: z.enum(['field', 'plain']),
    title: z.strictObject({ color: tint, top: pageLength, width: pageLength, gap: pageLength }),
    top: pageLength,
    foot: pageLength,
    footGap: pageLength,
    languages: pageLength,
    facts: z.enum(['columns', 'rows']),
    rule: line.extend({ length: pageLength, bottom: pageLength }).nullable(),
    /** In Word: where the facts begin, as a part of the page's height. */
    word: z.strictObject({ facts: z.number().min(0).max(1) }),
    opening: opening.nullable(),
  });
  const head = z.strictObject({
    arrangement: z.enum(['field', 'plain']),
    height: pageLength,
    top: pageLength,
    clear: pageLength,
    text: pageLength,
    under: pageLength,
    word: z.strictObject({
      top: pageLength,
      bottom: pageLength,
      under: pageLength,
      h1: z.strictObject({ size: pageLength, leading: pageLength }),
      h2: z.strictObject({ size: pageLength, leading: pageLength }),
    }),
    title: z.strictObject({
      color: tint,
      size: pageLength,
      leading: pageLength,
      width: pageLength,
      height: pageLength,
    }),
    opening: opening.nullable(),
  });
  const forced = z.partialRecord(z.enum(colors), z.enum(['Canvas', 'CanvasText', 'Highlight']));
  const form = z.strictObject({
    /** Before a section of the first level: on its page, and at the top of a page. */
    sectionGap: pageLength,
    openingGap: pageLength,
    imprintGap: pageLength,
    emblem: z.strictObject({ width: pageLength, height: pageLength }),
    code: pageLength,
    /** Type is set this much larger or smaller than the theme says. */
    scale: z.number().min(0.8).max(1.2),
    /** How far notes, and the text of pages, stay short of the text area. */
    textRight: pageLength,
  });

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
      }),
    }),
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
    /** The order of lanes on paper, and the lane whose colour each colour of a cover's drawing takes there. */
    paper: z.strictObject({
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
