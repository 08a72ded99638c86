/** The words of a template, by language: a file such as `messages.en.json` for each, beside `document.hbs`. */
import { dirname, isAbsolute, join, sep } from 'node:path';
import { Refused, type Report } from '../diagnostics.ts';
import { type Json, readJson } from '../json/json.ts';
import { stepTo } from '../json/path.ts';
import { decode } from '../json/source.ts';
import { languageTags } from '../language/languages.ts';
import { Datum } from '../model/datum.ts';
import type { World } from '../world.ts';

/** Texts by key, such as `status.on-plan`, with their places. */
export type Messages = ReadonlyMap<string, Datum>;

/** By language tag. */
export type MessagesByLanguage = ReadonlyMap<string, Messages>;

const sizeLimit = 256 * 1024;

/**
 * Reads the files that there are. Errors: what `readJson` finds, `message-not-text`, and `missing-message` for what only
 * one language has; then null.
 */
export async function readMessages(entry: string, world: World, report: Report): Promise<MessagesByLanguage | null> {
  const found = new Map<string, Messages>();
  let sound = true;
  for (const lang of languageTags) {
    const path = join(dirname(entry), `messages.${lang}.json`);
    if (!(await world.exists(path))) continue;
    const messages = await readFile(path, world, report);
    if (messages === null) sound = false;
    else found.set(lang, messages);
  }
  return sound && checkParity(found, report) ? found : null;
}

async function readFile(path: string, world: World, report: Report): Promise<Messages | null> {
  const file = isAbsolute(path) ? world.relative(path) : path.split(sep).join('/');
  try {
    const source = decode(await world.read(path, sizeLimit), file, report);
    const json = source && readJson(source, report);
    return json && flatten(json, report);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const diagnostic of error.diagnostics) report.add(diagnostic);
    return null;
  }
}

function flatten(json: Json, report: Report): Messages | null {
  const messages = new Map<string, Datum>();
  let sound = true;
  const visit = (value: unknown, path: string, key: string): void => {
    if (typeof value === 'string' && key !== '')
      messages.set(key, new Datum(value.normalize('NFC'), json.placeOf(path)));
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [name, inner] of Object.entries(value))
        visit(inner, stepTo(path, name), key === '' ? name : `${key}.${name}`);
    else {
      sound = false;
      report.error('message-not-text', json.placeOf(path), 'Messages must be texts, or groups of texts.', {
        hints: ['Write { "key": "text", "group": { "key": "text" } }.'],
      });
    }
  };
  visit(json.value, '$', '');
  return sound ? messages : null;
}

/** A template is one for all its languages. */
function checkParity(found: MessagesByLanguage, report: Report): boolean {
  let sound = true;
  for (const [lang, messages] of found)
    for (const [other, theirs] of found)
      for (const [key, { from }] of messages)
        if (!theirs.has(key)) {
          sound = false;
          const message = `The message "${key}" is in messages.${lang}.json and not in messages.${other}.json.`;
          report.error('missing-message', from, message, { hints: [`Write it in messages.${other}.json too.`] });
        }
  return sound;
}

/** All keys; the files have the same. */
export function keysOf(messages: MessagesByLanguage): readonly string[] {
  return [...new Set([...messages.values()].flatMap((each) => [...each.keys()]))];
}

/** A text with `{name}` replaced, and the names that were not given. */
export function insert(
  text: string,
  values: Readonly<Record<string, unknown>>,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const filled = text.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (whole, name: string) => {
    if (Object.hasOwn(values, name)) return String(values[name] ?? '');
    missing.push(name);
    return whole;
  });
  return { text: filled, missing };
}
