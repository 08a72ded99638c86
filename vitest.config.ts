import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { keepTemporaryFiles } from './tests/temporary.ts';

keepTemporaryFiles();

/**
 * What builds many documents or reads many inputs: minutes together. `npm run test:quick` leaves it out, as it does what is apart
 * and single tests that take seconds (`tests/tier.ts`); `npm test`, and with it the judge of a submission, runs all.
 */
const slow = [
  'tests/property/**/*.test.ts',
  'tests/sound/*.test.ts',
  'tests/*/{random,examples,layouts,large,ticket,shown,faults}.test.ts',
  'tests/audit/mutated.test.ts',
  'tests/{chart,diff}/property.test.ts',
  'tests/design/drawn.test.ts',
  'tests/docx/outline.test.ts',
  'tests/outline/{mutants,seed}.test.ts',
  'tests/pdf/filled.test.ts',
  'tests/print/drawn.test.ts',
  'tests/input/load.test.ts',
  'tests/picture/{picture,drawings}.test.ts',
  'tests/print/{refusals,theme-inks,pictures}.test.ts',
  'tests/read/{notation,commonmark}.test.ts',
  'tests/theme/recolor.test.ts',
];

/** What needs modules, a process or a memory of its own: it starts processes, puts stubs in place of modules, or tries hostile input. */
const apart = [
  'tests/hostile/**/*.test.ts',
  'tests/same-bytes/**/*.test.ts',
  'tests/*/{endurance,process,init}.test.ts',
  'tests/cli/{build,jobs,refusals,snapshot}.test.ts',
  'tests/language/third.test.ts',
  'tests/model/recipe.test.ts',
  'tests/many/batch.test.ts',
  'tests/queue/*.test.ts',
  'tests/serve/serve.test.ts',
  'tests/preflight/hostile.test.ts',
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
          test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: [...slow, ...apart], isolate: false, env },
        },
        {
          extends: true,
          test: { name: 'slow', include: mode === 'quick' ? [] : slow, exclude: apart, isolate: false, env },
        },
        // Each with modules of its own.
        { extends: true, test: { name: 'apart', include: mode === 'quick' ? [] : apart, env } },
      ],
    },
  };
});
