import { defineConfig } from 'vitest/config';

/**
 * What builds many documents, starts processes or tries hostile input: minutes together. `npm run test:quick` leaves it out;
 * `npm test`, and with it the judge of a submission, runs all.
 */
const slow = [
  'tests/hostile/**',
  'tests/property/**',
  'tests/same-bytes/**',
  'tests/*/{random,examples,endurance,process,layouts,large,ticket,shown,faults,init}.test.ts',
  'tests/cli/{build,refusals,snapshot}.test.ts',
  // It puts a language among ours, and needs modules of its own for that.
  'tests/language/third.test.ts',
  'tests/docx/outline.test.ts',
  'tests/input/load.test.ts',
  'tests/picture/{picture,drawings}.test.ts',
  'tests/preflight/hostile.test.ts',
  'tests/print/{refusals,theme-inks,pictures}.test.ts',
  'tests/read/{notation,commonmark}.test.ts',
];

export default defineConfig(({ mode }) => ({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: mode === 'quick' ? slow : [],
    // One set of modules for all files, which is faster; the whole run keeps them apart.
    isolate: mode !== 'quick',
    globalSetup: 'tests/temporary.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // CommonJS packages look in tests as they look in Node.
    deps: { interopDefault: false },
  },
}));
