/** The standard ua-2, data carried inside PDFs, and getting it back. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { Refused, readSource } from '../../src/index.ts';
import { packageRoot } from '../../src/world.ts';
import { brochure, Project } from '../cli/project.ts';
import { heavy } from '../tier.ts';

const standard = ['build', '--format', 'pdf', '--lang', 'en', '--pdf-standard', 'ua-2'];
const embedding = [...standard, '--embed-source'];
const data = readFileSync(path.join(packageRoot, brochure));
/** With a byte order mark and another line end, so that no reading and writing of text can give the same. */
const exact = Buffer.concat([Buffer.from('\uFEFF'), data, Buffer.from('\r\n')]);

/** Built once, in the first test that asks. */
const made = new Map<readonly string[], Uint8Array>();
const carrying = () => built(embedding);
const plain = () => built(standard);

async function built(argv: readonly string[]): Promise<Uint8Array> {
  const known = made.get(argv);
  if (known !== undefined) return known;
  const project = new Project();
  project.write(brochure, exact);
  const { code, stderr } = await project.run(argv);
  expect(code, stderr).toBe(0);
  const bytes = readFileSync(path.join(project.root, 'output/brochure.en.pdf'));
  made.set(argv, bytes);
  return bytes;
}

/** The file with another name for what it carries. */
async function renamed(name: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(await carrying(), { updateMetadata: false });
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dictionary = object as { get?: (key: PDFName) => unknown; set?: (key: PDFName, value: PDFHexString) => void };
    if (dictionary.get?.(PDFName.of('AFRelationship')) === undefined) continue;
    for (const key of ['F', 'UF']) dictionary.set?.(PDFName.of(key), PDFHexString.fromText(name));
  }
  return document.save({ useObjectStreams: false });
}

describe('--pdf-standard and --embed-source', () => {
  it('make PDF 2.0 that says what it is', async () => {
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
    expect(text(await plain())).toMatch(/^%PDF-2\.0/);
    expect(text(await plain())).toContain('<pdfuaid:part>2</pdfuaid:part>');
    expect(text(await plain())).not.toContain('<pdfaid:conformance>');
    expect(text(await carrying())).toContain('<pdfaid:conformance>F</pdfaid:conformance>');
  });

  it('carry the data file byte by byte, with its name and its schema’s', async () => {
    const { name, description, bytes } = await readSource(await carrying());
    expect(name).toBe('brochure.json');
    expect(description).toContain('urn:etrati:schema:brochure');
    expect(Buffer.compare(bytes, exact)).toBe(0);
  });

  it('can be set in the config, and be taken back', async () => {
    const project = new Project();
    project.write('etrati.config.json', '{ "pdfStandard": "ua-2", "embedSource": true, "formats": ["pdf"] }');
    await project.run(['build', '--lang', 'en']);
    expect(project.read('output/brochure.en.pdf')).toMatch(/^%PDF-2\.0/);
    expect((await project.run(['extract', 'output/brochure.en.pdf'])).code).toBe(0);
    expect((await project.run(['build', '--pdf-standard', 'ua-1'])).stderr).toContain('embed-needs-ua-2');
    await project.run(['build', '--lang', 'en', '--pdf-standard', 'ua-1', '--no-embed-source']);
    expect(project.read('output/brochure.en.pdf')).toMatch(/^%PDF-1\.7/);
  });
});

describe('extract', () => {
  it('writes it by its own name into the working folder', async () => {
    const project = new Project();
    project.write('some.pdf', await carrying());
    const { code, stdout, stderr } = await project.run(['extract', 'some.pdf']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^Wrote brochure\.json, \d+ bytes\..*urn:etrati:schema:brochure/);
    expect(Buffer.compare(readFileSync(path.join(project.root, 'brochure.json')), exact)).toBe(0);
  });

  it.each(['\xFF\xD8\xFF\xE0 a photo', 'PK\x03\x04 xl/workbook.xml', '{}'])(
    'refuses %j, which carries no data',
    async (bytes) => {
      const project = new Project();
      project.write('some.bin', Buffer.from(bytes, 'latin1'));
      const { code, stderr } = await project.run(['extract', 'some.bin']);
      expect(code).toBe(1);
      expect(stderr).toMatch(/not a PDF, DOCX or HTML file[\s\S]*--embed-source/);
    },
  );

  it('writes over nothing unless it is told to', async () => {
    const project = new Project();
    project.write('some.pdf', await carrying());
    project.write('brochure.json', 'mine');
    const refused = await project.run(['extract', 'some.pdf']);
    expect([refused.code, project.read('brochure.json')]).toEqual([2, 'mine']);
    expect(refused.stderr).toMatch(/file-exists[\s\S]*--force/);
    expect((await project.run(['extract', 'some.pdf', '--out', 'to/other.json'])).code).toBe(0);
    expect((await project.run(['extract', 'some.pdf', '--force'])).code).toBe(0);
    expect(project.read('brochure.json')).toBe(project.read('to/other.json'));
  });

  it.each([
    ['../../evil.json', 'evil.json'],
    ['/etc/evil.json', 'evil.json'],
    ['..\\..\\evil.json', 'evil.json'],
    ['.bashrc', 'some.json'],
    ['evil.sh', 'some.json'],
    ['..', 'some.json'],
    ['', 'some.json'],
    ['a\u0007.json', 'some.json'],
    ['C:evil.json', 'some.json'],
  ])('never takes the name %j for a path', async (name, written) => {
    const project = new Project();
    project.write('some.pdf', await renamed(name));
    const { code, stderr } = await project.run(['extract', 'some.pdf']);
    expect(code, stderr).toBe(0);
    expect(project.list('.')).toEqual(['data', 'some.pdf', written].sort());
  });

  it('refuses a PDF without data, and what is no PDF', async () => {
    const project = new Project();
    project.write('plain.pdf', await plain());
    project.write('broken.pdf', '%PDF-1.7 no');
    const { code, stderr } = await project.run(['extract', 'plain.pdf']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/source-missing[\s\S]*--pdf-standard ua-2 --embed-source/);
    expect((await project.run(['extract', 'broken.pdf'])).stderr).toMatch(/^error\[outline-unreadable\]/);
    expect((await project.run(['extract', brochure])).code).toBe(1);
    expect(project.list('.')).toEqual(['broken.pdf', 'data', 'plain.pdf']);
  });

  it('refuses data that is not as long as the PDF says', async () => {
    const text = Buffer.from(await carrying()).toString('latin1');
    const damaged = Buffer.from(text.replace(`/Size ${exact.length}`, `/Size ${exact.length - 1}`), 'latin1');
    expect(damaged.length).toBe(text.length);
    const refusal = readSource(damaged);
    await expect(refusal).rejects.toBeInstanceOf(Refused);
    await expect(refusal).rejects.toMatchObject({ diagnostics: [{ code: 'source-damaged' }] });
  });
});

describe('DOCX and HTML', () => {
  heavy(
    'carry the data file too, byte by byte, and without it say where to get it',
    async () => {
      const project = new Project();
      project.write(brochure, exact);
      const argv = ['build', '--format', 'docx,html', '--lang', 'en'];
      const carried = await project.run([...argv, '--embed-source']);
      expect(carried.code, carried.stderr).toBe(0);
      for (const format of ['docx', 'html']) {
        const file = `output/brochure.en.${format}`;
        const { name, bytes } = await readSource(readFileSync(path.join(project.root, file)));
        expect([format, name]).toEqual([format, 'brochure.json']);
        expect(Buffer.compare(bytes, exact)).toBe(0);
        expect((await project.run(['extract', file, '--out', `${format}.json`])).code).toBe(0);
        expect(Buffer.compare(readFileSync(path.join(project.root, `${format}.json`)), exact)).toBe(0);
      }
      expect((await project.run(argv)).code).toBe(0);
      for (const format of ['docx', 'html']) {
        const { code, stderr } = await project.run(['extract', `output/brochure.en.${format}`]);
        expect([code, stderr]).toEqual([1, expect.stringContaining(`--format ${format} --embed-source`)]);
      }
    },
    60_000,
  );
});
