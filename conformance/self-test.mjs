/**
 * Faults planted in a good file, one at a time, each for one judge to find. A judge that misses its own is broken, was
 * set up wrongly, or looks at nothing.
 *
 * @typedef {{ name: string, file: string, expects: RegExp, problem?: string }} Mutant
 *   `expects` is matched with the rule and the place of what the judge finds; `problem` says why it could not be made.
 */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { brailleFaults } from './faults/braille.mjs';
import { docxFaults } from './faults/docx.mjs';
import { epubFaults } from './faults/epub.mjs';
import { htmlFaults } from './faults/html.mjs';
import { xjdfFaults } from './faults/xjdf.mjs';
import { conformance, python } from './places.mjs';
import { run } from './process.mjs';

/**
 * Plants a judge's faults. Each bad file has the sample's name and lies among the sample's neighbours, as some judges
 * compare them or follow links.
 *
 * @param {string} judge
 * @param {string} sample a good file
 * @param {string} folder for the bad ones
 * @returns {Promise<Mutant[]>}
 */
export async function mutantsOf(judge, sample, folder) {
  const mutants = await (extname(sample) === '.pdf' ? pdfMutants : textMutants)(judge, sample, folder);
  const neighbours = (await readdir(dirname(sample))).filter((name) => name !== basename(sample));
  for (const { file } of mutants) {
    for (const name of neighbours) await symlink(join(dirname(sample), name), join(dirname(file), name));
  }
  return mutants;
}

/** @type {Readonly<Record<string, readonly import('./faults/html.mjs').Fault[]>>} */
const faultsByEnding = {
  '.docx': docxFaults,
  '.epub': epubFaults,
  '.brf': brailleFaults,
  '.pef': brailleFaults,
  '.xjdf': xjdfFaults,
};

/** @param {string} judge @param {string} sample @param {string} folder @returns {Promise<Mutant[]>} */
async function textMutants(judge, sample, folder) {
  const faults = (faultsByEnding[extname(sample)] ?? htmlFaults).filter((fault) => fault.judge === judge);
  const bytes = await readFile(sample);
  return Promise.all(
    faults.map(async ({ name, expects, plant }, index) => {
      const file = join(folder, `${index}`, basename(sample));
      const changed = Buffer.from(plant(bytes));
      await mkdir(dirname(file));
      await writeFile(file, changed);
      return {
        name,
        file,
        expects,
        ...(changed.equals(bytes) ? { problem: 'the sample has no place for this fault' } : {}),
      };
    }),
  );
}

/** PDFs are changed by pikepdf. @param {string} judge @param {string} sample @param {string} folder @returns {Promise<Mutant[]>} */
async function pdfMutants(judge, sample, folder) {
  const { code, stdout, stderr } = await run(python, [
    '-B',
    join(conformance, 'faults', 'pdf.py'),
    judge,
    sample,
    folder,
  ]);
  if (code !== 0) throw new Error(stderr);
  /** @type {{ name: string, file: string, expects: string, problem?: string }[]} */
  const mutants = JSON.parse(stdout);
  return mutants.map((mutant) => ({ ...mutant, expects: new RegExp(mutant.expects) }));
}

/**
 * Whether a judge says more of a fault than it said of the good file.
 *
 * @param {RegExp} expects
 * @param {readonly import('./judges.mjs').Finding[]} before
 * @param {readonly import('./judges.mjs').Finding[]} after
 */
export function isCaught(expects, before, after) {
  return times(expects, after) > times(expects, before);
}

/** @param {RegExp} expects @param {readonly import('./judges.mjs').Finding[]} findings */
function times(expects, findings) {
  const named = findings.filter(({ rule, where, question }) => !question && expects.test(`${rule} ${where ?? ''}`));
  return named.reduce((sum, { count }) => sum + (count ?? 1), 0);
}
