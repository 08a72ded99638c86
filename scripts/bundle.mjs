/** How esbuild makes one program of src/ and of the packages that go in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxForNode } from './docx.mjs';
import { vegaWithoutSchemes } from './vega.mjs';

/** Node.js 20 knows all that we ask of Unicode; else esbuild writes `new RegExp` for it, which is made anew at each call. */
export const supported = { 'regexp-unicode-property-escapes': true };

/**
 * Packages that are there as two kinds of module go in as one, and what Node does itself goes in not at all.
 *
 * @type {Readonly<Record<string, string>>}
 */
const instead = {
  'brotli/decompress.js': 'scripts/brotli.mjs',
  '@noble/ciphers/aes': 'scripts/no-aes.mjs',
  // Without the grammar of every property.
  'css-tree': 'scripts/css-tree.mjs',
  fontkit: 'node_modules/fontkit/dist/module.mjs',
  'html-entities': 'node_modules/html-entities/dist/esm/index.js',
  'jsonc-parser': 'node_modules/jsonc-parser/lib/esm/main.js',
  linebreak: 'node_modules/linebreak/dist/module.mjs',
  // Else it waits for a package that draws, and that we do not have.
  'vega-canvas': 'node_modules/vega-canvas/build/vega-canvas.browser.js',
};

/** @param {string} root of the package */
export function bundleOf(root) {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  /** @satisfies {import('esbuild').BuildOptions} */
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    supported,
    // Those of a queue are there only where people have installed them.
    external: Object.keys({ ...dependencies, ...peerDependencies }).flatMap((name) => [name, `${name}/*`]),
    alias: Object.fromEntries(Object.entries(instead).map(([name, file]) => [name, join(root, file)])),
    plugins: [docxForNode, vegaWithoutSchemes],
    logLevel: 'warning',
  };
}

/** Of the files that Node reads as modules: cut where something is imported only when asked for. */
export const asModules = /** @satisfies {import('esbuild').BuildOptions} */ ({
  splitting: true,
  // All beside one another: the package's folder is found as the one above them.
  chunkNames: '[name]-[hash]',
  format: 'esm',
  // Packages that are no ES modules ask for Node's own so.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
});

/** Of the program's first file, which is one of its own, and no ES module. The others begin at `process.js`. */
export const launcher = /** @satisfies {import('esbuild').BuildOptions} */ ({
  entryPoints: ['src/cli.ts'],
  outfile: 'dist/cli.cjs',
  format: 'cjs',
  define: { 'import.meta.url': 'thisFile' },
  banner: { js: "const thisFile = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [
    {
      name: 'the-others',
      setup({ onResolve }) {
        onResolve({ filter: /^\.\/cli\/process\.ts$/ }, () => ({ path: './process.js', external: true }));
      },
    },
  ],
});
