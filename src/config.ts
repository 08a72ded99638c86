/** A project's own defaults, in `etrati.config.json` at its root. */
import * as z from 'zod';
import type { NamedAt } from './catalog.ts';
import { accessibility } from './config/accessibility.ts';
import { type Allowance, allowance } from './config/allowance.ts';
import { pressSettings, profileOf } from './config/press-profile.ts';
import { type Place, Refused, type Report } from './diagnostics.ts';
import type { Logos } from './input/bring/logos.ts';
import { reportIssues } from './input/issues.ts';
import { type IssueParams, languageTag, optional } from './input/kinds/fields.ts';
import { type Json, readJson } from './json/json.ts';
import { stepTo } from './json/path.ts';
import { decode } from './json/source.ts';
import type { PressProfile } from './preflight/profile.ts';
import { pageSizes } from './theme/page-size.ts';
import type { World } from './world.ts';
import {
  bindings,
  editionKinds,
  impositions,
  isLineWidth,
  knownFormats,
  lineWidths,
  papers,
  pdfStandards,
  printLayouts,
  printMarks,
} from './write/targets.ts';

export const configFile = 'etrati.config.json';

const schema = z
  .strictObject({
    $schema: optional(z.string().describe('Where the JSON Schema of this file is, for editors')),
    formats: optional(
      z.array(z.enum(knownFormats)).min(1).describe('The formats to write (default: pdf, docx and html)'),
    ),
    editions: optional(
      z
        .array(z.enum(editionKinds))
        .min(1)
        .describe('The editions to make, each in those of the formats that it has (default: standard)'),
    ),
    languages: optional(
      z.array(languageTag).min(1).describe('The languages to write (default: all languages of the document)'),
    ),
    out: optional(folder().describe('The folder for the output, inside the project (default: "output")')),
    template: optional(
      z.string().min(1).describe('A template by name or path (default: the template named after the kind)'),
    ),
    theme: optional(z.string().min(1).describe('A theme by name or path (default: "gza")')),
    paper: optional(
      z
        .enum(pageSizes)
        .describe('The size of pages (default: that of the theme, a4 in ours); folded sheets keep theirs'),
    ),
    small: optional(
      z
        .boolean()
        .describe('Whether pictures are as light as they may be, for files that are sent by mail (default: false)'),
    ),
    pageNumbers: optional(z.boolean().describe('Whether pages have numbers (default: true)')),
    draft: optional(
      z
        .boolean()
        .describe('Whether each page, the title and the names of the files say that this is a draft (default: false)'),
    ),
    logos: optional(
      z
        .record(z.string().min(1), z.string().min(1))
        .describe('Logo files by the names of their owners: what an emblem of that name shows that has no picture'),
    ),
    pdfStandard: optional(
      z
        .enum(pdfStandards)
        .describe(
          'ua-1: PDF/UA-1 and PDF/A-2a, which all readers know; ua-2: PDF 2.0 with PDF/UA-2, WTPDF and PDF/A-4 (default: ua-1)',
        ),
    ),
    embedSource: optional(
      z
        .boolean()
        .describe('Whether files contain their data file, PDFs only those of the standard ua-2 (default: false)'),
    ),
    print: optional(
      z
        .strictObject({
          layout: optional(
            z.enum(printLayouts).describe('How the pages are laid out (default: by the kind of the document)'),
          ),
          marks: optional(
            z
              .enum(printMarks)
              .describe(
                'Marks outside the page (default: "folds" for a folded sheet, "none" for other pages, "all" for the files of "impose" and for covers)',
              ),
          ),
          impose: optional(
            z
              .enum(impositions)
              .describe(
                'Also write the sheets of a press: "saddle" for a booklet, "2-up" for front and back on one form (work and turn)',
              ),
          ),
          binding: optional(
            z
              .enum(bindings)
              .describe('How a booklet is bound: with wire, or with glue under a cover of its own (default: "saddle")'),
          ),
          paper: optional(z.enum(papers).describe('What it is printed on (default: "coated")')),
          caliper: optional(
            z
              .number()
              .min(0.03)
              .max(1)
              .describe('How thick a leaf is, in millimetres (default: 0.1 for coated paper, 0.12 for uncoated)'),
          ),
          creep: optional(
            z
              .number()
              .min(0)
              .max(1)
              .describe(
                'Millimetres by which each sheet moves the next one inside it outwards (default: as the leaf is thick)',
              ),
          ),
          icc: optional(
            z
              .string()
              .min(1)
              .describe('The ICC profile of the press, a file in the project (default: the profile of the theme)'),
          ),
        })
        .describe('How the format "print" is made'),
    ),
    preflight: optional(
      pressSettings
        .omit({ $schema: true })
        .describe('What the print shop asks of files: the limits of a profile of preflight, with changes'),
    ),
    epub: optional(
      z
        .strictObject({
          bilingual: optional(
            z.boolean().describe('Whether one book has all languages, in place of one for each (default: false)'),
          ),
          certifier: optional(
            z
              .string()
              .trim()
              .min(1)
              .describe('Who has checked that the book is accessible (default: the author of the document)'),
          ),
          credential: optional(z.string().trim().min(1).describe('What entitles the certifier to say so')),
          report: optional(z.url({ protocol: /^https?$/ }).describe('The address of the certifier’s report')),
        })
        .describe('How the format "epub" is made'),
    ),
    text: optional(
      z
        .strictObject({
          wrap: optional(
            z
              .number()
              .int()
              .min(0)
              .max(lineWidths.most)
              .refine(isLineWidth, {
                params: {
                  code: 'bad-value',
                  message: `A line of fewer than ${lineWidths.least} characters has no room for words.`,
                  hint: `Write a whole number from ${lineWidths.least} to ${lineWidths.most}, or 0 for one line a paragraph.`,
                },
              })
              .describe('Characters of a line, from 20 to 1000; 0 for one line a paragraph (default: 72)'),
          ),
        })
        .describe('How the format "txt" is made'),
    ),
    braille: optional(
      z
        .strictObject({
          cells: optional(z.number().int().min(20).max(80).describe('Cells of a line (default: 40)')),
          lines: optional(z.number().int().min(10).max(60).describe('Lines of a page (default: 25)')),
        })
        .describe('The page of the formats "brf" and "pef"'),
    ),
    timeout: optional(
      z
        .number()
        .int()
        .min(1)
        .max(86_400)
        .describe('Seconds that each document of `etrati batch` and `etrati work` may take (default: 300)'),
    ),
    report: optional(
      z
        .boolean()
        .describe('Whether an accessibility report is written beside the files of each document (default: false)'),
    ),
    accessibility: optional(accessibility),
    strict: optional(z.boolean().describe('Whether warnings count as errors (default: false)')),
    diagnostics: optional(
      z
        .enum(['human', 'json', 'sarif'])
        .describe('Findings as text, as one JSON object, or as SARIF 2.1.0 (default: "human")'),
    ),
    words: optional(
      z.array(z.string().min(1)).describe('Words of this project that the word lists of `etrati check --advice` lack'),
    ),
    allow: optional(z.array(allowance).describe('Warnings to allow in this project, each with its reason')),
  })
  .describe('Defaults of a project; options of the command line override them');

export type Config = Readonly<Omit<z.output<typeof schema>, '$schema' | 'allow' | 'logos' | 'preflight'>> & {
  readonly preflight: PressProfile | null;
  readonly logos: Logos | null;
  readonly allow: readonly Allowance[] | null;
  /** Where the file names the press's profile, if it does. */
  readonly iccAt?: Place;
  /** Where it names its theme and its template. */
  readonly namedAt?: NamedAt;
};

/**
 * The project's defaults, null for each that is not given, also where there is no such file. Null with errors at their
 * places if anything in the file is wrong. Throws `Refused` if it cannot be read.
 */
export async function loadConfig(world: World, report: Report): Promise<Config | null> {
  const bytes = await world.read(configFile).catch(orNone);
  if (bytes === null) return { ...schema.parse({}), allow: null, logos: null, preflight: null };
  const source = decode(bytes, configFile, report);
  const json = source && readJson(source, report);
  if (json === null) return null;
  const checked = schema.safeParse(json.value);
  if (checked.success) {
    const allow =
      checked.data.allow?.map((each, index) => ({ ...each, at: json.placeOf(`$.allow[${index}]`) })) ?? null;
    const logos = checked.data.logos && placed(checked.data.logos, json);
    const preflight = checked.data.preflight && profileOf({ $schema: null, ...checked.data.preflight });
    return {
      ...checked.data,
      allow,
      logos,
      preflight,
      iccAt: json.placeOf('$.print.icc'),
      namedAt: namedIn(checked.data, json),
    };
  }
  reportIssues(checked.error.issues, schema, json, report);
  return null;
}

function namedIn({ theme, template }: Readonly<Record<'theme' | 'template', string | null>>, json: Json): NamedAt {
  return {
    ...(theme !== null && { theme: json.placeOf('$.theme') }),
    ...(template !== null && { template: json.placeOf('$.template') }),
  };
}

function placed(logos: Readonly<Record<string, string>>, json: Json): Logos {
  const named = Object.entries(logos).map(([owner, value]) => {
    return [owner, { value, from: json.placeOf(stepTo('$.logos', owner)) }] as const;
  });
  return Object.fromEntries(named);
}

/** A project needs no config; one that is there but cannot be read is no default. */
function orNone(error: unknown): null {
  if (error instanceof Refused && error.diagnostics.some(({ code }) => code === 'file-missing')) return null;
  throw error;
}

/** Its JSON Schema, draft 7, for editors. */
export function configSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { $schema, $id: 'urn:etrati:schema:config', title: 'Defaults of an Etrati project', ...rest };
}

/** A config comes with a project, perhaps a stranger's: only the person who runs Etrati may write elsewhere. */
function folder() {
  return z.string().superRefine((out, context) => {
    const parts = out.split(/[\\/]/);
    if (out !== '' && !/^([\\/]|[a-z]:)/i.test(out) && !parts.includes('..')) return;
    const params: IssueParams = {
      code: 'file-outside',
      message: `The folder "${out}" is not in the project.`,
      hint: 'Write a relative path without "..", such as "output". For a folder outside the project use the option --out.',
    };
    context.addIssue({ code: 'custom', params: { ...params } });
  });
}
