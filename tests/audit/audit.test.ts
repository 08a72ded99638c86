import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { rules } from '../../src/audit/rules.ts';
import { type Diagnostic, Report } from '../../src/diagnostics.ts';
import type { Document } from '../../src/model/document.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { gza } from '../theme/gza.ts';
import { documentOf, p, section } from './documents.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const codes = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let theme: Theme;
beforeAll(async () => {
  theme = await gza();
});

function judge(document: Document, by: Theme = theme, embossed = false): readonly Diagnostic[] {
  const report = new Report();
  audit(document, by, report, { embossed });
  return report.diagnostics;
}
function told({ at, message }: Diagnostic): string {
  return `${at?.file}:${at?.line}:${at?.column} ${message}`;
}

describe('rules', () => {
  it('each have a folder of fixtures and a file named for the code', () => {
    expect([...codes].sort()).toEqual(rules.map(({ code }) => code).sort());
    for (const code of codes)
      expect(existsSync(new URL(`../../src/audit/rules/${code}.ts`, import.meta.url))).toBe(true);
  });
  it.each(codes)('%s: passes what is right', async (code) => {
    const { document, embossed } = await import(`./${code}/pass.ts`);
    expect(judge(document, theme, embossed)).toEqual([]);
  });
  it.each(codes)('%s: finds what is wrong, where, and says what to do', async (code) => {
    const { document, embossed, expected } = await import(`./${code}/fail.ts`);
    const found = judge(document, theme, embossed).filter((diagnostic) => diagnostic.code === code);
    expect(found.map(told)).toEqual(expected);
    for (const { hints, severity } of found) {
      expect(hints.length).toBeGreaterThan(0);
      expect(hints).not.toContain('');
      expect(severity).toBe(rules.find((rule) => rule.code === code)?.severity);
    }
  });
});

describe('with another font', () => {
  const everything = (): Theme => ({ ...theme, faces: theme.faces.map((face) => ({ ...face, covers: () => true })) });

  it('Mtavruli may stand where the font has it, but not in a mixed word', () => {
    const document = documentOf({ body: [section('a', 'ᲡᲐᲗᲐᲣᲠᲘ', [p('Ძირი', { line: 4 })])] });
    expect(judge(document, everything()).map(({ code, at }) => [code, at?.line])).toEqual([['mtavruli', 4]]);
  });
  it('one face that lacks a character is enough', () => {
    const faces = everything().faces.map((face) =>
      face.weight === 500 ? { ...face, covers: (c: number) => c !== 0x263a } : face,
    );
    const document = documentOf({ body: [section('a', 'ა', [p('☺')])] });
    expect(judge(document, { ...theme, faces }).map(({ code }) => code)).toEqual(['missing-glyph']);
    expect(judge(document, everything())).toEqual([]);
  });
});

it('a sign or a script is one finding with all its places', () => {
  const texts = ['ა 🙂', 'ბ 🙂 नमस', 'გ 🙂 तर'].map((text, index) => p(text, { line: index + 2 }));
  const found = judge(documentOf({ body: [section('a', 'ა', texts)] })).filter(({ code }) => code === 'missing-glyph');
  expect(found.map(({ message, at, related }) => [message, at?.line, related.map((other) => other.at.line)])).toEqual([
    ['The fonts cannot show “🙂” in ‘ა 🙂’.', 2, [3, 4]],
    ['The fonts cannot show Devanagari letters (5: न म स त र) in ‘ბ 🙂 नमस’.', 3, [4]],
  ]);
});

it('what braille lacks is one finding for a script or a sign, with all its places', () => {
  const texts = ['ა العربية ✓', 'ბ العراق', 'გ ✓ ✓ Երևան'].map((text, index) => p(text, { line: index + 2 }));
  const found = judge(documentOf({ body: [section('a', 'ა', texts)] }), theme, true);
  const told = found.filter(({ code }) => code === 'braille-letters');
  expect(
    told.map(({ message, at, related }) => [message.slice(0, 35), at?.line, related.map((other) => other.at.line)]),
  ).toEqual([
    ['Braille does not have Arabic letter', 2, [3]],
    ['Braille has no sign for “✓”, and wr', 2, [4]],
    ['Braille does not have Armenian lett', 4, []],
  ]);
});

it('names what was meant', () => {
  const document = documentOf({ body: [section('a', 'ა', [p('ბ', { look: 'leed' })])] });
  expect(judge(document).flatMap(({ hints }) => hints)).toContain('Did you mean "lead"?');
});

it('gets through long words and many marks', () => {
  const document = documentOf({
    body: [
      section('a', 'ა', [
        p(`მზის. ${'ა'.repeat(200_000)}`),
        p('„'.repeat(100_000)),
        p(`მზის. ა ${'a,'.repeat(50_000)}a`),
      ]),
    ],
  });
  expect(judge(document).map(({ code }) => code)).toEqual([
    'missing-space',
    'cut-sentence',
    'cut-sentence',
    'unclosed-pair',
  ]);
});
