/** The accessibility report of one document: what its files are, what was found, what a person has still to judge. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics.ts';
import type { Output } from '../engine.ts';
import type { Document } from '../model/document.ts';
import type { Picture } from '../model/picture.ts';
import type { Proof } from '../prove.ts';
import { version } from '../version.ts';
import type { Answer } from './answers.ts';
import { onClauses, onCriteria, onMatterhorn } from './conditions.ts';
import type { ReportData } from './data.ts';
import { type Case, judgesOf } from './evaluate.ts';
import type { Judgements } from './judges.ts';
import { askedOf, featuresOf, type PlaceAsked } from './places.ts';
import { type PdfFacts, probePdf } from './probe.ts';
import type { Standards } from './standards.ts';

export interface AllowedFinding extends Diagnostic {
  readonly reason: string;
}

/** What is known of a document when its files are made. */
export interface ReportInput {
  /** The data file, relative to the project’s root. */
  readonly source: string;
  /** One for each language that was built. */
  readonly documents: readonly Document[];
  readonly outputs: readonly Output[];
  readonly proofs: readonly Proof[];
  readonly findings: readonly Diagnostic[];
  readonly allowed: readonly AllowedFinding[];
  readonly answers: readonly Answer[];
  readonly judgements: Judgements;
  readonly standards: Standards;
  readonly created: Date;
  /** The hash of a picture’s own file. */
  readonly pictureHash: (picture: Picture) => string;
}

export interface DocumentReport {
  readonly data: ReportData;
  /** The pictures that questions are about, by the keys of those. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

const standardsOf: Readonly<Record<string, readonly string[]>> = {
  docx: ['Office Open XML (ISO/IEC 29500)'],
  html: ['HTML (WHATWG)'],
  epub: ['EPUB 3.3', 'EPUB Accessibility 1.1'],
  txt: ['UTF-8'],
  md: ['CommonMark', 'GFM'],
  brf: ['Braille Ready Format'],
  pef: ['PEF 1.0'],
};

/** The fonts that Etrati brings, by the beginning of their names. */
const ownFonts = /^(?:FiraGO|NotoSans)/;

/** How Etrati maps types of PDF 2.0 to those of PDF 1.7. */
const ownMapping: Readonly<Record<string, string>> = { Aside: 'Sect', Strong: 'Span', Em: 'Span', Title: 'P' };

/** The same for the same input. Throws `Refused` for a PDF that cannot be read back. */
export async function reportOn(input: ReportInput): Promise<DocumentReport> {
  const { source, documents, outputs, standards, answers } = input;
  const files = await Promise.all(outputs.map((output) => fileOf(output)));
  const pdfs = files.flatMap(({ facts }) => facts ?? []);
  const made = {
    ...{ source, pictureHash: input.pictureHash },
    formats: [...new Set(outputs.map(({ format }) => format))],
    foreignFonts: [...new Set(pdfs.flatMap(({ fonts }) => fonts))].filter((name) => !ownFonts.test(name)),
    mappedTypes: [
      ...new Set(
        pdfs.flatMap(({ roles }) =>
          Object.entries(roles).flatMap(([type, to]) => (ownMapping[type] === to ? [] : [`${type} → ${to}`])),
        ),
      ),
    ],
  };
  const asked = distinct(documents.flatMap((document) => askedOf(document, made)));
  const byNode = new Map(answers.filter(({ document }) => document === source).map((each) => [each.node, each]));
  const subject: Case = {
    features: new Set(documents.flatMap((document) => [...featuresOf(document)])),
    pdfs,
    files: files.map(({ entry }) => ({ ...entry, judgements: input.judgements.get(entry.sha256) ?? [] })),
    ...{ asked, answers: byNode, findings: input.findings, allowed: input.allowed },
  };
  const isUa1 = (pdf: PdfFacts) => pdf.ua === 1;
  const data: ReportData = {
    report: 1,
    generator: `Etrati ${version()}`,
    created: input.created.toISOString().slice(0, 10),
    source,
    editions: documents.map(({ lang, metadata }) => ({ lang, title: metadata.title })),
    files: files.map(({ entry }) => entry),
    findings: input.findings.map(findingOf),
    allowed: input.allowed.map((each) => ({ ...findingOf(each), reason: each.reason })),
    equality: input.proofs.map(({ file, lang, nodes, differences, notCompared, unread }) => ({
      ...{ file, lang, nodes, differences: differences.length },
      ...{ notCompared: [...notCompared], unread: unread.map(({ what, count }) => ({ what, count })) },
    })),
    questions: asked.map(({ question, node, lang, at, quote, picture }) => ({
      ...{ question, node, lang, at: placeOf(at), quote: [...quote], picture: picture?.file ?? null },
      answer: answerOf(byNode.get(node)),
    })),
    lapsed: lapsedOf(input, asked, pdfs.length > 0),
    matterhorn: pdfs.some(isUa1) ? onMatterhorn(standards, { ...subject, pdfs: pdfs.filter(isUa1) }) : null,
    wcag: onCriteria(standards, subject),
    european: onClauses(standards, subject),
    judges: subject.files.flatMap((file) => judgesOf(file)),
  };
  const pictures = new Map(asked.flatMap(({ node, picture }) => (picture === null ? [] : [[node, picture] as const])));
  return { data, pictures };
}

async function fileOf({ name, format, lang, bytes }: Output) {
  const facts = name.endsWith('.pdf') ? await probePdf(bytes) : null;
  // A picture beside a text is of no standard of texts.
  const own = name.endsWith(`.${format}`) ? (standardsOf[format] ?? []) : [];
  const standards = facts === null ? [...own] : [...facts.standards];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { entry: { file: name, format, lang, size: bytes.byteLength, sha256, standards }, facts };
}

/** Questions that are the same in all editions are asked once. */
function distinct(asked: readonly PlaceAsked[]): readonly PlaceAsked[] {
  return [...new Map(asked.map((each) => [each.node, each])).values()];
}

/** Answers about this document to questions that are no longer asked, of the languages that were built. */
function lapsedOf({ source, answers, documents }: ReportInput, asked: readonly PlaceAsked[], hasPdf: boolean) {
  const built = documents.map(({ lang }): string => lang);
  const nodes = new Set(asked.map(({ node }) => node));
  // These are asked of some formats only.
  const ofFiles = ['fonts', 'mapped-types', 'reflow'];
  return answers
    .filter(
      ({ document, node, lang }) => document === source && !nodes.has(node) && (lang === null || built.includes(lang)),
    )
    .filter(({ question }) => !ofFiles.includes(question) || (hasPdf && question !== 'reflow'))
    .map((each) => ({
      ...{ question: each.question, node: each.node, lang: each.lang, about: each.about },
      ...{ answer: each.answer, who: each.who, when: each.when, note: each.note },
    }));
}

function answerOf(answer: Answer | undefined): ReportData['questions'][number]['answer'] {
  if (answer === undefined) return null;
  const { answer: word, who, when, note } = answer;
  return { answer: word, who, when, note };
}

function findingOf({ severity, code, at, message, hints, clause }: Diagnostic): ReportData['findings'][number] {
  const finding = { severity, code, at: placeOf(at), message, hints: [...hints] };
  return clause === undefined ? finding : { ...finding, clause };
}

function placeOf(at: Diagnostic['at']): ReportData['questions'][number]['at'] {
  if (at === null) return null;
  const { file, line, column, path, sheet } = at;
  return { file, line, column, ...(path === undefined ? {} : { path }), ...(sheet === undefined ? {} : { sheet }) };
}
