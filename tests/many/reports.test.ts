/** The report of a batch: nobody else writes it meanwhile, no wrong run wipes it, and the disk's faults are told as such. */
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { lock, takeAway } from '../../src/many/lock.ts';
import { BatchReport } from '../../src/many/report.ts';
import { openStore } from '../../src/many/store.ts';
import { workbookOf } from '../input/made-workbook.ts';
import { ManyProject } from './kit.ts';

const quick = ['--format', 'html', '--lang', 'en'];
const list = (...names: readonly string[]) => names.map((name) => `{"name":"${name}","patch":{}}\n`).join('');

it('is written by one batch at a time', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', list('a'));
  const folder = path.join(project.root, 'output');
  const other = await BatchReport.open(folder, false);
  const refused = await project.batch('a.jsonl', ...quick);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(`another batch (process ${process.pid}) writes into its folder`);
  await other.close(false);
  expect((await project.batch('a.jsonl', ...quick)).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual([
    'SHA256SUMS',
    'a.en.html',
    'batch-summary.json',
    'batch.html',
    'batch.jsonl',
  ]);
});

it('is not the only folder that one batch at a time writes into: so is that of the documents', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', list('a'));
  project.write('b.jsonl', list('a'));
  const [folder, report] = [path.join(project.root, 'output'), path.join(project.root, 'reports/a')];
  const other = await BatchReport.open(report, false, folder);
  expect(existsSync(path.join(report, 'batch.lock'))).toBe(true);
  const refused = await project.batch('b.jsonl', ...quick, '--report', 'reports/b');
  expect([refused.code, refused.outcomes]).toEqual([2, []]);
  expect(refused.stderr).toContain(path.join('output', 'batch.lock'));
  expect(refused.stderr).toContain(`another batch (process ${process.pid}) writes into its folder`);
  // What was refused holds nothing, and has taken nothing away.
  expect(readdirSync(path.join(project.root, 'reports/b'))).toEqual([]);
  expect(readdirSync(folder)).toEqual(['batch.lock']);
  const elsewhere = ['--report', 'reports/b', '--out', 'elsewhere'];
  expect((await project.batch('b.jsonl', ...quick, ...elsewhere)).code).toBe(0);
  await other.close(false);
  expect((await project.batch('b.jsonl', ...quick, '--report', 'reports/b')).code).toBe(0);
  expect(readdirSync(folder)).toEqual(['a.en.html']);
});

it('takes over the folder of the documents from a process that is no more', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', list('a'));
  const folder = path.join(project.root, 'output');
  const open = await BatchReport.open(path.join(project.root, 'reports'), false, folder);
  const left = project.read('output/batch.lock');
  await open.close(false);
  project.write('output/batch.lock', left.replace(String(process.pid), '4194305'));
  expect((await project.batch('a.jsonl', ...quick, '--report', 'reports')).code).toBe(0);
  expect(existsSync(path.join(folder, 'batch.lock'))).toBe(false);
});

it('may be in the folder of the documents by another way', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', list('a'));
  mkdirSync(path.join(project.root, 'output'));
  symlinkSync('output', path.join(project.root, 'reports'), 'dir');
  expect((await project.batch('a.jsonl', ...quick, '--report', 'reports')).code).toBe(0);
  expect(existsSync(path.join(project.root, 'output/batch.lock'))).toBe(false);
});

it('is taken over from a process that is no more', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', list('a'));
  const open = await BatchReport.open(path.join(project.root, 'output'), false);
  const left = project.read('output/batch.lock');
  await open.close(false);
  // No process has this number.
  project.write('output/batch.lock', left.replace(String(process.pid), '4194305'));
  expect((await project.batch('a.jsonl', ...quick)).code).toBe(0);
  expect(existsSync(path.join(project.root, 'output/batch.lock'))).toBe(false);
});

it('is left to who was faster, where two find the lock of a process that is no more', async () => {
  const project = new ManyProject();
  const folder = path.join(project.root, 'output');
  const faster = await BatchReport.open(folder, false);
  const lock = project.read('output/batch.lock');
  await expect(takeAway(path.join(folder, 'batch.lock'))).rejects.toBeInstanceOf(Refused);
  expect(readdirSync(folder).filter((name) => name.startsWith('batch.lock'))).toEqual(['batch.lock']);
  expect(project.read('output/batch.lock')).toBe(lock);
  await faster.close(false);
});

it('stays where a list cannot be read', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', list('a', 'b'));
  project.write('head.csv', 'name,titel.en\na,A\n');
  await project.batch('a.jsonl', ...quick);
  const before = project.read('output/batch.jsonl');
  for (const wrong of ['b.jsonl', 'head.csv']) {
    expect((await project.batch(wrong, ...quick)).code).not.toBe(0);
    expect(project.read('output/batch.jsonl')).toBe(before);
  }
  expect((await project.batch('a.jsonl', ...quick, '--resume')).outcomes.map(({ status }) => status)).toEqual([
    'unchanged',
    'unchanged',
  ]);
  const fresh = new ManyProject();
  await fresh.batch('none.jsonl', ...quick);
  expect(readdirSync(path.join(fresh.root, 'output'))).toEqual([]);
});

it('has its own names to itself', async () => {
  const project = new ManyProject();
  const names = ['SHA256SUMS/y', 'Batch.jsonl/y', 'batch.html/y', 'batch-summary.json/y', 'batch.lock/y'];
  project.write('a.jsonl', list(...names, 'x/SHA256SUMS/y', 'batch.jsonl'));
  const { code, outcomes } = await project.batch('a.jsonl', ...quick);
  expect(code).toBe(1);
  expect(outcomes.map(({ diagnostics: [first] }) => first?.code)).toEqual([
    ...names.map(() => 'bad-output-name'),
    undefined,
    undefined,
  ]);
});

it('says what the disk says, and never goes on for ever', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', list('a'));
  const proc = await project.batch('a.jsonl', ...quick, '--out', '/proc/x');
  expect([proc.code, proc.stderr]).toEqual([2, expect.stringContaining('cannot be written')]);
  expect(proc.stderr).not.toContain('bug');
  mkdirSync(path.join(project.root, 'output/SHA256SUMS/x'), { recursive: true });
  const folder = await project.batch('a.jsonl', ...quick);
  expect(folder.code).toBe(2);
  expect(folder.stderr).toContain('SHA256SUMS" cannot be written: it is a folder');
}, 20_000);

it('names a file that cannot be written by its name in the store', async () => {
  const { root } = new ManyProject();
  mkdirSync(path.join(root, 'output/a.en.html'), { recursive: true });
  const store = openStore({ type: 'folder', folder: path.join(root, 'output') });
  await expect(store.put([{ file: 'a.en.html', bytes: new Uint8Array(1) }])).rejects.toThrow(
    /^"a\.en\.html" cannot be written: it is a folder\.$/,
  );
});

it('lets be made again what a workbook shows in another form', async () => {
  const project = new ManyProject();
  const book = (format: string) =>
    workbookOf({
      sheets: [
        {
          name: 'List',
          rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>title.en</t></is></c></row><row r="2"><c r="A2" s="1"><v>1234.5</v></c></row>',
        },
      ],
      formats: [format],
    });
  const ask = async (format: string) => {
    project.write('a.xlsx', book(format));
    const { outcomes } = await project.batch('a.xlsx', '--format', 'html', '--lang', 'en', '--resume');
    return [outcomes[0]?.status, /<title>(.*?)<\/title>/.exec(project.read('output/base-1.en.html'))?.[1]];
  };
  expect(await ask('#,##0.00')).toEqual(['done', '1,234.50']);
  expect(await ask('#,##0.00')).toEqual(['unchanged', '1,234.50']);
  expect(await ask('#,##0.00" sq. km"')).toEqual(['done', '1,234.50\u00A0sq. km']);
});

it('leaves no lock that a full disk did not let it write, and says what helps', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', list('a'));
  const handle = await open(path.join(project.root, 'a.jsonl'));
  const full = vi.spyOn(Object.getPrototypeOf(handle), 'writeFile').mockImplementation(() => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  });
  onTestFinished(() => full.mockRestore());
  await handle.close();
  const file = path.join(project.root, 'own.lock');
  await expect(lock(file)).rejects.toThrow('ENOSPC');
  expect(existsSync(file)).toBe(false);
  const { code, stderr } = await project.batch('a.jsonl', ...quick);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/batch\.lock" cannot be written: the disk is full\.\n.*Make room on its disk/),
  ]);
  full.mockRestore();
  expect((await project.batch('a.jsonl', ...quick)).code).toBe(0);
});
