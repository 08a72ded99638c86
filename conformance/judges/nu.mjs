/** The Nu HTML checker, which validates the living standard. Any message counts, be it an error or a remark. */
import { pathToFileURL } from 'node:url';
import { ofPackage } from '../places.mjs';
import { missing, runJava } from '../process.mjs';

const jar = ofPackage('vnu-jar/build/dist/vnu.jar');

/** @type {import('../judges.mjs').Judge} */
export const nu = {
  name: 'nu',
  format: 'html',
  available: () => missing({ programs: ['java'], files: [jar] }),
  judge: async (files) => {
    const options = ['--format', 'json', '--stdout', '--exit-zero-always'];
    const { stdout, stderr } = await runJava(jar, [...options, ...files]);
    if (stdout.trim() === '') throw new Error(stderr);
    /** @type {Message[]} */
    const messages = JSON.parse(stdout).messages;
    const known = new Set(files.map(address));
    const stray = messages.find(({ url }) => url === undefined || !known.has(address(url)));
    if (stray) throw new Error(stray.message);
    return files.map((file) => messages.filter(({ url }) => address(url ?? '') === address(file)).map(finding));
  },
};

/**
 * @typedef {{ type: string, subType?: string, url?: string, message: string, lastLine?: number, firstColumn?: number,
 *   extract?: string }} Message
 *
 * @param {Message} message
 */
function finding({ type, subType, message, lastLine, firstColumn, extract }) {
  const at = lastLine === undefined ? '' : `${lastLine}:${firstColumn ?? 1} `;
  return { rule: subType ?? type, message, where: `${at}${extract ?? ''}` };
}

/** The checker writes `file:/a` where Node writes `file:///a`. @param {string} path */
function address(path) {
  return path.startsWith('file:') ? new URL(path).href : pathToFileURL(path).href;
}
