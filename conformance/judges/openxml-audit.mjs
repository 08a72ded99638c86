/** A second reading of the OOXML schemas and rules, independent of the SDK: it sees styles and numbering that are not there. */
import { python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** @type {import('../judges.mjs').Judge} */
export const openXmlAudit = {
  name: 'openxml-audit',
  format: 'docx',
  available: () => missing({ files: [python] }),
  judge: (files) => Promise.all(files.map(audit)),
};

/** @param {string} file */
async function audit(file) {
  const options = ['--format', 'microsoft365', '--max-errors', '0', '--output', 'json'];
  const { stdout, stderr } = await run(python, ['-m', 'openxml_audit', ...options, file]);
  if (stdout.trim() === '') throw new Error(stderr);
  /** @type {[{ valid: boolean, errors: Fault[] }]} */
  const [{ valid, errors }] = JSON.parse(stdout);
  const found = errors.map(({ type, severity, description, part_uri, path }) => ({
    rule: type,
    message: description,
    where: `${part_uri} ${path}`,
    question: severity !== 'error',
  }));
  return valid || found.length > 0 ? found : [{ rule: 'invalid', message: 'refused without a reason' }];
}

/** @typedef {{ type: string, severity: string, description: string, part_uri: string, path: string }} Fault */
