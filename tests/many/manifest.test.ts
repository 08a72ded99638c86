/** Manifests that cannot be read as they are: each is an error with its place, and stops no more than it has to. */
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { workbookOf } from '../input/made-workbook.ts';
import { ManyProject } from './kit.ts';

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))));
const sheet = (rows: string, after = ''): Uint8Array => workbookOf({ sheets: [{ name: 'List', rows, after }] });
const cell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, ...cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;
/** More than a record may have. */
const endless = 'x'.repeat(9 * 2 ** 20);
const good = '{"name":"good","patch":{}}';

type Bad = readonly [
  what: string,
  file: string,
  content: string | Uint8Array,
  /** What stops all, before or after its records. */
  refused: string | null,
  /** Of each record: `ok`, or its first finding. */
  records: readonly string[],
];

const bad: readonly Bad[] = [
  ['an empty file', 'a.jsonl', '', 'bad-manifest a.jsonl:1:1', []],
  ['an empty file with a mark', 'a.csv', bytes(0xef, 0xbb, 0xbf), 'bad-manifest a.csv:1:1', []],
  ['blank lines alone', 'a.jsonl', '\n\n  \r\n', 'bad-manifest a.jsonl:1:1', []],
  ['a header alone', 'a.csv', 'name,title.en\r\n', 'bad-manifest a.csv:1:1', []],
  ['an empty list', 'a.json', ' [ ]\n', 'bad-manifest a.json:1:1', []],
  ['no list', 'a.json', '{"records": []}', 'bad-manifest a.json:1:1', []],
  ['a list that ends nowhere', 'a.json', `[${good}`, 'bad-manifest a.json:1:1', ['ok']],
  ['text after a list', 'a.json', `[${good}] ]`, 'bad-manifest a.json:1:30', ['ok']],
  ['a comma too many', 'a.json', `[${good},\n]`, null, ['ok', 'bad-record a.json:2:1']],
  ['no name of a manifest', 'a.txt', 'x', 'unknown-format', []],
  ['another encoding', 'a.csv', bytes(0xff, 0xfe, 'n', 0, 'a', 0, '\n', 0), 'not-utf8 a.csv:1:1', []],
  ['an encoding of the header', 'a.csv', bytes('name,#', 0xe4, '\n1,2\n'), 'not-utf8 a.csv:1:7', []],
  [
    'a line in another encoding',
    'a.jsonl',
    bytes('{"name":"', 0xe4, '"}\n', good),
    null,
    ['not-utf8 a.jsonl:1:10', 'ok'],
  ],
  [
    'a row in another encoding',
    'a.csv',
    bytes('name,title.en\na,', 0xd0, '\nb,B\n'),
    null,
    ['not-utf8 a.csv:2:3', 'ok'],
  ],
  [
    'a line without an end, nearly',
    'a.jsonl',
    `${good}\n"${endless}"\n{"name":"b","patch":{}}`,
    null,
    ['ok', 'record-too-long a.jsonl:2:1', 'ok'],
  ],
  [
    'an item without an end, nearly',
    'a.json',
    `[${good},\n "${endless}", {"name":"b","patch":{}}]`,
    null,
    ['ok', 'record-too-long a.json:2:2', 'ok'],
  ],
  [
    'a row without an end, nearly',
    'a.csv',
    `name\na\n${endless}\nb\n`,
    null,
    ['ok', 'record-too-long a.csv:3:1', 'ok'],
  ],
  [
    'a mark that nothing closes, in much text',
    'a.csv',
    `name\na\n"${endless}`,
    null,
    ['ok', 'record-too-long a.csv:3:1'],
  ],
  ['names of columns without an end, nearly', 'a.csv', `${endless}\na\n`, 'record-too-long a.csv:1:1', []],
  ['broken JSON', 'a.jsonl', `{"name": "a",}\n${good}`, null, ['broken-json a.jsonl:1:13', 'ok']],
  ['two records in a line', 'a.jsonl', `${good} ${good}`, null, ['broken-json a.jsonl:1:28']],
  ['a record that is a text', 'a.jsonl', `"base.json"\n${good}`, null, ['bad-record a.jsonl:1:1', 'ok']],
  ['a misspelled field', 'a.jsonl', '{"nam": "a"}', null, ['unknown-field a.jsonl:1:2']],
  ['a misspelled field of the document', 'a.jsonl', '{"patch": {"titel": 1}}', null, ['unknown-field a.jsonl:1:12']],
  ['a value of another type', 'a.jsonl', '{"patch":\t{"title": {"en": 5}}}', null, ['wrong-type a.jsonl:1:28']],
  ['a document and a patch', 'a.jsonl', '{"data": "base.json", "patch": {}}', null, ['bad-record a.jsonl:1:32']],
  ['a format that does not exist', 'a.jsonl', '{"formats": ["pfd"]}', null, ['bad-value a.jsonl:1:14']],
  ['a base out of the project', 'a.jsonl', '{"base": "../../etc/passwd"}', null, ['file-outside a.jsonl:1:10']],
  ['an absolute base', 'a.jsonl', '{"base": "/etc/passwd"}', null, ['file-outside a.jsonl:1:10']],
  [
    'a base that does not exist',
    'a.jsonl',
    `{"base": "none.json"}\n${good}`,
    null,
    ['file-missing a.jsonl:1:10', 'ok'],
  ],
  ['a theme that does not exist', 'a.jsonl', '{"name": "a", "theme": "sea"}', null, ['unknown-theme a.jsonl:1:24']],
  ['a theme that does not exist, in a cell', 'a.csv', 'name,theme\na,sea\n', null, ['unknown-theme a.csv:2:3']],
  ['a theme out of the project', 'a.jsonl', '{"name": "a", "theme": "../x"}', null, ['file-outside a.jsonl:1:24']],
  ['a theme out of the project, in a cell', 'a.csv', 'name,theme\na,../x\n', null, ['file-outside a.csv:2:3']],
  ['a patch that is a list', 'a.jsonl', '{"patch": []}', null, ['wrong-type a.jsonl:1:11']],
  ['a formula in a name', 'a.csv', '#town,title.en\n=1+2,A\nBatumi,B\n', null, ['bad-cell a.csv:2:1', 'ok']],
  ['a name out of the folder', 'a.jsonl', '{"name": "../a"}', null, ['file-outside a.jsonl:1:10']],
  ['a name of a device', 'a.jsonl', '{"name": "aux"}', null, ['bad-output-name a.jsonl:1:10']],
  ['a name with a control character', 'a.jsonl', '{"name": "a\\u0007"}', null, ['forbidden-character a.jsonl:1:12']],
  ['a name that is too long', 'a.jsonl', `{"name": "${'ა'.repeat(70)}"}`, null, ['bad-output-name a.jsonl:1:10']],
  [
    'a name that is too long with its folders',
    'a.jsonl',
    `{"name": "${Array.from({ length: 30 }, () => 'a'.repeat(150)).join('/')}"}\n${good}`,
    null,
    ['bad-output-name a.jsonl:1:10', 'ok'],
  ],
  ['two of one name', 'a.jsonl', `${good}\n{"name": "GOOD"}`, null, ['ok', 'same-output a.jsonl:2:1']],
  ['a picture out of the project', 'a.csv', 'cover.picture.src\n../../x.png\n', 'unknown-column a.csv:1:1', []],
  ['an unknown path', 'a.csv', 'name,titel.en\na,A\n', 'unknown-column a.csv:1:6', []],
  ['a path that no document has', 'a.csv', 'name,title..en\na,A\n', 'unknown-column a.csv:1:6', []],
  ['a path of a prototype', 'a.csv', 'name,__proto__.x\na,A\n', 'unknown-column a.csv:1:6', []],
  ['an item that is not there', 'a.csv', 'name,keywords.9.en\na,A\n', 'unknown-column a.csv:1:6', []],
  ['a column twice', 'a.csv', 'title.en,$.title.en\nA,B\n', 'bad-manifest a.csv:1:10', []],
  ['a cell without a column', 'a.csv', 'name,title.en\na,A,B\nb,B\n', null, ['bad-cell a.csv:2:5', 'ok']],
  ['a formula', 'a.csv', 'name,title.en\na,=1+2\nb,B\n', null, ['bad-cell a.csv:2:3', 'ok']],
  ['a formula for a name', 'a.csv', 'name\n"=HYPERLINK(""http://x"")"\n', null, ['bad-cell a.csv:2:1']],
  ['a mark that nothing closes', 'a.csv', 'name,title.en\na,"A\nb,B\n', null, ['bad-manifest a.csv:2:3']],
  [
    'a mark that another row closes',
    'a.csv',
    'name,title.en\na,"A\nb,B\nc,"C\nd,D\n',
    null,
    ['bad-manifest a.csv:2:3', 'ok'],
  ],
  ['a date that does not exist', 'a.csv', 'name,date\na,2026-02-31\n', null, ['bad-date a.csv:2:3']],
  ['no date', 'a.csv', 'date\nsoon\n', null, ['bad-date a.csv:2:1']],
  [
    'a name that the record lacks',
    'a.csv',
    '#town,title.en\n,A\nBatumi,B\n',
    null,
    ['bad-output-name a.csv:2:1', 'ok'],
  ],
  ['a language that does not exist', 'a.csv', 'name,languages\na,xx\n', null, ['bad-value a.csv:2:3']],
  [
    'as Excel writes it in Georgia',
    'a.csv',
    '\uFEFFname;title.ka;date\r\nა;"ა;""ბ"" გ";23.11.2026\r\n;;\r\n',
    null,
    ['ok'],
  ],
  ['a separator that the file names', 'a.csv', 'sep=;\r\nname;title.en\r\na;A, B\r\n', null, ['ok']],
  ['no workbook', 'a.xlsx', 'name', 'bad-manifest', []],
  ['a workbook that was cut', 'a.xlsx', sheet(row(1, cell('A1', 'name'))).slice(0, 300), 'bad-manifest', []],
  [
    'a formula without its result',
    'a.xlsx',
    sheet(
      `${row(1, cell('A1', 'name'), cell('B1', 'title.en'))}${row(2, cell('A2', 'a'), '<c r="B2"><f>A1</f></c>')}${row(3, cell('A3', 'b'))}`,
    ),
    null,
    ['bad-cell a.xlsx B2', 'ok'],
  ],
  [
    'merged cells',
    'a.xlsx',
    sheet(
      `${row(1, cell('A1', 'name'), cell('B1', 'title.en'))}${row(2, cell('A2', 'a'), cell('B2', 'A'))}`,
      '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
    ),
    null,
    ['bad-cell a.xlsx B2'],
  ],
  [
    'merged names of columns',
    'a.xlsx',
    sheet(
      `${row(1, cell('A1', 'name'), cell('B1', 'title.en'), '<c r="C1"/>')}${row(2, cell('A2', 'a'), cell('B2', 'A'))}`,
      '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>',
    ),
    'bad-manifest a.xlsx B1',
    [],
  ],
  ['a workbook with names of columns alone', 'a.xlsx', sheet(row(1, cell('A1', 'name'))), 'bad-manifest', []],
  [
    'an unknown path in a workbook',
    'a.xlsx',
    sheet(`${row(1, cell('A1', 'name'), cell('B1', 'titel'))}${row(2, cell('A2', 'a'))}`),
    'unknown-column a.xlsx B1',
    [],
  ],
];

it.each(bad)('%s', async (_, file, content, refused, records) => {
  const project = new ManyProject();
  project.write(file, typeof content === 'string' ? strToU8(content) : content);
  const pattern = typeof content === 'string' && content.startsWith('#town') ? ['--name', '{town}'] : [];
  const { outcomes, stderr, code } = await project.batch(file, '--check', ...pattern);
  const said = outcomes.map(({ status, diagnostics }) => {
    const [first] = diagnostics.filter(({ severity }) => severity === 'error');
    if (first === undefined) return status === 'checked' ? 'ok' : status;
    const { at } = first;
    const where = at?.sheet === undefined ? `${at?.line}:${at?.column}` : `${' AB'[at.column]}${at.line}`;
    return `${first.code} ${at?.file}${at?.sheet === undefined ? ':' : ' '}${where}`;
  });
  expect(said).toEqual(records);
  if (refused !== null) {
    const [name = '', place = ''] = refused.split(' ');
    expect(stderr).toContain(`error[${name}]`);
    if (place !== '' && !refused.includes('.xlsx')) expect(stderr).toContain(`--> ${place}`);
  }
  const isGood = refused === null && records.every((each) => each === 'ok');
  expect(isGood ? code === 0 : code === 1 || code === 2).toBe(true);
  expect(stderr).not.toMatch(/bug in Etrati/);
  expect(stderr).not.toContain(project.root);
});

it('says what a patch is, and how a title and notes are had beside the names of columns', async () => {
  const project = new ManyProject();
  const titled = sheet(
    `${row(1, cell('A1', 'Towns 2026'))}${row(2, cell('A2', 'name'))}${row(3, cell('A3', 'a'))}`,
    '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>',
  );
  const said = async (file: string, text: string | Uint8Array) => {
    project.write(file, text);
    return (await project.batch(file, '--check')).stderr;
  };
  expect(await said('a.xlsx', titled)).toContain('delete a title above them');
  expect(await said('a.csv', 'title.en,Remark\nA,b\n')).toContain('A column for notes has # before its name.');
  expect(await said('a.jsonl', '{"patch": []}')).toContain('Expected an object, found a list.');
});
