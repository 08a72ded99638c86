/** Bundles the studio's page into dist/studio/: one page, its script and its style sheet; what draws PDF pages is loaded apart. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Gives esbuild's metafile, for the licences. @param {string} root */
export async function buildStudio(root) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { app: 'src/studio/page/main.tsx' },
    outdir: 'dist/studio',
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'browser',
    target: ['es2023', 'chrome120', 'firefox120', 'safari17'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfig: 'src/studio/page/tsconfig.json',
    // The server has them by name.
    external: ['FiraGO-*'],
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  mkdirSync(join(root, 'dist/studio'), { recursive: true });
  copyFileSync(join(root, 'src/studio/page/index.html'), join(root, 'dist/studio/index.html'));
  // The thread of pdf.js, as it comes: the build for older browsers, since ours need not be the newest.
  const worker = 'node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs';
  copyFileSync(join(root, worker), join(root, 'dist/studio/pdf.worker.mjs'));
  return metafile;
}
