import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { keepTemporaryFiles } from './tests/temporary.ts';

keepTemporaryFiles();

/**
 * `npm run test:quick` is for the minute between two changes: the architecture, each rule on its fixtures, the functions of each room,
 * a document in each format. What makes document after document is not in it, nor what is apart, nor single tests that take
 * seconds (`tests/tier.ts`); `npm test`, and with it the judge of a submission, runs all. A new file belongs here if its tests
 * take more than some two seconds of processor, and are not the fixtures of rules.
 */
const slow = [
  // Whatever documents and inputs may be: random ones, those that are cut or changed, those of other programs.
  'tests/property/**/*.test.ts',
  'tests/*/{random,random-books,property,faults,mutated,mutants}.test.ts',
  'tests/sound/*.test.ts',
  'tests/listen/others.test.ts',
  'tests/read/{notation,commonmark}.test.ts',
  // Each example, layout and edition.
  'tests/*/{edition,other-editions,examples,large,layouts,print-pages,shown,ticket}.test.ts',
  'tests/braille/pages.test.ts',
  'tests/outline/seed.test.ts',
  // Files for a press, and what preflight says of them.
  'tests/print/{drawn,links,pictures,press-files,print,refusals,steps,theme-inks}.test.ts',
  'tests/preflight/{command,groups,own,plates,report}.test.ts',
  // Projects with files, themes and kinds of their own.
  'tests/cli/check.test.ts',
  'tests/input/{bring,chapters,load}.test.ts',
  'tests/project/{guide,own-kind,page-settings,paths,theme}.test.ts',
  'tests/report/{command,statement}.test.ts',
  // What people did to Word documents, each edit by itself.
  'tests/diff/{judge,moved,officer,parted,sides}.test.ts',
  'tests/docx/outline.test.ts',
  // Everything that a theme may say, drawn; pictures and pages, point by point.
  'tests/design/{drawn,stands}.test.ts',
  'tests/theme/recolor.test.ts',
  'tests/pdf/{copied,cover,crops,filled}.test.ts',
  'tests/picture/{drawings,picture,taken}.test.ts',
  'tests/studio/workshop.test.ts',
  'tests/many/s3.test.ts',
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
