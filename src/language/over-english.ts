/** A language that is not written whole yet: what it does not say is said in English, and it knows what that is. */
import { en } from './en.ts';
import type { Language } from './language.ts';

type Whole = string | number | boolean | null | RegExp | readonly unknown[] | ((...given: never[]) => unknown);
type Begun<T> = T extends Whole ? T : { readonly [Name in keyof T]?: Begun<T[Name]> };

/** What no language has of another. */
type Needed = 'tag' | 'locale' | 'name' | 'script';
type OwnWords = Pick<Language, Needed> & Omit<{ readonly [Name in keyof Language]?: Begun<Language[Name]> }, Needed>;

/** `own`, and where it says nothing English. */
export function overEnglish(own: OwnWords): Language {
  const { value, lacking } = over({ ...en, stillEnglish: [] }, { ...own, stillEnglish: [] }, '');
  return { ...(value as Language), stillEnglish: lacking };
}

interface Laid {
  readonly value: unknown;
  /** The paths to what is English: of a part of which nothing is said, that of the part. */
  readonly lacking: readonly string[];
}

function over(english: unknown, own: unknown, path: string): Laid {
  if (own === undefined) return { value: english, lacking: [path] };
  if (!isParts(english) || !isParts(own)) return { value: own, lacking: [] };
  const laid = Object.entries(english).map(([name, value]) => {
    return [name, over(value, own[name], path === '' ? name : `${path}.${name}`)] as const;
  });
  return {
    value: { ...own, ...Object.fromEntries(laid.map(([name, { value }]) => [name, value])) },
    lacking: laid.flatMap(([, { lacking }]) => lacking),
  };
}

function isParts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegExp);
}
