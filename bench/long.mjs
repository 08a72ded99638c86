/**
 * A free document of any length: `node bench/long.mjs TIMES FOLDER` writes `FOLDER/data/document/long.json`, the guide of
 * `data/document/` with its sections so many times. 153 times make some 1,000 pages.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const [times = '153', folder = '.'] = process.argv.slice(2);
const examples = join(import.meta.dirname, '../data/document');
const target = join(folder, 'data/document');

/**
 * Names of a chapter's things get its number, and so do its longer texts: no tool is measured by what it remembers.
 *
 * @returns {unknown}
 */
function copy(/** @type {unknown} */ value, /** @type {number} */ n, key = '', parent = '') {
  if (Array.isArray(value)) return value.map((item) => copy(item, n));
  if (typeof value === 'string')
    return key === 'id' ? `${value}-${n}` : isText(key, parent) ? numbered(value, n) : value;
  if (value === null || typeof value !== 'object') return value;
  /** @type {Record<string, unknown>} */
  const copied = {};
  for (const [name, part] of Object.entries(value)) copied[name] = copy(part, n, name, key);
  return copied;
}

/** Names must agree wherever they stand. */
function isText(/** @type {string} */ key, /** @type {string} */ parent) {
  return (key === 'ka' || key === 'en') && parent !== 'name' && parent !== 'title';
}

function numbered(/** @type {string} */ text, /** @type {number} */ n) {
  return text.replace(/\(#([\w-]+)\)/g, `(#$1-${n})`).replace(/^(.{14,}?)([.:]?)$/s, `$1 ${n}$2`);
}

const { $schema: _, ...guide } = JSON.parse(await readFile(join(examples, 'guide.json'), 'utf8'));
const sections = Array.from({ length: Number(times) }, (_, i) =>
  guide.sections.map((/** @type {{ title: Record<string, string> }} */ section) => {
    const chapter = /** @type {{ title: Record<string, string> }} */ (copy(section, i + 1));
    for (const [lang, title] of Object.entries(section.title)) chapter.title[lang] = `${title} ${i + 1}`;
    return chapter;
  }),
).flat();

await mkdir(target, { recursive: true });
await cp(examples, target, { recursive: true, filter: (file) => !file.endsWith('.json') });
await writeFile(join(target, 'long.json'), JSON.stringify({ ...guide, sections }));
console.log(join(target, 'long.json'));
