/**
 * What a press does to paper besides printing colours on it (ISO 19593-1, processing steps): white ink under them, varnish over
 * them, and where the paper is cut. A theme says with which ink each is told, and where.
 */
import * as z from 'zod';
import type { Place } from '../diagnostics.ts';
import { finishOf, wrongInkName } from './ink-names.ts';

/** In the order in which a press does them. */
const stepNames = ['white', 'varnish', 'cut'] as const;
export type StepName = (typeof stepNames)[number];

/** The whole side with its bleed, the cover, the letters of its title, and pictures made of pixels. */
const parts = ['sheet', 'cover', 'title', 'pictures'] as const;
export type StepPart = (typeof parts)[number];

/** Cyan, magenta, yellow and black, in percent. */
type StandIn = readonly [number, number, number, number];

/** The names that most shops ask for, and what viewers without the inks show. */
const usual: Readonly<Record<StepName, { readonly name: string; readonly cmyk: StandIn }>> = {
  white: { name: 'White', cmyk: [15, 0, 0, 0] },
  varnish: { name: 'Varnish', cmyk: [0, 0, 30, 0] },
  cut: { name: 'CutContour', cmyk: [0, 100, 0, 0] },
};

const percent = z.number().min(0).max(100);
const unknown =
  'must be a name that print shops do not read as a colour, such as "CutContour", "Varnish", "Spot UV" or "White"';

/** A cut line named as white ink would be laid in it, and varnish named as a cut line cut along. */
function wrongName(name: string, step: StepName): string | null {
  const finish = finishOf(name);
  if (finish === null) return wrongInkName(name) ?? unknown;
  if (finish === 'other' || finish === step) return wrongInkName(name);
  return `must not be "${name}", by which print shops know ${means[finish]}; name it such as "${usual[step].name}"`;
}

const means = { white: 'white ink', varnish: 'varnish', cut: 'what is cut' } as const;

const inkOfStep = (step: StepName) => ({
  name: z
    .string()
    .superRefine((name, context) => {
      const message = wrongName(name, step);
      if (message !== null) context.addIssue({ code: 'custom', message });
    })
    .optional(),
  /** What stands in for it on screens. */
  cmyk: z.tuple([percent, percent, percent, percent]).optional(),
});

const covered = (step: 'white' | 'varnish') =>
  z.strictObject({
    ...inkOfStep(step),
    on: z.array(z.enum(parts)).min(1, 'must name a part, such as "title"'),
  });

const far = z
  .number()
  .min(0, 'must be 0 mm or more, from the left or the top of a front side')
  .max(1000, 'must be 1000 mm or less');
const most = { corner: 50, hole: 100, holes: 20 };

const cut = z
  .strictObject({
    ...inkOfStep('cut'),
    corners: z.number().positive().max(most.corner, `must be ${most.corner} mm or less`).optional(),
    holes: z
      .array(
        z.strictObject({
          x: far,
          y: far,
          diameter: z.number().min(1, 'must be 1 mm or more').max(most.hole, `must be ${most.hole} mm or less`),
        }),
      )
      .max(most.holes, `must be ${most.holes} holes or fewer`)
      .default([]),
  })
  .refine(({ corners, holes }) => corners !== undefined || holes.length > 0, {
    message: 'must say what is cut: "corners" or "holes"',
  });

export const stepsSchema = z
  .strictObject({ white: covered('white').optional(), varnish: covered('varnish').optional(), cut: cut.optional() })
  .superRefine((steps, context) => {
    const seen = new Set<string>();
    for (const step of stepNames) {
      const name = steps[step]?.name;
      // Names that are not given differ from each other, and mean their own steps.
      if (name === undefined) continue;
      if (seen.has(name))
        context.addIssue({
          code: 'custom',
          path: [step, 'name'],
          message: `must not be "${name}", the name of another step`,
        });
      seen.add(name);
    }
  });

/** A circle that is cut out: the place of its middle from the left and top of a front side. Points. */
export interface Hole {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Ink {
  readonly name: string;
  readonly cmyk: StandIn;
}

/** `at`: where the theme says so. */
export type ProcessStep = { readonly ink: Ink; readonly at: Place } & (
  | { readonly step: 'white' | 'varnish'; readonly on: readonly StepPart[] }
  | {
      readonly step: 'cut';
      /** The radius of rounded corners, in points; 0 for square ones. */
      readonly corners: number;
      readonly holes: readonly Hole[];
    }
);

/** @param points millimetres to points */
export function stepsOf(
  asked: z.infer<typeof stepsSchema> = {},
  { placeOf, points }: { placeOf(step: StepName): Place; points(millimetres: number): number },
): readonly ProcessStep[] {
  const steps: ProcessStep[] = [];
  for (const step of ['white', 'varnish'] as const) {
    const { name, cmyk, on } = asked[step] ?? {};
    if (on !== undefined) steps.push({ step, ink: inkOf(step, name, cmyk), on, at: placeOf(step) });
  }
  if (asked.cut !== undefined) {
    const { name, cmyk, corners = 0, holes } = asked.cut;
    const circles = holes.map(({ x, y, diameter }) => ({ x: points(x), y: points(y), radius: points(diameter / 2) }));
    steps.push({
      step: 'cut',
      ink: inkOf('cut', name, cmyk),
      corners: points(corners),
      holes: circles,
      at: placeOf('cut'),
    });
  }
  return steps;
}

function inkOf(step: StepName, name: string = usual[step].name, cmyk: StandIn = usual[step].cmyk): Ink {
  return { name, cmyk };
}
