/** A colleague's afternoon: twenty edits of ten kinds in Word, found at their paths, taken over, and built again. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Published, published } from '../../src/diff/published.ts';
import { readManuscript } from '../../src/finished/docx/manuscript.ts';
import { Project } from '../cli/project.ts';
import { quick } from '../tier.ts';
import { reportFiles, type Tag } from './report.ts';
import { Word } from './word.ts';

const file = 'data/report/field.json';

async function built(project: Project, lang: Tag): Promise<Uint8Array> {
  const { code, stderr } = await project.run(['build', file, '--format', 'docx', '--lang', lang]);
  expect(code, stderr).toBe(0);
  return readFileSync(path.join(project.root, `output/field.${lang}.docx`));
}

async function told(project: Project, ...more: readonly string[]): Promise<Published> {
  const { code, stdout, stderr } = await project.run(['diff', 'edited.docx', file, '--json', ...more]);
  expect(code, stderr).toBe(0);
  return published.parse(JSON.parse(stdout));
}

/** The words of each paragraph, without blank ones. */
function wordsIn(bytes: Uint8Array): readonly string[] {
  const { paragraphs } = readManuscript(bytes);
  return paragraphs
    .map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    .filter((words) => words !== '');
}

function edit(word: Word, lang: Tag): void {
  const t = (en: string, ka: string) => (lang === 'en' ? en : ka);
  word.retype(t('spring', 'გაზაფხულზე'), t('March', 'მარტში'));
  word.track(t('The second', 'მეორე'), t('The other', 'სხვა'));
  word.retype(t('Yard', 'ეზო'), t('Garden', 'ბაღი'));
  word.retype(t('at once', 'მაშინვე'), t('quickly', 'სწრაფად'));
  word.retype(t('Work in the field', 'საველე სამუშაო'), t('Work in villages', 'სამუშაო სოფლებში'));
  word.track(t('winter', 'ზამთრის'), t('spring 2027', '2027 წლის გაზაფხულის'));
  word.mark(t('closing', 'ბოლო'), '<w:b/>');
  word.link(t('go on', 'გავაგრძელებთ'), 'https://example.org/plans');
  word.retype(t('Legal advice', 'იურიდიული რჩევა'), t('Free advice', 'უფასო რჩევა'));
  word.addAfter('w:p', t('Visits to villages', 'სოფლებში ვიზიტები'), [t('Radio shows', 'რადიოგადაცემები')]);
  word.delete('w:p', t('cold rooms', 'ცივი ოთახები'));
  word.swap('w:p', t('Ask for a date', 'სთხოვეთ თარიღი'), t('Come to the office', 'მოდით ოფისში'));
  word.swap('w:tr', t('Village', 'სოფელი'), t('Town', 'ქალაქი'));
  word.addAfter('w:tr', t('Mountains', 'მთა'), [t('Coast', 'სანაპირო'), '310']);
  word.delete('w:tr', t('Upper floor', 'მეორე სართული'));
  word.retype(t('Offices are full', 'ოფისები სავსეა'), t('Offices are crowded', 'ოფისები გადაჭედილია'));
  word.describe(t('A road from', 'გზა ქალაქიდან'), t('A new road from', 'ახალი გზა ქალაქიდან'));
  word.retype(t('summer', 'ზაფხულზე'), t('heat', 'სიცხეზე'), 'word/footnotes.xml');
  word.retype(t('Without the cars', 'ავტომობილების'), t('Without the buses', 'ავტობუსების'), 'word/footnotes.xml');
  word.addAfter('w:p', t('Doors close', 'კარი ხუთზე'), [t('Ring the bell.', 'დარეკეთ ზარი.')]);
  // Beside the twenty: a number that is computed, a word that Etrati writes, a comment.
  word.retype(t('1,250', '1\u00A0250'), t('1,300', '1\u00A0300'));
  word.comment(t('the letter', 'წერილი'), 'Which one?');
}

const inSection = (rest: string) => `$.sections[0].${rest}`;

// The quick run has one language.
it.each(quick ? (['en'] as const) : (['en', 'ka'] as const))(
  'finds twenty edits at their paths, takes them over, and builds what was edited: %s',
  async (lang) => {
    const project = new Project();
    for (const [name, text] of reportFiles()) project.write(name, text);
    const word = new Word(await built(project, lang));
    edit(word, lang);
    project.write('edited.docx', word.bytes);
    const before = project.read(file);
    const found = await told(project);
    const by = (kind: string) => found.changes.flatMap((change) => (change.kind === kind ? [change.path] : []));
    expect(found.basis).toBe('same');
    expect(by('text').sort()).toEqual(
      [
        '$.summary.figures[0].value',
        ...[`title.${lang}`, `blocks[0].text.${lang}`, `blocks[1].items[2].${lang}`, `blocks[4].caption.${lang}`].map(
          inSection,
        ),
        ...[`blocks[4].rows[2].cells[0].text.${lang}`, `blocks[5].text.${lang}`, `blocks[7].note.${lang}`].map(
          inSection,
        ),
        ...[`blocks[9].text.${lang}`, `sections[0].title.${lang}`].map(inSection),
      ].sort(),
    );
    expect(by('marks')).toEqual([inSection(`sections[0].blocks[0].text.${lang}`)]);
    expect(by('alternative')).toEqual([inSection(`blocks[6].alt.${lang}`)]);
    expect(by('added')).toEqual([inSection('blocks[1].items[2]'), inSection('blocks[3].rows[3]')]);
    expect(by('removed')).toEqual([inSection('blocks[4].rows[1]')]);
    expect(by('moved')).toEqual([inSection('blocks[2].items'), inSection('blocks[3].rows')]);
    expect(found.changes).toHaveLength(17);
    const stuck = found.changes.filter(({ applicable }) => !applicable);
    expect(stuck.map(({ note }) => note)).toEqual([
      expect.stringContaining('It is computed from $.summary.figures[0].value, which is 1250'),
    ]);
    const tracked = found.changes.find(({ path: at }) => at === inSection(`sections[0].title.${lang}`));
    expect(tracked?.revisions.map(({ type, author }) => `${type} ${author}`)).toEqual([
      'deletion ნინო & Co',
      'insertion ნინო & Co',
    ]);
    expect(found.comments).toMatchObject([
      { path: inSection(`blocks[2].items[2].${lang}`), text: 'Which one?', author: 'ნინო & Co' },
    ]);
    // A place in the data is where an editor would open it.
    const { at } = found.changes.find(({ path: own }) => own === inSection(`title.${lang}`)) ?? {};
    expect(before.split('\n')[(at?.line ?? 0) - 1]?.slice((at?.column ?? 0) - 1)).toMatch(
      /^"(?:Work in the field|საველე სამუშაო)"/,
    );

    const taken = await told(project, '--apply', '--all');
    expect(taken.changes.filter(({ applied }) => applied)).toHaveLength(16);
    expect(project.read(`${file}.bak`)).toBe(before);
    const after = project.read(file);
    const same = new Set(before.split('\n'));
    expect(after.split('\n').filter((line) => !same.has(line)).length).toBeLessThan(45);
    project.write(file, after.replaceAll('"TODO"', '"…"'));
    const rebuilt = await built(project, lang);
    const number = (words: string) => words.replace(/^1[,\u00A0]300$/u, (one) => one.replace('300', '250'));
    expect(wordsIn(rebuilt)).toEqual(wordsIn(word.bytes).map(number));
    // With its marks: what is left is what is computed.
    const left = (await told(project)).changes.filter(({ path: at }) => at !== '$.summary.figures[0].value');
    expect(left).toEqual([]);
  },
  120_000,
);
