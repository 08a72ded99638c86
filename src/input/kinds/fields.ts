/** The fields that kinds are made of. Descriptions go into the JSON Schema, and so into people's editors. */
import * as z from 'zod';
import type { Code } from '../../codes.ts';
import { type LanguageTag, languageTags } from '../../language/languages.ts';
import { englishName } from '../../language/tags.ts';
import { href, words } from '../../model/build.ts';
import { faultOfAddress, meantBy } from '../../model/meant-address.ts';
import { date } from './days.ts';
import { crop, focus, side, width } from './framing.ts';

/** What `params` of a zod issue of ours says; `issues.ts` makes a diagnostic of it. */
export interface IssueParams {
  readonly code: Code<'error'>;
  readonly message: string;
  readonly hint: string;
  readonly clause?: string;
  /** What the hint says to write, where it is certain. */
  readonly meant?: string;
}

/** Not blank, and NFC from here on. */
export const text = z
  .string()
  .normalize('NFC')
  .refine((value) => words(value) !== null, {
    params: {
      code: 'blank-text',
      message: 'The text is blank.',
      hint: 'Write the text; if there is none, and the field may be left out, remove it or write null.',
    } satisfies IssueParams,
  });

/** What may be left out: null from here on, so that a template can tell it from a misspelled name. */
export function optional<T extends z.ZodType>(schema: T) {
  const wrapped = schema.nullable().default(null);
  return schema.description === undefined ? wrapped : wrapped.describe(schema.description);
}

export const link = z
  .string()
  .superRefine((value, context) => {
    if (href(value) !== null) return;
    const { unsafe, message, hint } = faultOfAddress(value, JSON.stringify(value));
    const meant = unsafe ? null : meantBy(value);
    const params: IssueParams = {
      code: unsafe ? 'unsafe-link' : 'bad-link',
      message,
      hint,
      ...(meant === null ? {} : { meant }),
    };
    context.addIssue({ code: 'custom', params: { ...params } });
  })
  .describe('A whole web address (https://…), an e-mail address (mailto:…) or a telephone number (tel:+995…)');

/** A language that documents are written in. */
export const languageTag = z.enum(languageTags.toSorted());

const localizedSchemas = new WeakSet<z.ZodType>();

/** Whether a schema is that of a text in several languages. */
export function isLocalized(schema: z.ZodType): boolean {
  return localizedSchemas.has(schema);
}

/** Makes the schema of a text in each of the languages that the document declares. */
function textsIn(declared: readonly LanguageTag[]) {
  const inLanguage = (tag: LanguageTag) => {
    const foreign = languageTags.find((other) => other !== tag) ?? tag;
    const own = text.describe(
      `The text in ${englishName(tag)}; [words]{lang=${foreign}} are words in another language`,
    );
    return declared.includes(tag) ? own : own.optional();
  };
  // TypeScript forgets the names of an object that is made of a list.
  const fields = Object.fromEntries(languageTags.map((tag) => [tag, inLanguage(tag)]));
  const localized = z.strictObject(fields as Record<LanguageTag, ReturnType<typeof inLanguage>>);
  return (description: string) => {
    const described = localized.describe(description);
    localizedSchemas.add(described);
    return described;
  };
}

/** How a text in several languages is written. */
export function textsExample(tags: readonly string[]): string {
  return `{ ${tags.map((tag) => `"${tag}": "…"`).join(', ')} }`;
}

type Texts = ReturnType<typeof textsIn>;

const richSchemas = new WeakSet<z.ZodType>();

/** Whether a schema is that of texts with inline marks. */
export function isRich(schema: z.ZodType): boolean {
  return richSchemas.has(schema);
}

const blockSchemas = new WeakSet<z.ZodType>();
/** Whether a schema is that of texts of several paragraphs and lists. */
export function isRichBlock(schema: z.ZodType): boolean {
  return blockSchemas.has(schema);
}

/** The form of a footnote, which some texts cannot have. */
const footnote = 'words^[a footnote]';

/** The inline marks and what they do that their form does not say. */
const inlineForms: readonly (readonly [form: string, says: string])[] = [
  ['**strong**', ''],
  ['*stress*', ''],
  ['[words](https://…)', 'a link'],
  ['[words](#id)', 'a link to the part with that id'],
  ['[](#id)', 'a cross reference, such as “Table 3”'],
  ['[words]{lang=en}', 'words in another language'],
  ['[words](https://…){lang=en}', 'a link in another language'],
  [footnote, ''],
  ['\\*', 'a sign that is meant as it is'],
];

/** The sentences on inline marks; `shown` says how a form is written, such as in code on a page of Markdown. */
export function inlineMarksIn(shown: (form: string) => string, { notes = true } = {}): string {
  const allowed = inlineForms.filter(([form]) => notes || form !== footnote);
  const forms = allowed.map(([form, says]) => (says === '' ? shown(form) : `${shown(form)} (${says})`));
  return `Marks: ${forms.join(', ')}. Everything else is shown as it is.`;
}
export const inlineMarks = inlineMarksIn((form) => form);
export const noteless = inlineMarksIn((form) => form, { notes: false });
export const blockMarks =
  'A blank line separates paragraphs, a line end alone is a space; lines that start with "- " or "1. " make lists.';

/** Texts with inline marks; `docs/markup.md` has the notation. */
function richIn(texts: Texts, help: string, also?: WeakSet<z.ZodType>) {
  return (description: string) => {
    const described = texts(`${description}. ${help}`);
    richSchemas.add(described);
    also?.add(described);
    return described;
  };
}

const made = new Map<string, Fields>();
/** The fields whose texts depend on the languages that the document declares; the same ones for every kind. */
export function fieldsIn(declared: readonly LanguageTag[]): Fields {
  const known = made.get(declared.join()) ?? makeFields(declared);
  made.set(declared.join(), known);
  return known;
}

function makeFields(declared: readonly LanguageTag[]) {
  const texts = textsIn(declared);
  const rich = richIn(texts, inlineMarks);
  return {
    /** A text in each language. */
    texts,
    /** A text with inline marks. */
    rich,
    /** A text with inline marks but footnotes, for where none can be called. */
    noteless: richIn(texts, noteless),
    /** A text of several paragraphs and lists, with inline marks. */
    richBlock: richIn(texts, `${inlineMarks} ${blockMarks}`, blockSchemas),
    /** One or more texts with inline marks. */
    richList: (description: string, each: string) => z.array(rich(each)).min(1).describe(description),
    /** One or more texts. */
    list: (description: string, each: string) => z.array(texts(each)).min(1).describe(description),
    head: head(texts),
    figure: figure(texts),
    picture: picture(texts),
    emblem: emblem(texts),
  };
}

export type Fields = ReturnType<typeof makeFields>;

/** What every kind of document says about itself. */
function head(texts: Texts) {
  return {
    $schema: optional(z.string().describe('Where the JSON Schema of this file is, for editors')),
    languages: z
      .array(languageTag)
      .min(1)
      .refine((tags) => new Set(tags).size === tags.length, {
        params: {
          code: 'bad-value',
          message: 'The same language is given twice.',
          hint: 'Remove one of them.',
        } satisfies IssueParams,
      })
      .describe('The languages of the document, in the order in which readers are offered them'),
    date,
    title: texts('The title of the document'),
    description: texts('What it is about, in one or two sentences: for catalogues and search'),
    author: texts('Who publishes it'),
    keywords: z.array(texts('A keyword')).min(1).describe('Keywords for search'),
  };
}

function emblem(texts: Texts) {
  return z
    .strictObject({
      name: texts('The name of its owner: the alternative text of the picture, or the words in the empty slot'),
      picture: optional(z.string().min(1).describe('A picture file, relative to this file; without it, a slot')),
    })
    .describe('An emblem or logo, or the slot for one');
}

const missingAlternative: IssueParams = {
  code: 'missing-alternative',
  message: 'The picture does not have an alternative text.',
  hint: 'Add "alt" with what the picture shows, in each language, or "decorative": true if it is only decoration.',
  clause: 'WCAG 2.2, 1.1.1',
};
const bothAlternatives: IssueParams = {
  code: 'decorative-with-alternative',
  message: 'The picture is decorative and has an alternative text.',
  hint: 'Remove "decorative" if the picture has a meaning. If it is only decoration, remove "alt".',
  clause: 'WCAG 2.2, 1.1.1',
};

function figureFields(texts: Texts) {
  return {
    src: z.string().min(1).describe('A picture file (PNG, JPEG, WebP, AVIF, TIFF, SVG), relative to this file'),
    alt: optional(
      texts(
        'Alternative text: what the picture shows, for readers who do not see it; required unless it is decorative',
      ),
    ),
    decorative: optional(z.literal(true).describe('true if the picture is only decoration')),
    caption: texts('The caption under the picture'),
    credit: texts('The credit: © IOM year/Name'),
  };
}

function figure(texts: Texts) {
  const fields = z.strictObject(figureFields(texts));
  return fields.superRefine(checkAlternative, { when: askAlternative }).describe('A picture with its caption');
}

/** A figure that says of the people on it, or of the map that it is, what rules ask for. */
function picture(texts: Texts) {
  const shown = z
    .strictObject({
      face: z.boolean().describe('Whether a face can be recognized'),
      name: z.boolean().describe('Whether the picture, its caption or the story beside it gives a real name'),
      place: z.boolean().describe('Whether the exact place can be recognized'),
    })
    .describe('What identifies a person; at most two of the three together');
  return {
    ...figureFields(texts),
    crop: optional(crop),
    focus: optional(focus),
    width: optional(width),
    side: optional(side),
    description: optional(texts('A longer description, for a map or a diagram, if the alternative text is not enough')),
    shows: optional(shown),
    consent: optional(consent),
    map: optional(
      z
        .strictObject({ disclaimer: texts('The United Nations sentence on boundaries and names, word for word') })
        .describe('For a map only'),
    ),
  };
}

/** The consent of a person to be shown or quoted. */
export const consent = z
  .strictObject({
    reference: text.describe('The reference of the signed consent form'),
    scope: text.describe('What the person agreed to: print, web, channels of the donor'),
    expires: date.describe('The last day of the consent'),
  })
  .describe('The consent of the person shown or quoted');

/** That a picture has words or is openly decorative, never both. */
export function checkAlternative({ alt, decorative }: Alternative, context: z.RefinementCtx): void {
  const given = (alt ?? null) !== null;
  if (given === (decorative === true)) {
    context.addIssue({ code: 'custom', params: { ...(given ? bothAlternatives : missingAlternative) } });
  }
}

interface Alternative {
  readonly alt?: unknown;
  readonly decorative?: unknown;
}

/** Zod skips an object's own rules when any of its fields is wrong; this one matters only if these two are right. */
export function askAlternative({ value, issues }: z.core.ParsePayload): boolean {
  const own = (issue: z.core.$ZodRawIssue) => issue.path?.[0] === 'alt' || issue.path?.[0] === 'decorative';
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !issues.some(own);
}
