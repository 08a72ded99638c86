/** Where things are. The judges' own packages never enter the product's package.json: they live in `.judges/`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const conformance = join(root, 'conformance');
export const judges = join(root, '.judges');
export const python = join(judges, 'venv', 'bin', 'python');
/** The library of CIP4 that has the schemas of XJDF in it. */
export const xjdfJar = join(judges, 'xjdf', 'xJdfLib.jar');
/** The library of Okapi that has the schemas of XLIFF in it. */
export const xliffJar = join(judges, 'xliff', 'okapi-lib-xliff2.jar');
export const veraPdfJar = join(judges, 'verapdf.jar');

/** @param {string} path inside a package of the judges */
export const ofPackage = (path) => join(judges, 'node_modules', path);
