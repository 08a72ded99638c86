/** `etrati init --kind-from`: a kind of one's own, made of one that there is; in a new project or beside those of an old one. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { misuse, Refused, Report } from '../diagnostics.ts';
import { jsonSchema, kindNamed, kinds } from '../input/kinds.ts';
import { ownKindNames } from '../input/own/own-kinds.ts';
import type { WholeFile } from '../staging.ts';
import { nameHints } from '../suggestion.ts';
import { openWorld, packageRoot, slashes } from '../world.ts';

export interface OwnKind {
  readonly name: string;
  readonly files: readonly WholeFile[];
}

/** Where what is copied stands. */
interface Origin {
  readonly name: string;
  /** The folder of templates, ours or a project's. */
  readonly templates: string;
  /** A document to start from, and what it names. */
  readonly example: readonly WholeFile[];
  readonly schema: string;
}

/** The files of the new kind, relative to the project. Throws `Refused` where there is no such kind, or one of that name. */
export async function filesOfKind(
  from: string,
  asked: string | undefined,
  cwd: string,
  folder: string,
): Promise<OwnKind> {
  const origin = await originOf(from, cwd);
  const name = asked ?? `my-${from.replace(/^my-/, '')}`;
  if (
    !/^[a-z][a-z0-9-]{0,62}$/.test(name) ||
    Object.hasOwn(kinds, name) ||
    ['partials', 'themes', 'visibility'].includes(name)
  ) {
    const hints = [
      'Give small Latin letters, digits and hyphens, and a name that is not in use, such as --name certificate.',
    ];
    throw new Refused([misuse('unknown-kind', `A kind of your own cannot be called "${name}".`, hints)]);
  }
  for (const place of [`templates/${name}`, `data/${name}`])
    if ((await stat(path.join(folder, place)).catch(() => null)) !== null) {
      const hints = ['Give another name with --name: etrati init never replaces files.'];
      throw new Refused([misuse('folder-not-empty', `"${place}" is there already.`, hints)]);
    }
  const template = await templateOf(origin);
  const own = template.map(({ file, bytes }) => ({ file: `templates/${name}/${file}`, bytes }));
  const readme = Buffer.from(guideOf(name, origin.name, template), 'utf8');
  return {
    name,
    files: [
      ...own,
      { file: `templates/${name}/schema.json`, bytes: Buffer.from(origin.schema, 'utf8') },
      { file: `templates/${name}/README.md`, bytes: readme },
      ...origin.example.map(({ file, bytes }) => ({
        file: `data/${name}/${file}`,
        bytes: file.endsWith('.json') ? Buffer.from(ofKind(bytes.toString(), origin.name, name), 'utf8') : bytes,
      })),
    ],
  };
}

type ReadFile = WholeFile & { readonly bytes: Buffer };

async function originOf(from: string, cwd: string): Promise<Origin & { readonly example: readonly ReadFile[] }> {
  const own = await ownKindNames(cwd);
  if (own.includes(from)) {
    const templates = path.join(cwd, 'templates');
    const examples = await filesIn(path.join(cwd, 'data', from));
    const first = examples.find(({ file }) => /^[^/]*\.json$/.test(file));
    const beside = examples.filter(({ file }) => !file.endsWith('.json'));
    const schema = await readFile(path.join(templates, from, 'schema.json'), 'utf8');
    return { name: from, templates, schema, example: first === undefined ? [] : [first, ...beside] };
  }
  const kind = Object.hasOwn(kinds, from) ? kinds[from] : undefined;
  if (kind === undefined) {
    const hints = nameHints(from, [...Object.keys(kinds), ...own], 'kinds');
    throw new Refused([misuse('unknown-kind', `There is no kind of document "${from}".`, hints)]);
  }
  const templates = path.join(packageRoot, 'templates');
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: kind.title,
    extends: from,
    type: 'object',
    required: [],
    properties: {},
  };
  const example = await filesIn(path.join(templates, 'starters', from));
  return { name: from, templates, schema: `${JSON.stringify(schema, null, 2)}\n`, example };
}

function ofKind(text: string, from: string, name: string): string {
  return text
    .replace(`schema/${from}.schema.json`, `schema/${name}.schema.json`)
    .replace(`"kind": "${from}"`, `"kind": "${name}"`);
}

/** The template with all partials that it calls, those that kinds share too: they may be changed without changing others. */
async function templateOf({ name, templates }: Origin): Promise<readonly ReadFile[]> {
  const own = (await filesIn(path.join(templates, name))).filter(
    ({ file }) => !/^(schema\.json|README\.md)$/.test(file),
  );
  const shared = [
    ...(await filesIn(path.join(templates, 'partials'))),
    ...(await filesIn(path.join(packageRoot, 'templates/partials'))),
  ];
  const found = new Map(own.map((each) => [each.file, each]));
  const queue = own.filter(({ file }) => file === 'document.hbs');
  const seen = new Set<string>();
  for (const { bytes } of queue)
    for (const [, partial = ''] of bytes.toString().matchAll(/\{\{~?>\s*([a-z][a-z0-9-]*)/g)) {
      const file = `partials/${partial}.hbs`;
      const source = found.get(file) ?? shared.find((each) => each.file === `${partial}.hbs`);
      if (source === undefined || seen.has(file)) continue;
      seen.add(file);
      found.set(file, { file, bytes: source.bytes });
      queue.push(source);
    }
  return [...found.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** What each file is for: the first comment of each says so. */
function guideOf(name: string, from: string, files: readonly ReadFile[]): string {
  const rows = files
    .filter(({ file }) => file.endsWith('.hbs'))
    .map(
      ({ file, bytes }) =>
        `| \`${file}\` | ${/^\{\{!([^}]*)\}\}/.exec(bytes.toString())?.[1]?.trim().replaceAll(/\s+/g, ' ') ?? ''} |`,
    );
  return [
    `# ${name}`,
    '',
    `A kind of document of this project, made of \`${from}\`. Its documents are in \`data/${name}/\`.`,
    '',
    '| file | what it is for |',
    '|---|---|',
    '| `schema.json` | the fields of the data: what each is, whether it is needed |',
    '| `messages.ka.json`, `messages.en.json` | the template’s own words in each language |',
    ...rows,
    '',
    'What `schema.json` and templates may contain: `docs/own-kinds.md` and `docs/markup.md` of Etrati.',
    '',
  ].join('\n');
}

/** The JSON Schema of a kind of a project, for editors. Throws `Refused` with what is wrong in it. */
export async function editorSchema(name: string, root: string): Promise<object> {
  const report = new Report();
  const kind = await kindNamed(name, await openWorld(root), report);
  if (kind === null || kind === undefined) throw new Refused(report.diagnostics);
  return jsonSchema(kind);
}

async function filesIn(folder: string): Promise<readonly ReadFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file) => ({
      file: slashes(path.relative(folder, file)),
      bytes: await readFile(file),
    })),
  );
}
