/** veraPDF, the PDF Association's reference validator: all standards that each of our files claims. */
import { readFile } from 'node:fs/promises';
import { veraPdfJar } from '../places.mjs';
import { missing, runJava } from '../process.mjs';

/**
 * The flavours of the standards that a file claims in its XMP; one that claims nothing is judged as our default.
 *
 * @param {string} file
 */
async function flavoursOf(file) {
  const xmp = (await readFile(file)).toString('latin1');
  /** @param {string} name */
  const claim = (name) => new RegExp(`<${name}>([^<]*)<`).exec(xmp)?.[1] ?? '';
  if (claim('pdfuaid:part') !== '2') return 'ua1,2a';
  return `ua2,wt1a,wt1r,4${claim('pdfaid:conformance').toLowerCase()}`;
}

/** @param {string} flavours @param {readonly string[]} files @returns {Promise<(readonly [string, import('../judges.mjs').Finding[]])[]>} */
async function judgeAs(flavours, files) {
  const { stdout, stderr } = await runJava(veraPdfJar, ['--flavours', flavours, ...files]);
  const results = stdout.trim().split('\n').map(parse);
  return files.map((file) => {
    const own = results.filter((result) => result.file === file);
    if (own.length !== flavours.split(',').length) throw new Error(`no verdict on ${file}: ${stderr}`);
    return [file, own.flatMap(findings)];
  });
}

/** @type {import('../judges.mjs').Judge} */
export const veraPdf = {
  name: 'verapdf',
  format: 'pdf',
  available: () => missing({ programs: ['java'], files: [veraPdfJar] }),
  judge: async (files) => {
    /** @type {Map<string, string[]>} */
    const groups = new Map();
    for (const file of files) {
      const flavours = await flavoursOf(file);
      groups.set(flavours, [...(groups.get(flavours) ?? []), file]);
    }
    const judged = await Promise.all([...groups].map(([flavours, group]) => judgeAs(flavours, group)));
    const found = new Map(judged.flat());
    return files.map((file) => found.get(file) ?? []);
  },
};

/** @param {string} line @returns {Result} */
function parse(line) {
  return JSON.parse(line);
}

/**
 * @typedef {{ clause: string, test: number, count: number, description: string, contexts: string[] }} Failure
 * @typedef {{ file: string, flavour: string, compliant: boolean, unreadable?: string, failures: Failure[] }} Result
 *
 * @param {Result} result
 * @returns {import('../judges.mjs').Finding[]}
 */
function findings({ flavour, compliant, unreadable, failures }) {
  const found = failures.map(({ clause, test, count, description, contexts }) => ({
    rule: `${flavour} ${clause}-${test}`,
    message: description,
    where: contexts.slice(0, 2).join('\n'),
    count,
  }));
  if (compliant || found.length > 0) return found;
  return [{ rule: `${flavour} unreadable`, message: unreadable ?? 'not compliant' }];
}
