import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.ts';
import type { Output } from '../../src/engine.ts';
import { joined, partsOf } from '../../src/work/parts.ts';
import { l } from '../make.ts';

it('cuts formats so that the longest part is short, in their order', () => {
  expect(partsOf(['pdf', 'docx', 'html'], 1)).toEqual([['pdf', 'docx', 'html']]);
  expect(partsOf(['pdf', 'docx', 'html'], 2)).toEqual([['pdf'], ['docx', 'html']]);
  expect(partsOf(['html', 'docx', 'pdf'], 2)).toEqual([['html', 'docx'], ['pdf']]);
  expect(partsOf(['pdf', 'docx', 'html', 'print'], 2)).toEqual([
    ['pdf', 'docx'],
    ['html', 'print'],
  ]);
  expect(partsOf(['pdf', 'docx'], 8)).toEqual([['pdf'], ['docx']]);
  expect(partsOf([], 2)).toEqual([]);
});

const output = (format: Output['format'], lang: string): Output => ({
  format,
  edition: 'standard',
  lang: l(lang),
  name: `a.${lang}.${format}`,
  bytes: new Uint8Array(),
});
const found = (severity: Diagnostic['severity'], message: string): Diagnostic => ({
  severity,
  code: 'wide-table',
  at: null,
  message,
  hints: [],
  related: [],
});

it('gives outputs by language, findings once, and no output where one part failed', () => {
  const both = found('warning', 'of the data');
  const pdf = {
    outputs: [output('pdf', 'ka'), output('pdf', 'en')],
    diagnostics: [both, found('warning', 'of the pages')],
    proofs: [],
    sources: ['a.json', 'b.png'],
  };
  const others = {
    outputs: [output('docx', 'ka'), output('html', 'ka'), output('docx', 'en'), output('html', 'en')],
    diagnostics: [both],
    proofs: [],
    sources: ['a.json'],
  };
  const whole = joined([pdf, others]);
  expect(whole.outputs.map(({ name }) => name)).toEqual([
    ...['a.ka.pdf', 'a.ka.docx', 'a.ka.html'],
    ...['a.en.pdf', 'a.en.docx', 'a.en.html'],
  ]);
  expect(whole.diagnostics.map(({ message }) => message)).toEqual(['of the data', 'of the pages']);
  expect(whole.sources).toEqual(['a.json', 'b.png']);
  const failed = { outputs: [], diagnostics: [both, found('error', 'no room')], proofs: [], sources: [] };
  expect(joined([pdf, failed]).outputs).toEqual([]);
});
