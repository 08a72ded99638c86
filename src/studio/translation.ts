/**
 * Which translations are older than their source. For each text it is kept, in the project's `.etrati/`, what both sides said when
 * they were last known to agree; where the source alone has changed since, the translation is stale.
 */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathText, valueAt } from '../json/path.ts';
import { writeWhole } from '../staging.ts';
import type { FormModel, TranslatedFrom } from './protocol.ts';
import { pseudo, stubMark, type TextUnit, unitsOf } from './units.ts';
import { ownFolder } from './versions.ts';

/** By the path of a text, then by the languages of a pair: what both said when they agreed. */
type Kept = Readonly<Record<string, Readonly<Record<string, Agreed>>>>;

interface Agreed {
  readonly texts: readonly [string, string];
}

/** The data of a document, as a form reads it. */
interface Asked {
  readonly form: FormModel;
  readonly value: unknown;
  readonly languages: readonly string[];
}

export class Translations {
  readonly #root: string;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#root = root;
  }

  #file(file: string): string {
    return path.join(this.#root, ownFolder, 'translations', `${file.replace(/^data\//, '').replace('/', '+')}`);
  }

  /**
   * The stale texts; what was never seen, or has changed on both sides, agrees from now on. `agreed` are translations as they stand
   * there, each with the source that it was made of.
   */
  stale(file: string, asked: Asked, agreed: readonly TranslatedFrom[] = []): Promise<readonly TranslatedFrom[]> {
    // One after the other: what one question has kept is there for the next.
    const turn = this.#turn.then(() => this.#stale(file, asked, agreed));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #stale(
    file: string,
    { form, value, languages }: Asked,
    agreed: readonly TranslatedFrom[],
  ): Promise<readonly TranslatedFrom[]> {
    const before = await this.#read(file);
    const bases = new Map(agreed.map((each) => [`${each.path} ${each.source}>${each.target}`, each.was]));
    const found: TranslatedFrom[] = [];
    const now: Record<string, Record<string, Agreed>> = {};
    for (const unit of unitsOf(form, value))
      for (const [one, other] of pairs(languages)) {
        const text = pathText(unit.path);
        const key = `${one}+${other}`;
        const fresh = textsIn(unit, one, other);
        if (fresh === null) continue;
        const first = bases.get(`${text} ${one}>${other}`);
        const second = bases.get(`${text} ${other}>${one}`);
        const isGiven = first !== undefined || second !== undefined;
        const known: Agreed | undefined = isGiven
          ? { texts: [first ?? fresh.texts[0], second ?? fresh.texts[1]] }
          : before[text]?.[key];
        const hasChanged = fresh.texts.map((each, side) => known !== undefined && each !== known.texts[side]);
        const isStale = known !== undefined && hasChanged[0] !== hasChanged[1];
        if (isStale) {
          const [source, target] = hasChanged[0] === true ? [one, other] : [other, one];
          found.push({ path: text, source, target, was: known.texts[hasChanged[0] === true ? 0 : 1] });
        }
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
  return languages.flatMap((one, index) => languages.slice(index + 1).map((other) => [one, other] as const));
}

/** Both texts; null where one of them is not translated. */
function textsIn({ texts }: TextUnit, one: string, other: string): Agreed | null {
  const both = [texts[one] ?? '', texts[other] ?? ''] as const;
  const isStub = both[0].startsWith(stubMark(other)) || both[1].startsWith(stubMark(one));
  return isStub || both.includes('') ? null : { texts: both };
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
