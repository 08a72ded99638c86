/**
 * Languages by their tags (BCP 47, RFC 5646): well-formed, and of subtags that the registry of IANA has. A tag that nobody
 * registered is read by no voice; `Intl` knows the names of some hundred languages only, and not that of Svan.
 */
import { createRequire } from 'node:module';
import { once } from '../once.ts';
import { languages } from './languages.ts';

/** Each subtag in small letters, with the types that it is registered as. */
type Registry = Readonly<Record<string, Readonly<Record<string, number>>>>;

let loaded: Registry | null = null;

// Read when the first tag beside those of our languages is met: most documents have none.
function registry(): Registry {
  loaded ??= createRequire(import.meta.url)('language-subtag-registry/data/json/index.json') as Registry;
  return loaded;
}

/** A tag in its canonical case (RFC 5646, 2.1.1); null where it is malformed, or one of its subtags is not registered. */
export function languageTag(written: string): string | null {
  if (Object.hasOwn(languages, written)) return written;
  const subtags = written.toLowerCase().split('-');
  const canonical = canonicalOf(written);
  return canonical !== null && areRegistered(subtags) ? canonical : null;
}

function canonicalOf(written: string): string | null {
  try {
    return Intl.getCanonicalLocales(written)[0] ?? null;
  } catch {
    return null;
  }
}

/** Language, script, region and variants, up to the first extension; `Intl` has seen to their order. */
function areRegistered(subtags: readonly string[]): boolean {
  const single = subtags.findIndex((subtag) => subtag.length === 1);
  const own = single < 0 ? subtags : subtags.slice(0, single);
  return own.length > 0 && own.every((subtag, index) => isRegistered(subtag, index));
}

function isRegistered(subtag: string, index: number): boolean {
  const has = (type: string): boolean => Object.hasOwn(registry()[subtag] ?? {}, type);
  if (index === 0) return has('language') || /^q[a-t][a-z]$/.test(subtag);
  if (/^[a-z]{4}$/.test(subtag)) return has('script') || /^qa(?:a[a-z]|b[a-x])$/.test(subtag);
  if (/^(?:[a-z]{2}|\d{3})$/.test(subtag)) return has('region');
  return has('variant') || has('extlang');
}

const english = once(() => namesIn('en'));

function namesIn(tag: string): Intl.DisplayNames {
  return new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' });
}

/** Of our own languages, once they were asked for: in the start-up snapshot they are, and `Intl` takes long to begin. */
const ownNames = new Map<string, string>();

/** A language's name for messages and descriptions, which are English; the tag itself where it has none. */
export function englishName(tag: string): string {
  const known = ownNames.get(tag) ?? english().of(tag) ?? tag;
  if (Object.hasOwn(languages, tag)) ownNames.set(tag, known);
  return known;
}

/** The tag that a wrong one was meant to be: of the language's name, its country or its ISO 639 code; null where that cannot be told. */
export function meantLanguage(written: string): string | null {
  const bare = written.trim().replace(/^["'“„]+|(?<!["'”“])["'”“]+$/gu, '');
  const candidates = [bare, bare.replaceAll('_', '-'), bare.split(/[-_]/, 1)[0] ?? '', byName(bare), byCountry(bare)];
  for (const candidate of candidates) {
    // ISO 639-2's codes of three letters lead to the registered two.
    const canonical = candidate === null || candidate === '' ? null : canonicalOf(candidate);
    const tag = canonical === null ? null : languageTag(canonical);
    if (tag !== null && tag !== written && english().of(tag) !== undefined) return tag;
  }
  return null;
}

/** `ge` is where Georgian is spoken. */
function byCountry(code: string): string | null {
  if (!/^[a-z]{2}$/i.test(code)) return null;
  const { language, region } = new Intl.Locale(`und-${code}`).maximize();
  // What is no country is taken for the United States.
  return region === code.toUpperCase() ? language : null;
}

function byName(name: string): string | null {
  const asked = name.toLowerCase();
  if (!/^\p{L}{4,40}$/u.test(asked)) return null;
  for (const [subtag, types] of Object.entries(registry())) {
    if (!Object.hasOwn(types, 'language') || subtag.length > 3) continue;
    const known = english().of(subtag);
    if (known !== undefined && [known, nativeName(subtag)].some((each) => each?.toLowerCase() === asked)) return subtag;
  }
  return null;
}

function nativeName(subtag: string): string | undefined {
  return namesIn(subtag).of(subtag);
}
