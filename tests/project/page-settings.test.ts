/** What the config says of pages: their size, their numbers, and that they are a draft. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { configFile } from '../../src/config.ts';
import { Project } from '../cli/project.ts';
import { unpacked } from '../pdf/unpacked.ts';

async function built(config: unknown, formats = 'pdf,docx,html'): Promise<(name: string) => Buffer> {
  const project = new Project();
  project.write(configFile, JSON.stringify(config));
  const { code, stderr } = await project.run(['build', '--format', formats]);
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('No errors, no warnings.');
  return (name) => readFileSync(path.join(project.root, 'output', name));
}

function partsOf(docx: Buffer): (name: RegExp) => string {
  const files = Object.entries(unzipSync(docx));
  return (name) =>
    files
      .filter(([file]) => name.test(file))
      .map(([, bytes]) => strFromU8(bytes))
      .join('\n');
}

describe('the pages of a project', () => {
  it('are of the size that it asks for, in each format', async () => {
    const file = await built({ paper: 'letter' });
    const boxes = new Set(unpacked(file('brochure.ka.pdf')).match(/\/MediaBox \[[^\]]*\]/g));
    expect([...boxes]).toEqual(['/MediaBox [0 0 612 792]']);
    expect(partsOf(file('brochure.en.docx'))(/document\.xml$/)).toContain('<w:pgSz w:w="12240" w:h="15840"');
    expect(file('brochure.en.html').toString()).toContain('@page{size:215.9mm 279.4mm;');
  });

  it('have no numbers where it asks for none, and the contents none either', async () => {
    const [with_, without] = [await built({}, 'docx'), await built({ pageNumbers: false }, 'docx')];
    const words = (file: typeof without) => partsOf(file('brochure.en.docx'))(/footer\d+\.xml$/);
    expect(words(with_)).toContain('PAGE');
    expect(words(without)).not.toContain('PAGE');
  });

  it('say of a draft that it is one: on each page, in the title and in the name', async () => {
    const file = await built({ draft: true });
    const title = 'Support to secure borders and safe migration (draft)';
    const pdf = unpacked(file('brochure.draft.en.pdf'));
    expect(pdf).toContain(title);
    const docx = partsOf(file('brochure.draft.en.docx'));
    expect(docx(/core\.xml$/)).toContain(title);
    const heads = docx(/header\d+\.xml$/);
    expect(heads.match(/PowerPlusWaterMarkObject/g)?.length).toBe(heads.match(/<w:hdr /g)?.length);
    const html = file('brochure.draft.ka.html').toString();
    expect(html).toContain('(სამუშაო ვერსია)</title>');
    // Its sister is a draft too.
    expect(html).toContain('href="brochure.draft.en.html"');
  });
});

describe('small files', () => {
  /** A photograph of noise, which no encoder makes small, in the place of the brochure's drawing. */
  async function sizesOf(config: unknown): Promise<{ readonly stderr: string; readonly size: number }> {
    const project = new Project();
    project.write(configFile, JSON.stringify(config));
    const [width, height] = [1700, 1100];
    const noise = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (index * 2654435761) >>> 24));
    const photo = await sharp(noise, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 95 })
      .toBuffer();
    project.write('data/brochure/photo.jpg', photo);
    project.edit('"src": "route.svg"', '"src": "photo.jpg"');
    const { stderr } = await project.run(['build', '--format', 'html', '--lang', 'en']);
    return { stderr, size: readFileSync(path.join(project.root, 'output/brochure.en.html')).length };
  }

  it('have light pictures, and say what still weighs', async () => {
    const [usual, small] = [await sizesOf({}), await sizesOf({ small: true })];
    expect(small.size).toBeLessThan(usual.size / 3);
    expect(usual.stderr).not.toContain('file-large');
  });
});

describe('logos of the project', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20H0z" fill="#003399"/></svg>';

  async function checked(logos: unknown) {
    const project = new Project();
    project.write(configFile, JSON.stringify({ logos }, null, 2));
    project.write('logos/donor.svg', svg);
    return { ...(await project.run(['build', '--format', 'html'])), project };
  }

  it('are shown by emblems that name their owner, in each language', async () => {
    const { code, stderr, project } = await checked({ 'Donor emblem': 'logos/donor.svg' });
    expect(code, stderr).toBe(0);
    const page = (lang: string) => project.read(`output/brochure.${lang}.html`);
    expect(page('en')).toMatch(/<img[^>]*alt="Donor emblem"/);
    expect(page('ka')).toMatch(/<img[^>]*alt="დონორის ემბლემა"/);
    // The partner's has no file: it stays a slot.
    expect(page('en')).not.toMatch(/<img[^>]*alt="Partner logo"/);
  });

  it('that are not there are an error at the config', async () => {
    const { code, stderr } = await checked({ 'Donor emblem': 'logos/none.svg' });
    expect(code).toBe(1);
    expect(stderr).toContain('etrati.config.json:3:21');
    expect((await checked({ 'Donor emblem': '../none.svg' })).stderr).toContain('error[file-outside]');
  });
});
