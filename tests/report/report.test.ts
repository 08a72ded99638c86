import { PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/language/en.ts';
import { ka } from '../../src/language/ka.ts';
import { blocksOf } from '../../src/model/walk.ts';
import type { Answer } from '../../src/report/answers.ts';
import { type ReportData, reportData } from '../../src/report/data.ts';
import { pageOf } from '../../src/report/page.ts';
import { loadStandards } from '../../src/report/standards.ts';
import { type Built, built, data, reportOf, source, withPdf } from './kit.ts';

const small = await built();
const whole = (await reportOf(small)).data;

function condition({ matterhorn }: ReportData, index: string) {
  const found = matterhorn?.conditions.find((each) => each.index === index);
  if (found === undefined) throw new Error(`no ${index}`);
  return found.verdict;
}

function criterion({ wcag }: ReportData, number: string) {
  const found = wcag.criteria.find((each) => each.number === number);
  if (found === undefined) throw new Error(`no ${number}`);
  return found.verdict;
}

const finding = (code: string) => ({
  ...{ severity: 'warning' as const, code, message: 'It is so.', hints: [], related: [] },
  at: { file: source, line: 3, column: 1 },
});

const answerTo = (question: string, word: Answer['answer']): Answer => {
  const asked = whole.questions.find((each) => each.question === question);
  if (asked === undefined) throw new Error(`nothing asks ${question}`);
  const { node, lang } = asked;
  return {
    ...{ question: asked.question, document: source, lang: lang === null ? null : 'en', node, answer: word },
    ...{ who: 'Nino Beridze', when: '2026-11-29', note: null, about: 'the well' },
  };
};

describe('the data', () => {
  it('is as its schema says, with every file and its hash', () => {
    expect(reportData.parse(whole)).toEqual(whole);
    expect(whole.files.map(({ file, standards }) => [file, standards])).toEqual([
      ['small.en.pdf', ['PDF/UA-1', 'PDF/A-2a']],
      ['small.en.html', ['HTML (WHATWG)']],
    ]);
    for (const { sha256 } of whole.files) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(whole.equality.map(({ file, differences }) => [file, differences])).toEqual([
      ['small.en.pdf', 0],
      ['small.en.html', 0],
    ]);
  });

  it('finds nothing against a sound document', () => {
    const all = [
      ...(whole.matterhorn?.conditions ?? []),
      ...whole.wcag.criteria,
      ...whole.european.flatMap((each) => each.clauses),
    ];
    expect(all.filter(({ verdict }) => verdict.faults.length > 0)).toEqual([]);
    expect(all.length).toBe(137 + 55 + 52);
  });

  it('calls nothing passed that a person must judge', () => {
    const human = (whole.matterhorn?.conditions ?? []).filter(({ how }) => how === 'H');
    expect(human).toHaveLength(48);
    expect(human.filter(({ verdict }) => verdict.kind === 'checked')).toEqual([]);
    expect(JSON.stringify({ ...whole, judges: [] })).not.toContain('passed');
    // Nor does the page.
    expect(human.filter(({ verdict }) => verdict.kind === 'for-person' && verdict.state !== 'open')).toEqual([]);
  });

  it('asks where the document gives reason to, with the words there', () => {
    const kinds = whole.questions.map(({ question }) => question);
    expect(kinds).toEqual(expect.arrayContaining(['title', 'alternative-text', 'table-headers', 'links', 'captions']));
    for (const absent of ['maths', 'blanks', 'decorative', 'picture-groups', 'fonts', 'reflow', 'mapped-types'])
      expect(kinds).not.toContain(absent);
    const [picture] = whole.questions.filter(({ question }) => question === 'alternative-text');
    expect(picture).toMatchObject({
      quote: ['A well with its lid open'],
      at: { file: source, path: '$.sections[0].blocks[2].alt.en' },
    });
    expect(whole.questions.find(({ question }) => question === 'table-headers')?.quote).toEqual([
      'Depths',
      'Well | Depth, m',
      'North | South',
    ]);
  });

  it('is the same for the same input, as the page is', async () => {
    const again = (await reportOf(small)).data;
    expect(JSON.stringify(again)).toBe(JSON.stringify(whole));
    const standards = await loadStandards();
    expect(pageOf(again, ka, standards, new Map())).toBe(pageOf(whole, ka, standards, new Map()));
  });
});

describe('what a picture may break', () => {
  const criteria = ['1.1.1', '1.3.1', '1.4.1', '1.4.3', '1.4.5', '1.4.11', '3.1.2'];
  const conditions = ['01-001', '04-001', '11-007', '13-007', '13-008', '17-001', '24-001'];

  it('is for a person, with a question at the picture itself', () => {
    const ofPicture = new Set(whole.questions.filter(({ picture }) => picture !== null).map(({ node }) => node));
    const asks = ({ kind, state, questions }: ReturnType<typeof criterion>) =>
      kind === 'for-person' && state === 'open' && questions.some((node) => ofPicture.has(node));
    expect(criteria.filter((number) => !asks(criterion(whole, number)))).toEqual([]);
    expect(conditions.filter((index) => !asks(condition(whole, index)))).toEqual([]);
  });

  it.each([
    ['picture-contrast', ['1.4.3', '1.4.11']],
    ['picture-colour', ['1.4.1']],
    ['picture-of-words', ['1.3.1', '1.4.5']],
    ['alternative-text', ['1.1.1', '3.1.2']],
  ])('%s answered with no speaks against %j', async (question, numbers) => {
    const { data: found } = await reportOf(small, { answers: [answerTo(question, 'no')] });
    const denied = found.wcag.criteria.filter(({ verdict }) => verdict.state === 'denied').map(({ number }) => number);
    expect(denied).toEqual(numbers);
  });

  it('is decided by the way files are made only where there is none', async () => {
    const [section] = data.sections;
    const blocks = section?.blocks.filter(({ type }) => type !== 'picture');
    const { data: plain } = await reportOf(await built({ ...data, sections: [{ ...section, blocks }] }));
    expect(criterion(plain, '1.4.3')).toMatchObject({ kind: 'by-construction', construction: 'contrast' });
    expect(criterion(plain, '1.4.5')).toMatchObject({ kind: 'not-applicable', absence: 'figures' });
    expect(condition(plain, '17-001')).toMatchObject({ kind: 'not-applicable', absence: 'maths' });
  });

  it('is asked of emblems, and what only decorates must really do so', async () => {
    const documents = small.documents.map((document) => {
      const picture = picturesIn(document)[0];
      if (picture === undefined) throw new Error('no picture');
      const emblem = { type: 'emblems', items: [{ name: picture.alt, picture: picture.picture, lang: null }] };
      const silent = { ...picture.figure, image: { ...picture.figure.image, alt: null } };
      return { ...document, body: [{ ...emblem, lang: null }, silent] } as unknown as typeof document;
    });
    const { data: found } = await reportOf({ ...small, documents });
    const asked = found.questions.flatMap(({ question, picture }) => (picture === null ? [] : [question]));
    expect(asked).toEqual(['alternative-text', 'picture-of-words', 'picture-colour', 'picture-contrast', 'decorative']);
  });
});

/** The figures of a document. */
function picturesIn(document: Built['documents'][number]) {
  return blocksOf(document).flatMap((block) =>
    block.type === 'figure' && block.image.alt !== null
      ? [{ figure: block, alt: block.image.alt, picture: block.image.picture }]
      : [],
  );
}

describe('a fault turns its row', () => {
  const turned: readonly (readonly [string, string, (pdf: Parameters<Parameters<typeof withPdf>[1]>[0]) => void])[] = [
    ['07-001', 'display-title', (pdf) => pdf.catalog.delete(PDFName.of('ViewerPreferences'))],
    ['11-001', 'language', (pdf) => pdf.catalog.delete(PDFName.of('Lang'))],
    ['06-001', 'xmp', (pdf) => pdf.catalog.delete(PDFName.of('Metadata'))],
    ['28-008', 'tabs', (pdf) => untabbed(pdf)],
    ['13-004', 'figure-alternatives', (pdf) => each(pdf, 'Figure', (element) => element.delete(PDFName.of('Alt')))],
    ['15-003', 'scopes', (pdf) => each(pdf, 'TH', (element) => element.delete(PDFName.of('A')))],
    ['14-002', 'first-heading', (pdf) => each(pdf, 'H1', (element) => element.set(PDFName.of('S'), PDFName.of('H2')))],
    ['14-007', 'heading-kinds', (pdf) => each(pdf, 'H1', (element) => element.set(PDFName.of('S'), PDFName.of('H')))],
    ['19-003', 'note-ids', (pdf) => each(pdf, 'Note', (element) => element.delete(PDFName.of('ID')))],
    ['28-012', 'link-words', (pdf) => links(pdf, (link) => link.delete(PDFName.of('Contents')))],
    ['02-001', 'role-map', (pdf) => each(pdf, 'Caption', (element) => element.set(PDFName.of('S'), PDFName.of('Own')))],
    ['31-027', 'unicode', (pdf) => fonts(pdf, (font) => font.delete(PDFName.of('ToUnicode')))],
    ['31-009', 'embedded-fonts', (pdf) => descriptors(pdf, (one) => one.delete(PDFName.of('FontFile2')))],
  ];

  it.each(turned)('%s: %s of the finished PDF', async (index, reading, change) => {
    // A file that no longer claims PDF/UA has no rows of the Protocol: it is read as what it was.
    const { data: found } = await reportOf(await withPdf(small, change));
    if (index === '06-001') expect(found.matterhorn).toBeNull();
    else expect(condition(found, index)).toMatchObject({ kind: 'checked', faults: [reading] });
  });

  it('a script is no longer absent, and what only a person can say of it is open', async () => {
    const action = (pdf: Parameters<Parameters<typeof withPdf>[1]>[0]) =>
      pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.beep()') }));
    const { data: found } = await reportOf(await withPdf(small, action));
    for (const index of ['03-001', '03-003', '05-003', '29-001'])
      expect(condition(found, index)).toMatchObject({ kind: 'for-person', state: 'open' });
    expect(criterion(found, '2.1.4')).toMatchObject({ kind: 'for-person', state: 'open' });
    expect(condition(whole, '29-001')).toMatchObject({ kind: 'not-applicable', absence: 'scripts' });
  });

  it.each([
    ['alt-opening', '13-004', '1.1.1'],
    ['fake-list', '16-003', '1.3.1'],
    ['by-eye', '04-001', '1.4.1'],
    ['unmarked-phrase', '11-007', '3.1.2'],
    ['repeated-column', '15-002', '1.3.1'],
  ])('a warning %s', async (code, index, number) => {
    const { data: found } = await reportOf(small, { findings: [finding(code)] });
    expect(condition(found, index).faults).toEqual([code]);
    expect(criterion(found, number).faults).toEqual([code]);
    const { data: sifted } = await reportOf(small, { allowed: [{ ...finding(code), reason: 'So it is.' }] });
    expect(condition(sifted, index)).toMatchObject({ faults: [], allowed: [code] });
    expect(sifted.allowed).toMatchObject([{ code, reason: 'So it is.' }]);
  });

  it('what a judge said of these very bytes, at the clause that it names', async () => {
    const [pdf] = whole.files;
    const fault = { rule: 'ua1 7.18.5-1', message: 'A link is not in a Link.' };
    const judgements = new Map([
      [pdf?.sha256 ?? '', [{ judge: 'verapdf', verdict: 'failed' as const, faults: [fault], open: [] }]],
    ]);
    const { data: found } = await reportOf(small, { judgements });
    expect(condition(found, '28-011').faults).toEqual(['verapdf']);
    expect(condition(found, '28-008').faults).toEqual([]);
    expect(found.judges).toContainEqual({
      judge: 'verapdf',
      file: 'small.en.pdf',
      verdict: 'failed',
      faults: [fault],
      open: [],
    });
    expect(whole.judges.map(({ verdict }) => verdict)).toEqual(whole.judges.map(() => 'not run'));
  });
});

describe('answers of persons', () => {
  it('on languages lapse with the words that were judged', async () => {
    const [section] = data.sections;
    const blocks = [...(section?.blocks ?? []), { type: 'text', text: { en: 'The rest is kept ad interim.' } }];
    const changed = await built({ ...data, sections: [{ ...section, blocks }] });
    const { data: found } = await reportOf(changed, { answers: [answerTo('language', 'yes')] });
    expect(found.lapsed).toMatchObject([{ question: 'language' }]);
  });

  it('are shown with who and when, and a no speaks against the condition', async () => {
    const answers = [answerTo('title', 'yes'), answerTo('links', 'no')];
    const { data: found } = await reportOf(small, { answers });
    expect(condition(found, '06-004')).toMatchObject({ kind: 'for-person', state: 'answered', faults: [] });
    expect(criterion(found, '2.4.4')).toMatchObject({ kind: 'for-person', state: 'denied', faults: ['answer'] });
    expect(found.lapsed).toEqual([]);
    const page = pageOf(found, en, await loadStandards(), new Map());
    expect(page).toContain('Nino Beridze, 29 November 2026');
  });

  it('lapse when what was judged changes, and the report says so', async () => {
    const section = { ...data.sections[0], title: { en: 'Measured depths' } };
    const changed: Built = await built({ ...data, title: { en: 'Wells of the hill' }, sections: [section] });
    const answers = [answerTo('title', 'yes'), answerTo('alternative-text', 'yes')];
    const { data: found } = await reportOf(changed, { answers });
    expect(condition(found, '06-004').state).toBe('open');
    expect(condition(found, '01-001').state).toBe('answered');
    expect(found.lapsed).toMatchObject([{ question: 'title', who: 'Nino Beridze', about: 'the well' }]);
    const page = pageOf(found, en, await loadStandards(), new Map());
    expect(page).toContain('Answers that have lapsed');
  });

  it('of another document or another edition are no matter of this one', async () => {
    const answers = [
      { ...answerTo('title', 'yes'), document: 'data/document/other.json' },
      { ...answerTo('title', 'yes'), node: '0000000000000000', lang: 'ka' as const },
    ];
    const { data: found } = await reportOf(small, { answers });
    expect(found.lapsed).toEqual([]);
    expect(condition(found, '06-004').state).toBe('open');
  });
});

type Pdf = Parameters<Parameters<typeof withPdf>[1]>[0];

function dictionaries(pdf: Pdf): readonly PDFDict[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
}

function untabbed(pdf: Pdf): void {
  for (const page of pdf.getPages()) page.node.delete(PDFName.of('Tabs'));
}

/** Each structure element of a type. */
function each(pdf: Pdf, type: string, change: (element: PDFDict) => void): void {
  for (const element of dictionaries(pdf)) if (element.get(PDFName.of('S')) === PDFName.of(type)) change(element);
}

function links(pdf: Pdf, change: (link: PDFDict) => void): void {
  for (const one of dictionaries(pdf)) if (one.get(PDFName.of('Subtype')) === PDFName.of('Link')) change(one);
}

function fonts(pdf: Pdf, change: (font: PDFDict) => void): void {
  for (const one of dictionaries(pdf)) if (one.get(PDFName.of('Type')) === PDFName.of('Font')) change(one);
}

function descriptors(pdf: Pdf, change: (descriptor: PDFDict) => void): void {
  for (const one of dictionaries(pdf)) if (one.get(PDFName.of('Type')) === PDFName.of('FontDescriptor')) change(one);
}

it('sets no words of the page in styles that the ticket has for drawings, whose letters are large', async () => {
  const page = pageOf(whole, ka, await loadStandards(), new Map());
  const [style = '', body = ''] = page.split('</style>');
  const drawn = [...style.matchAll(/([^{}]*)\{[^{}]*(?:text-anchor|font-size:\d\dpx)[^{}]*\}/g)].flatMap(
    ([, all = '']) => [...all.matchAll(/\.([a-z]+)/g)],
  );
  const used = new Set([...body.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  expect(drawn.length).toBeGreaterThan(2);
  expect(drawn.map(([, name = '']) => name).filter((name) => used.has(name))).toEqual([]);
});

it('says each condition of the Protocol in the language of the page', async () => {
  const page = pageOf(whole, ka, await loadStandards(), new Map());
  expect(page).toContain('არტეფაქტი ნამდვილ შიგთავსად არის მონიშნული.');
  expect(page).not.toContain('Artifact is tagged as real content');
});
