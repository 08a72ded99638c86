/**
 * Vega without its continuous colour schemes, which our charts never name: an interpolator for each, a thirtieth of all that the
 * start-up snapshot holds. If a new Vega makes them elsewhere, nothing is built.
 */
import { readFileSync } from 'node:fs';

const schemes = 'apply(continuous, _ => interpolateColors(colors(_)));';

/** @type {import('esbuild').Plugin} */
export const vegaWithoutSchemes = {
  name: 'vega-without-schemes',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]vega-scale[\\/]build[\\/]vega-scale\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(schemes)) throw new Error('scripts/vega.mjs: vega-scale no longer has its schemes there');
      return { contents: text.replace(schemes, '') };
    });
  },
};
