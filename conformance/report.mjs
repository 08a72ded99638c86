/**
 * What the judges said, for people.
 *
 * @typedef {import('./judges.mjs').Result} Result
 * @typedef {import('./judges.mjs').Finding} Finding
 */

/** More of the same is in output/conformance.json. */
const shown = 5;

/** @param {readonly Result[]} results @param {boolean} strict A judge that did not run is then a failure. */
export function count(results, strict) {
  const of = (/** @type {string} */ verdict) => results.filter((result) => result.verdict === verdict).length;
  const notRun = of('not run');
  return { passed: of('passed'), failed: of('failed') + (strict ? notRun : 0), skipped: strict ? 0 : notRun };
}

/** A line for each judge and file. @param {readonly Result[]} results */
export function table(results) {
  const rows = results.map(({ judge, file, verdict, reason, findings }) => [
    judge,
    file,
    reason === undefined ? verdict : `${verdict}: ${reason}`,
    `${total(findings.filter(({ question }) => !question))}`,
  ]);
  const all = [['judge', 'file', 'verdict', 'findings'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Each failure with its findings. @param {readonly Result[]} results */
export function details(results) {
  return results
    .filter(({ verdict }) => verdict === 'failed')
    .map(
      ({ judge, file, findings }) =>
        `FAILED ${judge}: ${file}\n${grouped(findings.filter(({ question }) => !question))}`,
    )
    .join('\n\n');
}

/** What the judges leave to a person: neither passed nor failed. @param {readonly Result[]} results */
export function questions(results) {
  return results
    .map(({ judge, file, findings }) => ({ judge, file, open: findings.filter(({ question }) => question) }))
    .filter(({ open }) => open.length > 0)
    .map(({ judge, file, open }) => `FOR A PERSON ${judge}: ${file}\n${grouped(open)}`)
    .join('\n\n');
}

/** @param {readonly Finding[]} findings */
function grouped(findings) {
  const rules = new Map(findings.map(({ rule }) => [rule, findings.filter((finding) => finding.rule === rule)]));
  return [...rules]
    .map(([rule, same]) => `  ${rule} (${total(same)})\n${same.slice(0, shown).map(line).join('\n')}${rest(same)}`)
    .join('\n');
}

/** @param {Finding} finding */
function line({ message, where }) {
  return [message, ...(where?.trim() ? where.trim().split('\n') : [])]
    .map((text, index) => `    ${index === 0 ? '' : '  '}${text}`)
    .join('\n');
}

/** @param {readonly Finding[]} same */
function rest(same) {
  return same.length > shown ? `\n    and ${same.length - shown} more in output/conformance.json` : '';
}

/** @param {readonly Finding[]} findings */
function total(findings) {
  return findings.reduce((sum, finding) => sum + (finding.count ?? 1), 0);
}
