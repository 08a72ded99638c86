/** The page of the kinds, made from their JSON Schemas: what a data file may hold. */
import { languageTags } from '../language/languages.ts';
import { blockMarks, inlineMarks, inlineMarksIn, noteless, textsExample } from './kinds/fields.ts';
import { jsonSchema, type Kind, kinds } from './kinds.ts';

type SchemaNode = Readonly<Record<string, unknown>>;

/** Markdown; `docs/kinds.md` is this. */
export function kindsPage(): string {
  const all = Object.values(kinds).map((kind) => ({ kind, schema: jsonSchema(kind) }));
  return [
    '# The contents of data files',
    '',
    'Made from `src/input/kinds/`; do not edit it here (`UPDATE_GOLDEN=1 npx vitest run tests/input` writes it again). The JSON',
    'Schemas in `docs/schema/` have the same content, for editors. What is checked beyond it: [codes.md](codes.md#data).',
    '',
    ...legend(),
    ...all.flatMap(({ kind, schema }) => kindPart(kind.name, kind.title, schema)),
    ...partsOf(all.map(({ schema }) => record(schema.definitions))),
  ].join('\n');
}

function legend(): readonly string[] {
  return [
    `A *text* is \`${textsExample(languageTags)}\`, in each language that the document declares. What is *optional* may be left out`,
    'or null. Every text may mark words in another language: `[words]{lang=en}`. A text *with marks* may contain these, and',
    'one *with block marks* these too:',
    '',
    `- ${inlineMarksIn((form) => `\`${form}\``)}`,
    `- ${blockMarks}`,
    '',
    'Every text may take a number or a day from the data, written as its language writes it: `{value=project.start}`,',
    '`{value=budget.money.agreed as money}`, `{value=results.levels[0].indicators[code=2.1].values[1].target}`. Paths are as findings write',
    'them; `[code=2.1]` is the record of a list that has this in its field. `as` may be followed by `number`, `money` (with the currency',
    'around it in the data), `percent`, `day`, `month` or `year`. So prose cannot disagree with what it speaks of.',
    '',
    'A *list … or a file* may be in a CSV or XLSX file beside the data: `"courses.xlsx"`, or `{ "file": "…", "sheet": "…", "range":',
    '"A3:F20" }`. Its first line names the columns as the fields are named here, `baseline.value` for a field within one,',
    '`title.ka` for a text in one language (`title` for all), `values.1.target` for the first item of a list.',
    '',
    'Pictures and such files are looked for from the folder of the data file as it is named: where that is a link to another file of the',
    'project, beside the link.',
    '',
  ];
}

/** The page of one kind, of a project's own too. */
export function kindPage(kind: Kind): string {
  const schema = jsonSchema(kind);
  const parts = record(schema.definitions);
  return [
    ...[`# ${kind.name}`, '', `${kind.title}.`, '', ...legend(), '## Fields', '', ...fieldsOf(schema, 0), ''],
    ...(Object.keys(parts).length === 0 ? [] : partsOf([parts])),
  ].join('\n');
}

/** The parts that fields refer to. A part of several kinds is told once, in the form that refers least to others. */
function partsOf(definitions: readonly SchemaNode[]): readonly string[] {
  const parts = new Map<string, readonly string[]>();
  for (const [name, node] of definitions.flatMap((each) => Object.entries(each))) {
    const lines = partOf(record(node));
    const known = parts.get(name);
    if (known === undefined || known.length < lines.length) parts.set(name, lines);
  }
  const listed = [...parts].flatMap(([name, lines]) => [`### ${name}`, '', ...lines, '']);
  return ['## Parts', '', 'The parts that several kinds use.', '', ...listed];
}

function kindPart(name: string, title: string, schema: SchemaNode): readonly string[] {
  return [`## ${name}`, '', `${title}. Example: \`data/${name}/\`.`, '', ...fieldsOf(schema, 0), ''];
}

function partOf(node: SchemaNode): readonly string[] {
  const description = typeof node.description === 'string' ? [`${node.description}.`, ''] : [];
  return [
    ...description,
    ...(Array.isArray(node.oneOf) ? node.oneOf.flatMap((each) => choice(record(each))) : fieldsOf(node, 0)),
  ];
}

function choice(node: SchemaNode): readonly string[] {
  return typeof node.$ref === 'string' ? [`- ${reference(node.$ref)}`] : [`- ${sentence(node)}`, ...fieldsOf(node, 1)];
}

/** The fields of an object, and those of the objects in it, as a list within the list. */
function fieldsOf(node: SchemaNode, depth: number): readonly string[] {
  const needed = Array.isArray(node.required) ? node.required : [];
  return Object.entries(record(node.properties)).flatMap(([name, field]) => {
    const given = bare(record(field));
    const file = isInFile(record(field)) ? ', or a file' : '';
    const optional = needed.includes(name) ? '' : ', optional';
    const line = `${'  '.repeat(depth)}- \`${name}\` (${typeOf(given)}${file}${optional}): ${sentence(record(field), given)}`;
    const inner = given.type === 'array' ? bare(record(given.items)) : given;
    return [line.trimEnd(), ...(isText(inner) ? [] : inside(inner, depth + 1))];
  });
}

/** Whether a list may be in a file: its schema has the form of a file's name beside that of the list. */
function isInFile({ anyOf }: SchemaNode): boolean {
  if (!Array.isArray(anyOf)) return false;
  const forms = anyOf.map(record);
  return forms.some(({ type }) => type === 'array')
    ? forms.some(({ pattern }) => typeof pattern === 'string')
    : forms.some(isInFile);
}

function inside(node: SchemaNode, depth: number): readonly string[] {
  if (!Array.isArray(node.oneOf)) return fieldsOf(node, depth);
  return node.oneOf.map((each) => `${'  '.repeat(depth)}${choice(record(each))[0] ?? ''}`);
}

/** Without the null that an optional field may be. */
function bare(node: SchemaNode): SchemaNode {
  const options = Array.isArray(node.anyOf) ? node.anyOf.map(record).filter((each) => each.type !== 'null') : [];
  return options[0] === undefined ? node : bare({ description: node.description, ...options[0] });
}

function typeOf(node: SchemaNode): string {
  if (typeof node.$ref === 'string') return reference(node.$ref);
  if (isText(node)) return 'text';
  if (node.type === 'array') return `list of ${typeOf(bare(record(node.items)))}`;
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (Array.isArray(node.enum)) return node.enum.map((each) => `\`${JSON.stringify(each)}\``).join(' or ');
  if (Array.isArray(node.oneOf)) return 'one of those below';
  const names: Readonly<Record<string, string>> = { string: 'plain text', boolean: 'true or false', object: 'object' };
  return node.format === 'date' ? 'day' : (names[String(node.type)] ?? String(node.type));
}

function isText(node: SchemaNode): boolean {
  return Object.keys(record(node.properties)).sort().join() === [...languageTags].sort().join();
}

function reference(ref: string): string {
  return `*${ref.replace('#/definitions/', '')}*, below`;
}

function sentence(...nodes: readonly SchemaNode[]): string {
  const description = nodes.map(({ description }) => description).find((each) => typeof each === 'string');
  if (description === undefined) return '';
  const short = String(description)
    .replace(` ${inlineMarks} ${blockMarks}`, ' With block marks.')
    .replace(` ${inlineMarks}`, ' With marks.')
    .replace(` ${noteless}`, ' With marks, without footnotes.');
  return `${short.replace(/\.$/, '')}.`;
}

function record(value: unknown): SchemaNode {
  return Object(value);
}
