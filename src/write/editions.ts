/** Links from one edition of a document to the others: only to those that are there. */
import type { Document, Lang } from '../model/document.ts';

/** The document without the links to some of its editions: their words stay in sentences, and a list of languages leaves them out. */
export function withoutEditions(document: Document, missing: (lang: Lang) => boolean): Document {
  const editions = document.editions.filter(({ lang }) => !missing(lang));
  const parts = mapped({ cover: document.cover, body: document.body, imprint: document.imprint }, missing);
  return { ...document, ...parts, editions };
}

/** What of the tree's nodes matters here, whatever else they hold. */
interface EditionPart {
  readonly type?: unknown;
  readonly target?: { readonly type: string; readonly edition?: { readonly value: Lang } };
  readonly editions?: readonly { readonly lang: Lang }[];
}

/** The same object where nothing in it changes, as in nearly all of a tree. */
function mapped<T>(value: T, missing: (lang: Lang) => boolean): T {
  if (Array.isArray(value)) {
    const items = value.map((item) => mappedItem(item, missing));
    return value.every((item, index) => items[index] === item) ? value : (items.filter((item) => item !== left) as T);
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  let changed: T | null = null;
  for (const key in value) {
    const part = mapped(value[key], missing);
    if (part === value[key]) continue;
    changed ??= { ...value };
    changed[key] = part;
  }
  return changed ?? value;
}

/** In place of an item that goes. */
const left = Symbol('left out');

function mappedItem(item: unknown, missing: (lang: Lang) => boolean): unknown {
  const { type, target, editions } = (typeof item === 'object' && item !== null ? item : {}) as EditionPart;
  if (type === 'languages' && editions !== undefined) {
    const there = editions.filter(({ lang }) => !missing(lang));
    return there.length > 1 ? { ...(item as object), editions: there } : left;
  }
  if (type === 'link' && target?.edition !== undefined && missing(target.edition.value)) {
    const { target: _, ...rest } = item as object & { readonly target: unknown };
    return { ...mapped(rest, missing), type: 'span' };
  }
  return mapped(item, missing);
}
