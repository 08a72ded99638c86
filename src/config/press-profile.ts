/** The limits of a print shop, as a file or the config tells them: those of a profile of ours with changes. */
import * as z from 'zod';
import type { Report } from '../diagnostics.ts';
import { reportIssues } from '../input/issues.ts';
import { optional } from '../input/kinds/fields.ts';
import { readJson } from '../json/json.ts';
import { decode } from '../json/source.ts';
import { type PressProfile, profiles, usualProfile } from '../preflight/profile.ts';

const limits = (what: string) =>
  optional(
    z
      .strictObject({
        error: z.number().min(0).max(10_000).describe('Pixels to an inch, below which is an error'),
        warning: z.number().min(0).max(10_000).describe('Pixels to an inch, below which is a warning'),
      })
      .refine(({ error, warning }) => warning >= error, {
        params: {
          code: 'bad-value',
          message: 'The limit of the warning is below that of the error, so that it could never come.',
          hint: 'Give the warning the higher number of pixels to an inch.',
        },
      })
      .describe(what),
  );
const names = Object.keys(profiles) as [string, ...string[]];

export const pressSettings = z
  .strictObject({
    $schema: optional(z.string().describe('Where the JSON Schema of this file is, for editors')),
    extends: optional(z.enum(names).describe('The profile that is changed (default: "default")')),
    name: optional(z.string().min(1).max(80).describe('The name of the profile, for the report')),
    ink: optional(z.number().min(100).max(1600).describe('The most percent of ink on one place')),
    ppi: limits('The resolution of photographs as printed'),
    lineArtPpi: limits('The resolution of pictures of one bit as printed'),
    mostPpi: optional(
      z.number().min(1).max(100_000).describe('Pixels to an inch beyond which a photograph has more than prints'),
    ),
    line: optional(
      z
        .strictObject({
          one: z.number().min(0).max(10).describe('Points of the thinnest line in one ink'),
          several: z.number().min(0).max(10).describe('Points of the thinnest line in several inks'),
        })
        .describe('The thinnest lines'),
    ),
    type: optional(
      z
        .strictObject({
          positive: z.number().min(0).max(72).describe('Points of the smallest text in several inks'),
          reversed: z.number().min(0).max(72).describe('Points of the smallest light text on several inks'),
        })
        .describe('The smallest type'),
    ),
    bleed: optional(z.number().min(0).max(50).describe('Millimetres of bleed on each side')),
    margin: optional(z.number().min(0).max(50).describe('Millimetres between texts and the cut')),
    colours: optional(
      z
        .enum(['cmyk', 'warn', 'any'])
        .describe(
          'RGB, Lab and greys with a profile: "cmyk" for an error, "warn" for a warning, "any" where the shop takes them',
        ),
    ),
    spots: optional(z.number().int().min(0).max(32).describe('The most spot inks')),
    pdfX: optional(z.boolean().describe('Whether PDF/X-4 is asked of files that do not claim it')),
  })
  .describe('What a print shop asks of files: the limits of a profile, with changes');

export type PressSettings = z.output<typeof pressSettings>;

export function profileOf({ $schema: _, extends: base, name, ...changes }: PressSettings): PressProfile {
  const own = profiles[base ?? ''] ?? usualProfile;
  const given = Object.entries(changes).filter(([, value]) => value !== null);
  return { ...own, ...Object.fromEntries(given), name: name ?? `${own.name}, changed` };
}

/** Null with errors at their places if anything in the file is wrong. */
export function readPressProfile(bytes: Uint8Array, file: string, report: Report): PressProfile | null {
  const source = decode(bytes, file, report);
  const json = source && readJson(source, report);
  if (json === null) return null;
  const checked = pressSettings.safeParse(json.value);
  if (checked.success) return profileOf(checked.data);
  reportIssues(checked.error.issues, pressSettings, json, report);
  return null;
}
