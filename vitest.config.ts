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
  'tests/cli/{build,refusals}.test.ts',
  // It puts a language among ours, and needs modules of its own for that.
  'tests/language/third.test.ts',
  'tests/docx/outline.test.ts',
  'tests/input/load.test.ts',
  'tests/picture/{picture,drawings}.test.ts',
  'tests/preflight/hostile.test.ts',
  'tests/print/{refusals,theme-inks,pictures}.test.ts',
  'tests/read/{notation,commonmark}.test.ts',
];

/** What puts stubs in place of modules needs modules of its own. */
const apart = ['tests/language/third.test.ts'];

export default defineConfig(({ mode }) => {
  const left = mode === 'quick' ? slow : [];
  return {
    test: {
      globalSetup: 'tests/temporary.ts',
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // CommonJS packages look in tests as they look in Node.
      deps: { interopDefault: false },
      // What was compiled for tests is kept until a file changes.
      experimental: { fsModuleCache: true },
      projects: [
        {
          extends: true,
          // One set of modules for all files of a worker: to load them takes longer than most of the files.
          test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: [...apart, ...left], isolate: false },
        },
        { extends: true, test: { name: 'apart', include: apart, exclude: left, isolate: true } },
      ],
    },
  };
});
