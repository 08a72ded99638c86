/** Ways over the model of a form: what stands at a path, what a new part starts as, what a place is called. */
import type { FormField, FormModel, FormNode } from '../protocol.ts';
import { type DataPath, valueAt } from './edits.ts';
import { fieldWords, languageName, type PageLanguage, type Say } from './words.ts';

export function nodeOf(form: FormModel, index: number): FormNode {
  return form.nodes[index] ?? { type: 'free' };
}

/** The record that a value of a choice is. */
export function chosenNode(form: FormModel, index: number, value: unknown): number {
  const node = nodeOf(form, index);
  if (node.type !== 'union') return index;
  const by = String(valueAt(value, [node.by]));
  return node.options.find((option) => option.value === by)?.node ?? index;
}

export function fieldsOf(form: FormModel, index: number): readonly FormField[] {
  const node = nodeOf(form, index);
  return node.type === 'record' ? node.fields : [];
}

export interface Blank {
  readonly form: FormModel;
  readonly languages: readonly string[];
}

/** What a new part starts as: what it needs, empty. Undefined for what only a person can say. */
export function blankOf(index: number, { form, languages }: Blank): unknown {
  const node = nodeOf(form, index);
  switch (node.type) {
    case 'texts':
      return Object.fromEntries(languages.map((tag) => [tag, '']));
    case 'record':
      return Object.fromEntries(
        node.fields
          .filter(({ needed }) => needed)
          .map((field) => [field.name, blankField(field, { form, languages })])
          .filter(([, value]) => value !== undefined),
      );
    case 'list':
      return Array.from({ length: Math.max(1, node.least) }, () => blankOf(node.item, { form, languages }) ?? '');
    case 'union': {
      const [first] = node.options;
      return first === undefined ? {} : blankOf(first.node, { form, languages });
    }
    case 'choice':
      return node.values[0];
    case 'text':
      return '';
    case 'boolean':
    case 'number':
    case 'free':
      return undefined;
  }
}

/** What a further item of a list starts as; of a few values the first that is not in it yet, undefined where all are. */
export function freshItem(
  form: FormModel,
  item: number,
  items: readonly unknown[],
  languages: readonly string[],
): unknown {
  const node = nodeOf(form, item);
  if (node.type === 'choice') return node.values.find((value) => !items.includes(value));
  return blankOf(item, { form, languages }) ?? '';
}

/** Parts that were made in this page: those of one moment have names of their own too. */
let made = 0;

function blankField({ name, node }: FormField, blank: Blank): unknown {
  // Links need a name; people rename it if they link to it.
  if (name === 'id') {
    made += 1;
    return `part-${Date.now().toString(36)}-${made}`;
  }
  return blankOf(node, blank);
}

export interface FieldAt {
  readonly path: DataPath;
  readonly node: number;
  readonly label: string;
  readonly help: string;
  readonly needed: boolean;
  readonly order: readonly string[];
}

/** The innermost field that a path leads into, as a form asks for it; null where the form has none. */
export function fieldAt(form: FormModel, root: unknown, path: DataPath, language: PageLanguage): FieldAt | null {
  let index = form.root;
  let value = root;
  let found: FieldAt | null = null;
  for (const [depth, step] of path.entries()) {
    index = chosenNode(form, index, value);
    const node = nodeOf(form, index);
    value = valueAt(value, [step]);
    if (node.type === 'list') index = node.item;
    else if (node.type === 'record') {
      const field = node.fields.find(({ name }) => name === step);
      if (field === undefined) return null;
      index = field.node;
      const order = node.fields.map(({ name }) => name);
      const words = fieldWords(field.name, field.says, language);
      found = { path: path.slice(0, depth + 1), node: index, ...words, needed: field.needed, order };
    } else break;
  }
  return found;
}

export interface Step {
  readonly label: string;
  readonly index: number;
}

/** The labels on the way to a path: “Overview, Picture, Caption, English”. */
export function placeName(
  form: FormModel,
  root: unknown,
  path: DataPath,
  { language, say }: { readonly language: PageLanguage; readonly say: Say },
): string {
  const labels: string[] = [];
  let index = form.root;
  let value = root;
  for (const [depth, step] of path.entries()) {
    index = chosenNode(form, index, value);
    const node = nodeOf(form, index);
    value = valueAt(value, [step]);
    if (node.type === 'record') {
      const field = node.fields.find(({ name }) => name === step);
      if (field === undefined) return [...labels, ...path.slice(depth).map(String)].join(', ');
      labels.push(fieldWords(field.name, field.says, language).label);
      index = field.node;
    } else if (node.type === 'list') {
      const item = itemName(form, node.item, value, language);
      labels.push(`${item === '' ? '' : `${item} `}${Number(step) + 1}`);
      index = node.item;
    } else if (node.type === 'texts') labels.push(languageName(String(step), language));
    else labels.push(String(step));
  }
  return labels.length === 0 ? say('document') : labels.join(', ');
}

/** What one item of a list is called; of a choice, by what it is. */
export function itemName(form: FormModel, item: number, value: unknown, language: PageLanguage): string {
  const node = nodeOf(form, item);
  if (node.type === 'union') {
    const by = String(valueAt(value, [node.by]));
    const option = node.options.find((each) => each.value === by);
    return fieldWords(by, option?.says ?? '', language).label;
  }
  const says = form.says[item] ?? '';
  return says === '' ? '' : fieldWords('item', says, language).label;
}
