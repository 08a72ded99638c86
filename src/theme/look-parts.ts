/** The parts that looks are made of: lines, boxes, marks, covers. Colours are names of the theme's palette. */
import * as z from 'zod';
import { look } from '../model/build.ts';
import { byAll, byMedium, measure, pageLength } from './measure.ts';
import { type ColorName, styleNames } from './theme.ts';

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

/** `colors` are the names that a look may give a colour. */
export function partsOf(colors: readonly string[]) {
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
    /** Around it, on all its sides. */
    border: line.nullable().default(null),
    /** Before its first words. */
    icon: z.union([z.null().transform(() => byAll('none')), byMedium(z.enum(['attention', 'information', 'none']))]),
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

  return {
    tint,
    style,
    named,
    plainAnd,
    line,
    opening,
    box,
    mark,
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
  };
}
