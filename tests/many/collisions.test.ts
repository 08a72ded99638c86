/** Names of records: two that would write one file are refused, two that would not are made. */
import { expect, it } from 'vitest';
import { ManyProject } from './kit.ts';

const x = (more: object) => `${JSON.stringify({ patch: {}, ...more })}\n`;

it.each([
  [
    'an edition of one, the name of another',
    [x({ name: 'x' }), x({ name: 'x.large' })],
    ['--edition', 'standard,large'],
    true,
  ],
  ['such a name without that edition', [x({ name: 'x' }), x({ name: 'x.large' })], [], false],
  ['a language each', [x({ name: 'x', languages: ['ka'] }), x({ name: 'x', languages: ['en'] })], [], false],
  ['a language of both', [x({ name: 'x', languages: ['ka'] }), x({ name: 'x', languages: ['en', 'ka'] })], [], true],
  ['a language and all', [x({ name: 'x', languages: ['ka'] }), x({ name: 'x' })], [], true],
  ['two endings of a Greek word', [x({ name: 'οδος' }), x({ name: 'ΟΔΟσ' })], [], true],
  ['a German word in capitals', [x({ name: 'straße' }), x({ name: 'STRASSE' })], [], true],
])('%s', async (_, records, flags, isRefused) => {
  const project = new ManyProject();
  project.write('a.jsonl', records.join(''));
  const { outcomes } = await project.batch('a.jsonl', '--check', ...flags);
  expect(outcomes.map(({ diagnostics }) => diagnostics.some(({ code }) => code === 'same-output'))).toEqual([
    false,
    isRefused,
  ]);
});

it('are said to be the same only where they are', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', x({ name: 'a' }) + x({ name: 'A' }) + x({ name: 'a' }));
  const { outcomes } = await project.batch('a.jsonl', '--check');
  expect(outcomes.slice(1).map(({ diagnostics: [first] }) => first?.message)).toEqual([
    'Another record has the name "a", which many systems take for "A".',
    'Another record has the name "a" as well.',
  ]);
});
