/** What a person adds by hand for a kind of block with a value of its own in the data, by docs/architecture.md: a figure pulled out of the text. */

export interface Step {
  readonly file: string;
  /** Stands once in the file; what is added comes behind it. */
  readonly behind: string;
  readonly add: string;
}

export const steps: readonly Step[] = [
  {
    file: 'src/model/document.ts',
    behind:
      '// ---- blocks -------------------------------------------------------------------------------------------------\n',
    add: `
/** A number that the text is about, in large type, and what it counts. */
export interface Pull extends NodeBase {
  readonly type: 'pull';
  readonly number: Said;
  readonly caption: Inlines;
}
`,
  },
  { file: 'src/model/document.ts', behind: 'export type Composed = Columns', add: ' | Pull' },
  {
    file: 'src/model/kinds.ts',
    behind: "const kinds: { readonly [Type in Block['type']]: KindOf<Extract<Block, { readonly type: Type }>> } = {\n",
    add: `
  pull: {
    element: () => 'pull',
    held: ({ number, caption }) => [words(number), inlines(caption)],
    madeOf: (pull) => [
      { ...paragraph(pull, shown(pull.number)), look: 'figure' as Look },
      paragraph(pull, pull.caption),
    ],
  },
`,
  },
  {
    file: 'src/read/vocabulary/blocks.ts',
    behind: 'export const blockRules: Readonly<Record<string, ElementRule>> = {\n',
    add: `
  pull: shown(
    container('pull', 'A number in large type, and what it counts.', ['caption'], {
      number: required('The number, as it is read.'),
    }),
    '<pull number="86 %">',
    '  <caption>of the roads are open.</caption>',
    '</pull>',
  ),
`,
  },
  { file: 'src/read/vocabulary/blocks.ts', behind: "const narrow = [...prose, 'dl', 'figure'", add: ", 'pull'" },
  { file: 'src/read/blocks.ts', behind: 'import { readWords', add: ', readOptional' },
  {
    file: 'src/read/blocks.ts',
    behind: 'import { type Around, languageOf, lookOf',
    add: ', only, reportNone, wordsOf',
  },
  {
    file: 'src/read/blocks.ts',
    behind: '  switch (element.name) {\n',
    add: `
    case 'pull': {
      const number = wordsOf(element, 'number', reading);
      const caption = readOptional(only(element, 'caption', reading), inner, reading);
      // What the reader gives up it says: else the block would be gone and nobody know why.
      if (caption === null) reportNone(element, 'caption', reading);
      return number && caption && { type: 'pull', ...base, number, caption };
    }
`,
  },
  {
    file: 'src/input/kinds/blocks.ts',
    behind: 'function textsIn({ texts, rich, noteless, richBlock }: Fields) {\n',
    add: `
  const pull = z
    .strictObject({
      type: z.literal('pull').describe('A number in large type'),
      value: texts('The number'),
      caption: rich('What it counts'),
    })
    .describe('A number in large type');
`,
  },
  { file: 'src/input/kinds/blocks.ts', behind: '  return [text, paragraph', add: ', pull' },
  {
    file: 'templates/partials/block.hbs',
    behind: '{{#if (eq type "text")}}\n  <rich block="true">{{text}}</rich>\n',
    add: `
{{else if (eq type "pull")}}
  <pull number="{{value}}"><caption><rich>{{caption}}</rich></caption></pull>
`,
  },
  {
    file: 'src/studio/page/words/fields.json',
    behind: '    "ka": ["გამოცემის თარიღი"]\n  },\n',
    add: `
  "A number in large type": { "en": ["Number in large type"], "ka": ["რიცხვი დიდი ასოებით"] },
  "The number": { "en": ["Number"], "ka": ["რიცხვი"] },
  "What it counts": { "en": ["What it counts"], "ka": ["რას ითვლის"] },
`,
  },
];
