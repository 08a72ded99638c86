/** The texts of a document that are in several languages, in the order of the form: what a translator works through. */
import type { FormModel, FormNode } from './protocol.ts';

export type UnitPath = readonly (string | number)[];

export interface TextUnit {
  /** Of the text, without a language. */
  readonly path: UnitPath;
  readonly texts: Readonly<Record<string, string>>;
}

export function unitsOf(form: FormModel, value: unknown): readonly TextUnit[] {
  return within(form, form.root, value, []);
}

function within(form: FormModel, index: number, value: unknown, path: UnitPath): readonly TextUnit[] {
  const node: FormNode = form.nodes[index] ?? { type: 'free' };
  switch (node.type) {
    case 'texts': {
      if (typeof value !== 'object' || value === null) return [];
      const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
      return texts.some(([, text]) => text.trim() !== '') ? [{ path, texts: Object.fromEntries(texts) }] : [];
    }
    case 'record':
      return node.fields.flatMap(({ name, node: field }) => within(form, field, own(value, name), [...path, name]));
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item: unknown, at) => within(form, node.item, item, [...path, at]))
        : [];
    case 'union': {
      const option = node.options.find((each) => each.value === String(own(value, node.by)));
      return option === undefined ? [] : within(form, option.node, value, path);
    }
    case 'text':
    case 'number':
    case 'boolean':
    case 'choice':
    case 'free':
      return [];
  }
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** What is put before a text that was copied and waits for its translation: seen in every file that is made of it. */
export const stubMark = (source: string): string => `[${source}] `;

/** Longer words, as translations are: letters are doubled until the text is a third longer; marks, links, addresses and numbers stay. */
export function pseudo(text: string): string {
  return text
    .split(
      /(\]\([^()]*\)|\{[^{}]*\}|<[^<>]*>|(?:https?:\/\/|mailto:|tel:)\S+|(?<!\S)[^\s@]+@\S+|(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/u,
    )
    .map((piece, index) => (index % 2 === 0 ? longer(piece) : piece))
    .join('');
}

function longer(text: string): string {
  let owed = 0;
  return [...text]
    .map((letter) => {
      if (/\p{L}/u.test(letter)) owed += 0.38;
      if (owed < 1 || !/\p{L}/u.test(letter)) return letter;
      const times = Math.floor(owed);
      owed -= times;
      return letter.repeat(1 + times);
    })
    .join('');
}
