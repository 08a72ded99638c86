/** What is measured: the brochure in a folder of its own, in many versions and lengths, for us and for our peers. */
import { copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createEngine } from '../dist/index.js';
import { writeMaterial } from './texts.mjs';
import { typstOf } from './typst.mjs';

const root = join(import.meta.dirname, '..');
const brochure = join(root, 'data/brochure');

/** The language of what is compared with peers. */
export const lang = 'ka';

/** A project with the template "growth", in a temporary folder. */
export async function makeProject() {
  const project = await mkdtemp(join(tmpdir(), 'etrati-bench-'));
  await mkdir(join(project, 'templates/growth'), { recursive: true });
  await copyFile(join(import.meta.dirname, 'growth.hbs'), join(project, 'templates/growth/document.hbs'));
  await copyFile(join(brochure, 'route.svg'), join(project, 'route.svg'));
  return project;
}

/**
 * Versions of the brochure that differ in every sentence, since the same document again and again would measure caches.
 * Gives their names, `NAME.json` in the project.
 *
 * @param {string} project @param {number} count
 */
export async function makeVersions(project, count) {
  const data = JSON.parse(await readFile(join(brochure, 'brochure.json'), 'utf8'));
  const names = Array.from({ length: count }, (_, index) => `version-${index}`);
  for (const [index, name] of names.entries()) await writeData(project, name, varied(data, index));
  return names;
}

/**
 * Versions of a brochure whose sections come so many times, for the template "growth".
 *
 * @param {string} project @param {number} times @param {number} count
 */
export async function makeLong(project, times, count) {
  const data = JSON.parse(await readFile(join(brochure, 'brochure.json'), 'utf8'));
  const names = Array.from({ length: count }, (_, index) => `length-${times}-${index}`);
  for (const [index, name] of names.entries()) {
    const version = varied(data, index);
    const statements = Array.from({ length: times }, (_, copy) => varied(data.imprint.statements[0], copy));
    await writeData(project, name, { ...version, imprint: { ...version.imprint, statements } });
  }
  return names;
}

/** @param {string} project @param {string} name @param {Record<string, unknown>} data */
async function writeData(project, name, { $schema: _, ...data }) {
  await writeFile(join(project, `${name}.json`), JSON.stringify(data));
}

/** The same data with a number in each text. @param {any} value @param {number} number @returns {any} */
function varied(value, number) {
  if (Array.isArray(value)) return value.map((item) => varied(item, number));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const text = (key === 'ka' || key === 'en') && typeof inner === 'string' && inner.length > 12;
    return [key, text ? inner.replace(/([.:]?)$/, ` ${number}$1`) : varied(inner, number)];
  });
  return Object.fromEntries(entries);
}

/**
 * The inputs of our peers for the same documents, made from our own: our HTML, and a Typst source from the tree.
 *
 * @param {string} project @param {readonly string[]} names @param {string} [template]
 */
export async function makePeerInputs(project, names, template) {
  const engine = createEngine({ root: project });
  for (const name of names) {
    const options = { template, languages: [lang] };
    const { outputs, diagnostics } = await engine.build(`${name}.json`, { ...options, formats: ['html'] });
    const [html] = outputs;
    if (html === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    await writeFile(join(project, `${name}.html`), html.bytes);
    const { source, pictures } = typstOf(await engine.document(`${name}.json`, lang, options));
    await writeFile(join(project, `${name}.typ`), source);
    for (const [file, bytes] of pictures) await writeFile(join(project, basename(file)), bytes);
  }
}

/**
 * Documents of the bench, each as our data, as a Typst source and as our tree in JSON, which docx-peer.mjs takes.
 *
 * @param {string} project @param {readonly number[]} variants @param {(variant: number) => import('./texts.mjs').Material} make
 */
export async function makeTexts(project, variants, make) {
  const engine = createEngine({ root: project });
  for (const variant of variants) {
    const material = make(variant);
    const { name } = material;
    await writeMaterial(material, project);
    const document = await engine.document(`${name}.json`, lang);
    await writeFile(join(project, `${name}.typ`), typstOf(document).source);
    const plain = (/** @type {string} */ key, /** @type {unknown} */ value) =>
      ['at', 'from', 'bytes'].includes(key) ? undefined : value;
    await writeFile(join(project, `${name}.tree.json`), JSON.stringify(document, plain));
  }
  engine.close();
}
