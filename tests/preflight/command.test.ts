import { describe, expect, it } from 'vitest';
import { Project } from '../cli/project.ts';
import { good, printPdf } from './make.ts';

/** A project with a file for the press in it. */
function withFile(bytes: Uint8Array): Project {
  const project = new Project();
  project.write('file.pdf', bytes);
  return project;
}

const right = printPdf();
const wrong = printPdf({ content: `${good} 1 0 0 rg 60 150 9 9 re f` });
const doubtful = printPdf({ xmp: '' });

describe('etrati preflight', () => {
  it('tells facts on stdout and that all is well on stderr', async () => {
    const { code, stdout, stderr } = await withFile(right).run(['preflight', 'file.pdf']);
    expect([code, stderr]).toEqual([0, 'No errors, no warnings.\n']);
    expect(stdout).toContain('1 page of 100 × 80 mm, with bleed 106 × 86 mm');
    expect(stdout).toContain('FOGRA39');
    expect(stdout).toContain('Cyan, Magenta, Yellow, Black; at most 226 % in one place');
    expect(stdout).toContain('1, all in the file');
  });

  it('ends with 1 for an error, which it shows with a hint', async () => {
    const { code, stderr } = await withFile(wrong).run(['preflight', 'file.pdf']);
    expect(code).toBe(1);
    expect(stderr).toContain('error[rgb-color]: An area is coloured in DeviceRGB (page 1, ');
    expect(stderr).toContain('hint: Convert it to CMYK');
    expect(stderr).toContain('Found 1 error.');
  });

  it('counts warnings as errors if it is asked to', async () => {
    const project = withFile(doubtful);
    expect((await project.run(['preflight', 'file.pdf'])).code).toBe(0);
    const { code, stderr } = await project.run(['preflight', 'file.pdf', '--strict']);
    expect(code).toBe(1);
    expect(stderr).toContain('Found 1 warning (strict: warnings count as errors).');
  });

  it('gives one JSON object', async () => {
    const { code, stdout, stderr } = await withFile(wrong).run(['preflight', 'file.pdf', '--diagnostics', 'json']);
    expect([code, stderr]).toEqual([1, '']);
    const { diagnostics, facts } = JSON.parse(stdout);
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'rgb-color', at: null }]);
    expect(facts).toMatchObject({ version: '1.6', standard: 'PDF/X-4', pageCount: 1 });
  });

  it.each([
    ['a missing file', null, 2, 'file-missing'],
    ['what is no PDF', Buffer.from('Dear print shop'), 2, 'not-a-pdf'],
    ['a damaged PDF', Buffer.from('%PDF-1.7\n'), 1, 'pdf-damaged'],
  ])('says what is wrong with %s', async (_, bytes, expected, found) => {
    const project = bytes === null ? new Project() : withFile(bytes);
    const { code, stderr } = await project.run(['preflight', 'file.pdf']);
    expect(code).toBe(expected);
    expect(stderr).toContain(`error[${found}]`);
    const told = await project.runJson(['preflight', 'file.pdf']);
    expect(told.code).toBe(expected);
    expect(told.diagnostics.map(({ code: name }) => name)).toEqual([found]);
    expect(JSON.parse(told.stdout).facts).toBeNull();
  });

  it('lets no name in the file drive the terminal', async () => {
    const content = good.replace('(Borders)', '(\\033[31mred)').replace('/Over gs', '');
    const intent = '<< /S /GTS_PDFX /OutputConditionIdentifier (\\033[2J) /DestOutputProfile 8 0 R >>';
    const { stdout, stderr } = await withFile(printPdf({ content, intent })).run(['preflight', 'file.pdf']);
    expect(stdout + stderr).not.toContain('\u001B');
    expect(stdout + stderr).toContain('<U+001B>');
  });
});
