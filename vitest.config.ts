import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { keepTemporaryFiles } from './tests/temporary.ts';

keepTemporaryFiles();

/**
 * What builds many documents, starts processes or tries hostile input: minutes together. `npm run test:quick` leaves it out,
 * as it does single tests that take seconds (`tests/tier.ts`); `npm test`, and with it the judge of a submission, runs all.
 */
const slow = [
  'tests/hostile/**/*.test.ts',
  'tests/property/**/*.test.ts',
  'tests/same-bytes/**/*.test.ts',
  'tests/sound/*.test.ts',
  'tests/*/{random,examples,endurance,process,layouts,large,ticket,shown,faults,init}.test.ts',
  'tests/cli/{build,jobs,refusals,snapshot}.test.ts',
  // It puts a language among ours, and needs modules of its own for that.
  'tests/language/third.test.ts',
  'tests/audit/mutated.test.ts',
  'tests/model/recipe.test.ts',
  'tests/many/batch.test.ts',
  'tests/queue/*.test.ts',
  'tests/serve/serve.test.ts',
  'tests/chart/property.test.ts',
  'tests/design/drawn.test.ts',
  'tests/diff/property.test.ts',
  'tests/docx/outline.test.ts',
  'tests/outline/{mutants,seed}.test.ts',
  'tests/pdf/filled.test.ts',
  'tests/print/drawn.test.ts',
  'tests/input/load.test.ts',
  'tests/picture/{picture,drawings}.test.ts',
  'tests/preflight/hostile.test.ts',
  'tests/print/{refusals,theme-inks,pictures}.test.ts',
  'tests/read/{notation,commonmark}.test.ts',
  'tests/theme/recolor.test.ts',
];

export default defineConfig(({ mode }) => {
  // Projects are not told the mode.
  const env = { TESTS: mode === 'quick' ? 'quick' : 'all' };
  return {
    test: {
      setupFiles: 'tests/equality.ts',
      // Vitest would leave one core to itself: of two, half of the machine.
      maxWorkers: availableParallelism(),
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // CommonJS packages look in tests as they look in Node.
      deps: { interopDefault: false },
      // What was compiled for tests is kept until a file changes.
      experimental: { fsModuleCache: true },
      projects: [
        {
          extends: true,
          // One set of modules for all files of a worker: to load them takes longer than most of these files.
          test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: slow, isolate: false, env },
        },
        // Each with modules of its own: what they do is a lot, and some put stubs in place of modules.
        { extends: true, test: { name: 'apart', include: mode === 'quick' ? [] : slow, env } },
      ],
    },
  };
});
