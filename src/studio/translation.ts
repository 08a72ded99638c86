/**
 * Which translations are older than their source. For each text it is kept, in the project's `.etrati/`, what both sides said when
 * they were last known to agree; where the source alone has changed since, the translation is stale.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathText, valueAt } from '../json/path.ts';
import { writeWhole } from '../staging.ts';
import { ownFolder } from './project.ts';
import type { FormModel, StaleText } from './protocol.ts';
import { pseudo, type TextUnit, unitsOf } from './units.ts';

/** By the path of a text, then by `source>target`. */
type Kept = Readonly<Record<string, Readonly<Record<string, Agreed>>>>;

interface Agreed {
  readonly hash: string;
  /** What the source said then, to show what has changed. */
  readonly source: string;
  /** The hash of the translation. */
  readonly target: string;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

export class Translations {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  #file(file: string): string {
    return path.join(this.#root, ownFolder, 'translations', `${file.replace(/^data\//, '').replace('/', '+')}`);
  }

  /** The stale texts; what was never seen, or has changed on both sides, agrees from now on. `right` are paths that a person says still agree. */
  async stale(
    file: string,
    {
      form,
      value,
      languages,
    }: { readonly form: FormModel; readonly value: unknown; readonly languages: readonly string[] },
    right: readonly string[] = [],
  ): Promise<readonly StaleText[]> {
    const before = await this.#read(file);
    const found: StaleText[] = [];
    const now: Record<string, Record<string, Agreed>> = {};
    for (const unit of unitsOf(form, value))
      for (const [source, target] of pairs(languages)) {
        const text = pathText(unit.path);
        const key = `${source}>${target}`;
        const fresh = agreed(unit, source, target);
        if (fresh === null) continue;
        const known = before[text]?.[key];
        const isStale =
          known !== undefined &&
          known.hash !== fresh.hash &&
          known.target === fresh.target &&
          !right.includes(`${text} ${key}`);
        if (isStale) found.push({ path: text, source, target, was: known.source });
        now[text] = { ...now[text], [key]: isStale ? known : fresh };
      }
    if (JSON.stringify(now) !== JSON.stringify(before)) await this.#write(file, now);
    return found;
  }

  async #read(file: string): Promise<Kept> {
    return readFile(this.#file(file), 'utf8')
      .then(JSON.parse, () => ({}))
      .catch(() => ({}));
  }

  /** A disk that is full keeps none: then nothing is said to be stale. */
  async #write(file: string, record: Kept): Promise<void> {
    try {
      await mkdir(path.dirname(this.#file(file)), { recursive: true });
      await writeWhole(this.#file(file), Buffer.from(`${JSON.stringify(record)}\n`, 'utf8'));
    } catch {
      // The document itself is what must be kept.
    }
  }
}

function pairs(languages: readonly string[]): readonly (readonly [string, string])[] {
  return languages.flatMap((source) =>
    languages.flatMap((target) => (source === target ? [] : [[source, target] as const])),
  );
}

function agreed({ texts }: TextUnit, source: string, target: string): Agreed | null {
  const [from, to] = [texts[source] ?? '', texts[target] ?? ''];
  return from === '' || to === '' ? null : { hash: hashOf(from), source: from, target: hashOf(to) };
}

/** The data with longer words in one language, to see what overflows. */
export function longerText(form: FormModel, value: unknown, lang: string): string {
  const copy: unknown = structuredClone(value);
  for (const { path: at, texts } of unitsOf(form, copy)) {
    const place: unknown = valueAt(copy, at);
    if (texts[lang] !== undefined && typeof place === 'object' && place !== null)
      Reflect.set(place, lang, pseudo(texts[lang]));
  }
  return JSON.stringify(copy, null, 2);
}
