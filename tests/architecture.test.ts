import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// Left to right: a room may import what stands left of it. Rooms that share a place do not import each other.
const order = [
  ['codes', 'flow', 'kept', 'once', 'thread-room', 'threads'],
  ['diagnostics', 'graphemes', 'lines', 'matrix', 'text'],
  ['suggestion', 'render-diagnostics', 'system-error', 'rule', 'version'],
  ['missing'],
  ['world', 'staging'],
  ['seeds'],
  ['shelf'],
  ['language'],
  ['model'],
  ['finished'],
  ['json', 'outline', 'picture'],
  ['listen'],
  ['input', 'template', 'read', 'theme'],
  ['design'],
  ['audit', 'catalog', 'chart', 'preflight'],
  ['advice'],
  ['ticket'],
  ['write'],
  ['write/xhtml', 'write/linear'],
  ['write/pdf/tag'],
  ['write/pdf/text'],
  ['write/pdf/set', 'write/pdf/file'],
  ['write/pdf/lay'],
  ['write/pdf/page'],
  ['write/pdf/paint'],
  ['write/pdf/press'],
  ['prove'],
  [
    'write/html',
    'write/docx',
    'write/pdf',
    'write/epub',
    'write/text',
    'write/markdown',
    'write/braille',
    'engine',
    'config',
    'stream',
  ],
  ['large', 'parts'],
  ['documents', 'edition-kinds', 'editions', 'output-names', 'pool'],
  ['engine-batch', 'other-editions'],
  ['steps'],
  ['compile'],
  ['diff', 'report'],
  ['index', 'work', 'rulebook'],
  ['many', 'sarif', 'studio'],
  ['queue'],
  ['serve'],
  ['cli'],
  ['warm'],
];
/** The rooms that may name a package. */
const owners: Readonly<Record<string, readonly string[]>> = {
  '@cantoo/pdf-lib': ['finished', 'outline', 'preflight', 'report', 'write/pdf'],
  '@hono/node-server': ['serve'],
  '@codemirror/commands': ['studio/page/json'],
  '@codemirror/lang-json': ['studio/page/json'],
  '@codemirror/language': ['studio/page/json'],
  '@codemirror/lint': ['studio/page/json'],
  '@codemirror/search': ['studio/page/json'],
  '@codemirror/state': ['studio/page/json'],
  '@codemirror/view': ['studio/page/json'],
  '@lezer/highlight': ['studio/page/json'],
  aws4fetch: ['many'],
  bullmq: ['queue', 'serve'],
  'bidi-js': ['language'],
  commander: ['cli'],
  'css-tree': ['outline', 'picture'],
  culori: ['design', 'picture', 'theme'],
  docx: ['write/docx'],
  'fastest-levenshtein': ['suggestion'],
  fflate: ['finished', 'input', 'serve', 'studio', 'write'],
  fontkit: ['theme', 'write/pdf'],
  handlebars: ['template'],
  hyphen: ['language'],
  ioredis: ['queue'],
  hono: ['serve'],
  'jsonc-parser': ['json', 'studio/page'],
  'pdfjs-dist': ['studio/page'],
  preact: ['studio/page'],
  'language-subtag-registry': ['language'],
  linebreak: ['write/pdf'],
  mdast: ['outline'],
  'mdast-util-from-markdown': ['outline'],
  'mdast-util-gfm-footnote': ['outline'],
  'mdast-util-gfm-table': ['outline'],
  'micromark-extension-gfm-footnote': ['outline'],
  'micromark-extension-gfm-table': ['outline'],
  parse5: ['finished', 'outline'],
  pdfmake: ['write/pdf'],
  picocolors: ['render-diagnostics'],
  saxes: ['finished', 'input', 'picture', 'read'],
  sharp: ['picture'],
  uqr: ['picture'],
  vega: ['chart'],
  zod: ['config', 'diff', 'input', 'many', 'queue', 'report', 'serve', 'studio', 'theme', 'work'],
};

const src = path.resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const imports = files.flatMap((file) => {
  const text = readFileSync(path.join(src, file), 'utf8');
  const names = [...text.matchAll(/(?:^(?:import|export)\s(?:[^;'"]*\sfrom\s)?|\bimport\()\s*['"]([^'"]+)['"]/gm)];
  return names.map(([, name = '']) => ({ file, name }));
});
const own = imports.filter(({ name }) => name.startsWith('.'));
const foreign = imports.filter(({ name }) => !/^(\.|node:)/.test(name));

const rooms = order.flat().sort((a, b) => b.length - a.length);
const roomOf = (file: string) => rooms.find((room) => isIn(file, room)) ?? file;
const rank = (room: string) => order.findIndex((shared) => shared.includes(room));
const isIn = (file: string, room: string) => /^\.tsx?$/.test(file.replace(room, '')) || file.startsWith(`${room}/`);
const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

it('sees the files and their imports', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(own.length).toBeGreaterThan(150);
  expect(new Set(foreign.map(({ name }) => packageOf(name))).size).toBeGreaterThan(12);
  expect(files.filter((file) => rank(roomOf(file)) === -1)).toEqual([]);
});

it('imports from left to right only', () => {
  const wrong = own.filter(({ file, name }) => {
    const [from, to] = [roomOf(file), roomOf(path.posix.join(path.posix.dirname(file), name))];
    return from !== to && !(rank(to) < rank(from));
  });
  expect(wrong).toEqual([]);
});

/** What draws fields and lists within one another: a field may be a list of fields. */
const within = ['studio/page/list.tsx', 'studio/page/node.tsx'];

it('has no circle of files that need each other to run', () => {
  const needs = new Map(
    files.map((file) => {
      const statements = [...textOf(file).matchAll(/^(?:import|export)\s+(?!type\b)([^;'"]*?)\sfrom\s+'(\.[^']+)';/gm)];
      const run = statements.filter(([, names = '']) => !/^\{(?:\s*type \w+(?: as \w+)?,?)+\s*\}$/.test(names.trim()));
      return [file, run.map(([, , name = '']) => path.posix.join(path.posix.dirname(file), name))] as const;
    }),
  );
  // What needs nothing that is left goes, until only circles, and what needs one, are left; and the other way round.
  const left = new Map([...needs].map(([file, all]) => [file, new Set(all.filter((each) => needs.has(each)))]));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    const needed = new Set([...left.values()].flatMap((all) => [...all]));
    for (const [file, all] of left) if (all.size === 0 || !needed.has(file)) left.delete(file);
    for (const all of left.values()) for (const each of all) if (!left.has(each)) all.delete(each);
  }
  expect([...left.keys()].sort()).toEqual(within);
});

it('has no writer that imports another, but for what several share: the elements of HTML and its kin, lines one after the other', () => {
  const writerOf = (file: string) => /^write\/(\w+)\//.exec(file)?.[1] ?? null;
  const across = own
    .map(({ file, name }) => ({ file, name, to: writerOf(path.posix.join(path.posix.dirname(file), name)) }))
    .filter(({ file, to }) => writerOf(file) !== null && to !== null && to !== writerOf(file));
  expect(across.length).toBeGreaterThan(0);
  expect(across.filter(({ to }) => to !== 'xhtml' && to !== 'linear')).toEqual([]);
});

it('has one owner for each package', () => {
  const wrong = foreign.filter(({ file, name }) => !owners[packageOf(name)]?.some((room) => isIn(file, room)));
  expect(wrong).toEqual([]);
});

it('takes of zod what it uses: by its name, all of it would be in dist/ and in the snapshot', () => {
  const whole = files.filter((file) =>
    /import (?:type )?\{[^}]*\bz\b[^}]*\} from 'zod'/.test(readFileSync(path.join(src, file), 'utf8')),
  );
  expect(whole).toEqual([]);
});

it('never says any', () => {
  const says = /(?:[:<,|&(]|\bas|=>)\s*any\b(?!\s*[\w'])/;
  expect(files.filter((file) => says.test(readFileSync(path.join(src, file), 'utf8')))).toEqual([]);
});

/** Files beside `language/` that may speak of one language, and why. */
const speaksOfOne: Readonly<Record<string, string>> = {
  'audit/rules/mixed-letters.ts': 'Scripts and keyboards: which key of the Georgian one writes which letter.',
  'audit/rules/unmarked-language.ts': 'Scripts: the languages, ours and others, that each of them is read as.',
  'read/manual.ts': 'A page of the documentation, with examples.',
  'read/vocabulary/blocks.ts': 'Docs of elements, with examples.',
  'read/vocabulary/inlines.ts': 'Docs of elements, with examples.',
};

it('knows languages in their own room only', () => {
  // Its tag as a text, in an expression, as a name, in a style sheet; and words in its letters.
  const one = /['"`]ka['"`-]|\^ka\b|\bka:|:lang\(ka|isGeorgian|\p{Script=Georgian}/u;
  const says = files.filter((file) => !file.startsWith('language/') && one.test(withoutComments(file)));
  expect(says.sort()).toEqual(Object.keys(speaksOfOne).sort());
});

function withoutComments(file: string): string {
  const text = readFileSync(path.join(src, file), 'utf8');
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, '');
}

const textOf = (file: string) => readFileSync(path.join(src, file), 'utf8');

/** Names of types that may be declared in more than one file, and why. */
const shared: Readonly<Record<string, string>> = {};

it('has one meaning for each exported name of a type', () => {
  const homes = new Map<string, string[]>();
  for (const file of files)
    for (const [, name = ''] of textOf(file).matchAll(
      /^export (?:declare |abstract )*(?:type|interface|class|enum) (\w+)/gm,
    ))
      homes.set(name, [...(homes.get(name) ?? []), file]);
  expect(homes.size).toBeGreaterThan(300);
  const several = [...homes].filter(([, all]) => all.length > 1).sort();
  expect(several.filter(([name]) => shared[name] === undefined)).toEqual([]);
  expect(Object.keys(shared).filter((name) => (homes.get(name)?.length ?? 0) < 2)).toEqual([]);
});

it('names things by what they are, not by having been said or wanted', () => {
  // A constant or function, a type, a parameter with its type, a parameter of an arrow function.
  const vague = new RegExp(
    [
      '(?:const|let|function\\*?) #',
      '(?:type|interface|class) #',
      '[(,]\\s*#\\??: (?:[A-Z]|string|number|boolean|readonly)',
      '[(,]\\s*#(?:, \\w+)*\\)? =>',
      '^ +readonly #\\??: ',
    ]
      .join('|')
      .replaceAll('#', '(?:said|told|way|wanted|Way)\\b'),
    'm',
  );
  expect(files.filter((file) => vague.test(withoutComments(file)))).toEqual([]);
  // It can fail.
  expect(vague.test('const said = 1')).toBe(true);
  expect(vague.test('each((way) => way)')).toBe(true);
  expect(vague.test('type Way =')).toBe(true);
  expect(vague.test('it said: no')).toBe(false);
});

it('has one meaning for each of the words that might have many, in all files together', () => {
  const many = ['Setting', 'Part', 'Spot', 'Frame', 'Node', 'Context', 'Piece', 'Sheet'];
  const declared = (name: string) =>
    files.filter((file) => new RegExp(`^(?:export )?(?:type|interface|class) ${name}\\b`, 'm').test(textOf(file)));
  expect(many.filter((name) => declared(name).length > 1)).toEqual([]);
});

/** Tables of data may be longer than code that a person reads at a sitting. */
const tables = /^codes\//;

it('has no file that cannot be read at a sitting', () => {
  const lengths = files.map((file) => ({
    file,
    lines: readFileSync(path.join(src, file), 'utf8').split('\n').length - 1,
  }));
  expect(lengths.filter(({ file, lines }) => lines > 300 && !tables.test(file))).toEqual([]);
  const sorted = lengths.map(({ lines }) => lines).sort((one, other) => one - other);
  expect(sorted[sorted.length >> 1]).toBeLessThan(100);
});

it('leaves no kind aside: a switch over kinds has no other default than one that does not compile, or what a composed kind is made of', () => {
  const kinds =
    /switch \((?:node|block|inline)\.type\) \{(?:(?!\n {2}\}\n)[\s\S])*?default:(?!\s*(?:return )?\w+ satisfies never|\s*return \w+\((?:madeOf\()?\w+ satisfies Composed\b)/;
  // What CommonMark has of its own is words to us, whatever it is.
  const rooms = /^(?:audit|model|write|design|large|listen|outline\/expected|read\/(?!notation))/;
  const wrong = files.filter((file) => rooms.test(file) && kinds.test(readFileSync(path.join(src, file), 'utf8')));
  expect(wrong).toEqual([]);
});

/** Files of writers that hold a length of their own, and why it is no matter of a theme. */
const lengthsOfFormats: Readonly<Record<string, string>> = {
  'write/pdf/lay/frames.ts': 'The longest line that is followed with ease, and a sheet wider than any.',
  'write/pdf/paint/renderer.ts': 'The widest number of a page.',
  'write/pdf/page/attached.ts': 'How far the rail of a list that goes on reaches into the margins.',
  'write/pdf/press/booklet.ts': 'A5 and its margins; what the fold takes.',
  'write/pdf/press/marks.ts': 'The marks of a press.',
  'write/pdf/press/steps.ts': 'How far a knife misses.',
  'write/pdf/press/spine.ts': 'Which spines carry words, and how far those stay from its folds.',
  'write/pdf/set/cover.ts': 'The width of A4, which measures of pages are for.',
};

/** Hues as our themes call them; `line`, `hair`, `rail`, `field` and `white` are also words of other things. */
const hues = [
  'deep',
  'blue',
  'mid',
  'pale',
  'sky',
  'clay',
  'clayL',
  'parch',
  'muted',
  'l5',
  'l6',
  'pine',
  'soft',
  'mist',
];

it('leaves looks to themes: no writer names a hue or a colour', () => {
  const named = new RegExp(`'(?:${hues.join('|')})'|var\\(--color-\\w|#[0-9A-Fa-f]{6}\\b|\\bhsl\\(|\\brgb\\(`);
  const rooms = files.filter((file) => /^(?:write|chart|design|read)\//.test(file));
  expect(rooms.length).toBeGreaterThan(100);
  const code = (file: string) => readFileSync(path.join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(rooms.filter((file) => named.test(code(file)))).toEqual([]);
  // It can fail.
  expect(named.test("hex(theme, 'blue')")).toBe(true);
});

/** Files of Word’s writer that hold a length of their own, and why it is no matter of a theme. */
const lengthsOfWord: Readonly<Record<string, string>> = {
  'write/docx/defaults.ts': 'What Word has at the sides of cells unless it is told otherwise.',
  'write/docx/furniture.ts': 'How far drawings go over the edge of a page, so that no white is seen there.',
  'write/docx/table-styles.ts': 'The smallest type, of the paragraph that Word needs after a table and nobody sees.',
};

/** Lengths of style sheets that are no matter of a theme, and why. */
const lengthsOfSheets: Readonly<Record<string, string>> = {
  'write/epub/stylesheet.ts':
    'Books are set in em by those who read them; rules between rows are two pixels on any screen.',
  'write/html/sheets/large.ts': 'Large print has lengths of its own, the same in every theme.',
  'write/html/sheets/paints.ts':
    'What a hand can hit (WCAG 2.2, 2.5.8), which no theme may make smaller; the unit of drawings.',
};

it('leaves looks to themes: no style sheet holds a length but none, a hairline and the window that a rule is for', () => {
  // What stands in a media query is no length of the page; 0 has no unit, 1 px is the thinnest line, em is a part of the type.
  const withoutQueries = (text: string) => text.replace(/@media (?:[^{]|(?<=\$)\{)*\{/g, '');
  const length = /(?<![\w.#-])-?(?!0(?:rem|px)|1px)(?:\d+\.?\d*|\.\d+)(?:rem|px|pt|pc|mm|cm|in|Q)\b/;
  const inTag = /\$\{-?[\d.]+\}|\b(?:rem|px|pt|millimetres)\(-?[\d.]/;
  const holds = (text: string) => length.test(withoutQueries(text)) || inTag.test(text);
  const rooms = files.filter((file) => /^write\/(?:x?html|epub)\//.test(file));
  expect(rooms.length).toBeGreaterThan(30);
  expect(rooms.filter((file) => holds(withoutComments(file))).sort()).toEqual(Object.keys(lengthsOfSheets));
  for (const held of ['a{padding:2px}', 'gap:.5rem', 'margin:-3.25rem', 'size:14mm', `css\`a{gap:\${2}}\``, 'rem(1.5)'])
    expect(holds(held), held).toBe(true);
  for (const free of [
    'border:1px solid',
    'gap:0rem',
    `@media (width < \${most}rem) and (height < 30rem){`,
    'gap:.3em',
    `gap:\${page.gap}`,
  ])
    expect(holds(free), free).toBe(false);
});

it('leaves looks to themes: the writer of Word documents holds no length', () => {
  // A number that is turned into a unit, and one that is the room around a paragraph; a share of a length is none, nor is half of it.
  const length =
    /\b(?:twips|halfPoints|emus|pixels)\(-?\d|\b(?:before|after|line|left|right|hanging|size|space): -?[1-9]|'-?(?!0|1pt)[\d.]+(?:pt|mm|px)\b/;
  const rooms = files.filter((file) => file.startsWith('write/docx/'));
  const holding = rooms.filter((file) => length.test(withoutComments(file)));
  expect(holding.sort()).toEqual(Object.keys(lengthsOfWord));
  for (const held of ['twips(14)', '{ after: 6 }', "strokeweight: '1.1pt'"]) expect(length.test(held), held).toBe(true);
});

it('leaves looks to themes: no writer holds a length in millimetres but of its format', () => {
  const length = /\b\d+(?:\.\d+)? \* mm\b/;
  const holding = files.filter(
    (file) => /^write\//.test(file) && length.test(readFileSync(path.join(src, file), 'utf8')),
  );
  expect(holding.sort()).toEqual(Object.keys(lengthsOfFormats).sort());
  expect(length.test('const gap = 6 * mm;')).toBe(true);
});

/** Files of PDF's writer that hold a length in points, and why it is no matter of a theme. */
const pointsOfPages: Readonly<Record<string, string>> = {
  'write/pdf/lay/plan.ts': 'No lengths: a share of a page, and what gaps cost.',
};

it('leaves looks to themes: no page of PDF holds a length in points', () => {
  const number = '(?<![\\w.$?[]|length - |[*/] )(?:[1-9][\\d.]*|\\d*\\.\\d+)';
  const named = '(?:[gG]ap|[rR]oom|[aA]fter|[bB]efore|[mM]argin|[lL]ength|[wW]idth|[hH]eight|[sS]troke|[rR]adius)';
  const field =
    '(?:width|height|size|leading|radius|stroke|thickness|offset|above|below|before|after|gap|inset|padding|topMargin)';
  // A number in a margin, one with the name of a length, and one that is a length of what is drawn; a share or a half is none.
  const length = new RegExp(
    [
      `\\bmargins?: (?:Margin = )?\\[(?:[^\\]\\n]*[ (-])?${number}(?! \\*)`,
      `^const \\w*${named} = -?\\d[\\d.]*;`,
      `\\b${field}: -?${number}(?! [*/])\\b`,
    ].join('|'),
    'm',
  );
  const rooms = files.filter((file) => /^write\/pdf\/(?:set|text|lay|page|paint)\//.test(file));
  expect(rooms.length).toBeGreaterThan(30);
  const holding = rooms.filter((file) => length.test(withoutComments(file)));
  expect(holding.sort()).toEqual(Object.keys(pointsOfPages));
  for (const held of [
    'margin: [0, 4, 0, 0]',
    'margin: [0, first ? 4 : 0, 0, 0]',
    'const noteGap = 3;',
    '{ radius: 0.55 }',
  ])
    expect(length.test(held), held).toBe(true);
  for (const free of [
    'margin: [0, room.after / 2, 0, 0]',
    'width: whole * 2',
    'margin: [0, index === 0 ? gap : 0, 0, 0]',
  ])
    expect(length.test(free), free).toBe(false);
});

it('cites in comments only papers that are in the repository', () => {
  const cited = files.flatMap((file) => {
    const comments = readFileSync(path.join(src, file), 'utf8').match(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g) ?? [];
    return comments.flatMap((comment) =>
      [...comment.matchAll(/(?<![\w/.-])(?:[\w-]+\/)*[\w-]+\.md\b/g)].map(([name]) => `${file}: ${name}`),
    );
  });
  const isThere = (name: string) => existsSync(path.resolve(src, '..', name));
  expect(cited.length).toBeGreaterThan(3);
  expect(cited.filter((each) => !isThere(each.slice(each.indexOf(': ') + 2)))).toEqual([]);
});

const root = path.resolve(src, '..');

it('leaves no marks of a merge in what people read', () => {
  const pages = ['.', 'docs', 'docs/rules'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(folder, name)),
  );
  expect(pages).toContain('CHANGELOG.md');
  const marks = /^(?:<{7}|={7}|>{7})(?: |$)/m;
  expect(pages.filter((page) => marks.test(readFileSync(path.join(root, page), 'utf8')))).toEqual([]);
});

describe('docs/architecture.md', () => {
  const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const named = [...page.matchAll(/`((?:src|tests|docs|data|templates)\/[^`\s]*)`/g)].map(([, name = '']) => name);

  it('names only what is there', () => {
    expect(named.length).toBeGreaterThan(60);
    // What a recipe makes is called NAME.
    expect(named.filter((name) => !name.includes('NAME') && !existsSync(path.join(root, name)))).toEqual([]);
  });

  it('names each room', () => {
    const top = readdirSync(src, { withFileTypes: true }).map((entry) => entry.name + (entry.isDirectory() ? '/' : ''));
    const writers = order.flat().filter((room) => room.startsWith('write/'));
    const all = [...top, ...writers.map((room) => `${room}/`)];
    expect(all.filter((name) => !named.includes(`src/${name}`))).toEqual([]);
  });
});
