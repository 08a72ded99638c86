/**
 * The voice: words that readers of messages, documentation, examples and templates must not meet, each with what is
 * said instead. A rule that no longer finds its own bad example fails too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

/** Where a text is from: words of the program, documentation, or texts of documents (data and templates). */
type Kind = 'program' | 'docs' | 'data';

interface Text {
  readonly at: string;
  readonly kind: Kind;
  readonly words: string;
}

interface Rule {
  readonly never: RegExp;
  /** What to write, and why. */
  readonly instead: string;
  readonly bad: string;
  readonly good: string;
  /** The texts that it is for; all, if it does not say. */
  readonly of?: readonly Kind[];
}

const rules: readonly Rule[] = [
  {
    never: /\btold apart\b/i,
    instead: '“disaggregated by”, or “recognized by”',
    bad: 'Told apart by sex, the actual values add up to 3.',
    good: 'Disaggregated by sex, the actual values add up to 3.',
  },
  {
    never: /\bstands?\b(?! for\b)/i,
    instead: 'name what is allowed (“X is not an allowed value for …”), or say where a thing “is”',
    bad: '"x" cannot stand here.',
    good: '"x" is not an allowed value for `by`. Readers understand it.',
  },
  {
    never: /(?<!\bthere )\bis no (?!longer)/i,
    instead: '“is not a …”',
    bad: '"x" is no number.',
    good: '"x" is not a number. There is no field "x" here. It is no longer used.',
  },
  {
    never: /\b(?:has not\b(?! \w+ed\b| been\b)|says nothing|is not said\b)/i,
    instead: '“… is missing”, “does not have …”',
    bad: 'The line has not the reason: it is not said.',
    good: 'The reason is missing. The file has not been read.',
  },
  {
    never: /[;,.:] else\b/i,
    instead: '“(default: …)”',
    bad: 'The formats to write; else all.',
    good: 'The formats to write (default: all). Everything else is shown as it is.',
  },
  {
    never: /\btold\b(?! (?:her|him|us|me|them)\b)|\btells (?:what|which|whether|where|how)\b/i,
    instead: '“reported”, “says”, “informed of”',
    bad: 'The findings are told with the build, which tells where.',
    good: 'The findings are reported with the build, which says where.',
  },
  {
    never: /\b(?:mend(?:s|ed|ing)?|anew|reckon(?:s|ed)?|to be had|out of which|on the spot)\b/i,
    instead: 'modern words: fix, again, calculate, available, on site',
    bad: 'Mend it, and make it anew.',
    good: 'Fix it, and make it again. Amend the agreement.',
  },
  {
    never: /\b(?:lies|lie) (?:in|within|outside|beside|under|on)\b|\blies,/i,
    instead: 'a thing “is” in a place',
    bad: 'The file lies outside the project.',
    good: 'The file is outside the project.',
  },
  {
    never: /\b(?:set larger|part it|part the|leads nowhere|gets? (?:it|the data) back|win over)\b/i,
    instead: 'in larger type, split, save, override',
    bad: 'The first sentence, set larger; part it into two.',
    good: 'The first sentence, in larger type; split it into two.',
  },
  {
    never: /\b(?:his or her|he or she|her or his|she or he)\b/i,
    instead: '“their”, “they”',
    bad: 'Each person in his or her language.',
    good: 'Each person in their language.',
  },
  {
    never: /\b[A-Z]{2,}[’']s\b(?<!JSON['’]s)(?<!XML['’]s)/,
    instead: 'no possessive of an acronym: “the IOM strategy”',
    bad: 'IOM’s strategy',
    good: 'The IOM strategy',
  },
  {
    // IATI and the OECD spell their names so.
    never: /(?<!IATI )\borganis(?:ation|e)(?! for Economic)|\b(?:recogni|reali|summari|capitali)s(?:e|ed|ing|ation)\b/i,
    instead: 'UN spelling: organization, recognize',
    bad: 'An organisation',
    good: 'An organization',
  },
  {
    never: /\b(?:color|center|labor|program|percent|license)\b(?![-"`])/i,
    instead: 'UN spelling: colour, centre, labour, programme, per cent, licence',
    bad: 'Ten percent of the program',
    good: 'Ten per cent of the programme',
    of: ['data'],
  },
  {
    never: /\bNos? \d/,
    instead: '“No. 000-000”',
    bad: 'Grant agreement No 000-000',
    good: 'Grant agreement No. 000-000',
  },
  {
    never: /["'](?![^<]*>)/,
    instead: 'typographic quotation marks: “…”, ’, „…“',
    bad: 'The "project"',
    good: 'The “project” and the project’s aim',
    of: ['data'],
  },
  {
    never: /\p{L} - \p{L}/u,
    instead: 'a dash between spaces: –',
    bad: 'ხაზი - ნაკეცი',
    good: 'ხაზი – ნაკეცი',
    of: ['data'],
  },
  {
    never: /[\u1C90-\u1CBF]/,
    instead: 'Mkhedruli: no Georgian capitals (Mtavruli)',
    bad: 'ᲡᲐᲠᲩᲔᲕᲘ',
    good: 'სარჩევი',
  },
  {
    never: /შინაარსი$|^შინაარსი|ხაზგასმულ|საბეჭდი ბარათი|პასუხისმგებლობის განაცხადი|წინ არის|QR კოდ/,
    instead: 'the terms: სარჩევი, დახრილი, ბეჭდვის დავალება, პასუხისმგებლობის შეზღუდვა, დასაწყებია, QR-კოდი',
    bad: 'შინაარსი',
    good: 'სარჩევი',
  },
  {
    never: /(?<![\d.,–-])\b\d+[ \u00A0](?!წლებ)[ა-ჰ]{3,}ებ(?:ი|ს|მა|ის|ით|ად)(?![ა-ჰ])/,
    instead: 'a noun after a number is singular: 12 ტრენერი',
    bad: 'მომზადდა 12 ტრენერები',
    good: 'მომზადდა 12 ტრენერი',
  },
  {
    never: /[ა-ჰ]\} ?(?:ს|ის|მა|ით|ში|ზე)(?![ა-ჰ])|\{\w+\}-?(?:ს|ის|მა|ით|ში|ზე|სთვის)(?![ა-ჰ])/,
    instead: 'a placeholder is never declined: put it in brackets or after a colon',
    bad: '{donor}ის შეხედულებები',
    good: 'დონორის ({donor}) შეხედულებები',
  },
];

/** Words enough for a reader; names in code have no spaces. */
const isWords = (text: string) => /\p{L}{2,}\S* +\S*\p{L}/u.test(text) || /[\u10A0-\u10FF\u1C90-\u1CBF]{3}/.test(text);

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .sort();
}

/** All texts in a program's source, with … for each expression of a template. */
function literals(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    const { type, value, quasis } = node as Record<string, unknown>;
    if (type === 'ImportDeclaration') return;
    if (type === 'Literal' && typeof value === 'string') found.push(value);
    if (type === 'TemplateLiteral' && Array.isArray(quasis))
      found.push(quasis.map((quasi: { value: { cooked: string } }) => quasi.value.cooked).join('…'));
    Object.values(node).forEach(visit);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return found;
}

/** The prose of a page in Markdown: no code, no addresses. */
function prose(markdown: string): readonly string[] {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '`…`')
    .replace(/\]\([^)]*\)/g, ']')
    .split(/\n\s*\n|\n(?=[-|])/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' '));
}

/** All texts of a JSON file, but addresses, codes and names of files. */
function values(json: string): readonly string[] {
  const found: string[] = [];
  JSON.parse(json, (key, value) => {
    // The words of a source, before their faults were fixed, are its own.
    if (key !== 'was' && typeof value === 'string' && !/^\S*$/.test(value)) found.push(value);
    return value;
  });
  return found;
}

function texts(): readonly Text[] {
  const sources: readonly (readonly [Kind, readonly string[], (content: string) => readonly string[]])[] = [
    ['program', filesIn('src', /(?<!\.d)\.ts$/), literals],
    ['docs', ['README.md', 'templates/starter/README.md', ...filesIn('docs', /\.md$/)], prose],
    [
      'data',
      [...filesIn('data', /\.json$/), ...filesIn('templates', /(?:messages\.\w+|visibility\/\w+)\.json$/)],
      values,
    ],
  ];
  return sources.flatMap(([kind, files, read]) =>
    files.flatMap((file) =>
      read(readFileSync(file, 'utf8'))
        .filter((words) => kind !== 'program' || isWords(words))
        .map((words) => ({ at: file, kind, words })),
    ),
  );
}

function faults(all: readonly Text[], { never, instead, of }: Rule): readonly string[] {
  return all.flatMap(({ at, kind, words }) => {
    const found = of === undefined || of.includes(kind) ? never.exec(words) : null;
    if (found === null) return [];
    const around = words.slice(Math.max(0, found.index - 40), found.index + found[0].length + 40);
    return [`${at}: ‘${around}’: not “${found[0]}”, but ${instead}`];
  });
}

describe('the voice', () => {
  const all = texts();

  it('is held to in all that people read', () => {
    expect(all.length).toBeGreaterThan(2000);
    expect(rules.flatMap((rule) => faults(all, rule))).toEqual([]);
  });

  it.each(rules)('finds $bad, and not $good', (rule) => {
    const planted = (words: string): Text => ({ at: 'planted', kind: 'data', words });
    expect(faults([planted(rule.bad)], rule)).toHaveLength(1);
    expect(faults([planted(rule.good)], rule)).toEqual([]);
  });

  it('reads literals and templates of a source, prose of Markdown and values of JSON', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a source's own template
    const source = "import a from 'not this one'; const b: string = 'this one' as const; const c = `and so ${b} this`;";
    expect(literals(source).filter(isWords)).toEqual(['this one', 'and so … this']);
    expect(prose('A `code` [word](x.md).\n\n```\nno code\n```\n')).toContain('A `…` [word].');
    expect(values('{ "a": "two words", "b": ["https://x.org", { "c": "more words" }] }')).toEqual([
      'two words',
      'more words',
    ]);
  });
});
