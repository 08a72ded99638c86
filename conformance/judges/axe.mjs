/** axe-core: every rule short of WCAG's level AAA, best practices and experiments included, in light and dark, wide and narrow. */
import { readFile } from 'node:fs/promises';
import { noChromium, open, views, withChromium } from '../browser/chromium.mjs';
import { ofPackage } from '../places.mjs';

const script = ofPackage('axe-core/axe.min.js');

/** @type {import('../judges.mjs').Judge} */
export const axe = {
  name: 'axe',
  format: 'html',
  available: () => noChromium('axe-core/axe.min.js'),
  judge: async (files) => {
    const source = await readFile(script, 'utf8');
    return withChromium(async (browser) => {
      const found = [];
      for (const file of files) found.push(await inAllViews(browser, file, source));
      return found;
    });
  },
};

/** One finding for each rule and element, with the views that it was seen in. */
async function inAllViews(/** @type {any} */ browser, /** @type {string} */ file, /** @type {string} */ source) {
  /** @type {Map<string, import('../judges.mjs').Finding & { views: string[] }>} */
  const found = new Map();
  for (const [name, view] of Object.entries(views)) {
    const { page } = await open(browser, file, view);
    await page.evaluate(source);
    for (const finding of await page.evaluate(runAxe)) {
      const key = JSON.stringify(finding);
      const seen = found.get(key) ?? { ...finding, views: [] };
      seen.views.push(name);
      found.set(key, seen);
    }
    await page.context().close();
  }
  return [...found.values()].map(({ views: seen, ...finding }) => ({
    ...finding,
    where: `${finding.where} (${seen.join(', ')})`,
  }));
}

/** Runs in the page. */
async function runAxe() {
  /** @type {any} */
  const { axe } = globalThis;
  const beyond = ['wcag2aaa', 'deprecated'];
  const rules = axe
    .getRules()
    .filter((/** @type {any} */ rule) => !rule.tags.some((/** @type {string} */ tag) => beyond.includes(tag)));
  const values = rules.map((/** @type {any} */ rule) => rule.ruleId);
  const { violations, incomplete } = await axe.run(document, { runOnly: { type: 'rule', values } });
  const flatten = (/** @type {any[]} */ results, /** @type {boolean} */ question) =>
    results.flatMap(({ id, nodes }) =>
      nodes.map((/** @type {any} */ node) => ({
        rule: id,
        message: node.failureSummary.replace(/\s+/g, ' '),
        where: node.target.join(' '),
        question,
      })),
    );
  // What axe leaves open here, text over a drawing, the judge `page` measures.
  const open = incomplete.filter((/** @type {{ id: string }} */ { id }) => id !== 'color-contrast');
  return [...flatten(violations, false), ...flatten(open, true)];
}
