/**
 * The schema of a kind of one's own, JSON Schema 2020-12 with the keyword `etrati`, as the zod schema that our kinds have: only
 * so do its findings have the words and hints of ours. (zod's own converter knows no places and runs any pattern.) What is not
 * checked is refused, since a rule that is written down and not checked is worse than none.
 */
import * as z from 'zod';
import type { Code } from '../../codes.ts';
import type { Report } from '../../diagnostics.ts';
import type { Json } from '../../json/json.ts';
import { type Path, pathText, stepTo } from '../../json/path.ts';
import { nameHints } from '../../suggestion.ts';
import { type Fields, optional, text } from '../kinds/fields.ts';
import { day } from '../kinds/values.ts';
import { contradictionOf } from './contradictions.ts';
import { keywords } from './keywords.ts';
import { checkUnique, formOf, isNode, isRight, matching, numberOf, type SchemaObject } from './leaves.ts';
import { faultOfPattern } from './pattern.ts';

export const limits = { bytes: 256 * 1024, depth: 16, nodes: 2000 };

const annotations = ['$comment', 'title', 'description', 'examples', 'deprecated'];
/** What each type may say beside. */
const known: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required', 'additionalProperties'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  string: ['enum', 'const', 'minLength', 'maxLength', 'pattern', 'format'],
  number: ['enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  integer: ['enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  boolean: ['const'],
};

export class SchemaReader {
  readonly #json: Json;
  readonly #fields: Fields;
  readonly #report: Report;
  #nodes = 0;

  constructor(json: Json, fields: Fields, report: Report) {
    this.#json = json;
    this.#fields = fields;
    this.#report = report;
  }

  #fault(code: Code<'error'>, path: Path, message: string, hints: readonly string[], name?: string): null {
    const at = pathText(path);
    const place = name === undefined ? this.#json.placeOf(at) : this.#json.placeOfName(stepTo(at, name));
    this.#report.error(code, place, message, { hints });
    return null;
  }

  /** The fields of an object, in their order; those with an error are left out. */
  properties(node: SchemaObject, path: Path, refs: readonly string[] = []): Readonly<Record<string, z.ZodType>> {
    const { properties = {}, required = [] } = node;
    if (!isNode(properties)) {
      this.#fault('bad-kind-schema', [...path, 'properties'], '"properties" must be an object of named schemas.', []);
      return {};
    }
    const names = Object.keys(properties);
    const needed: readonly unknown[] = Array.isArray(required) ? required : [required];
    for (const [index, name] of needed.entries())
      if (typeof name !== 'string' || !names.includes(name))
        this.#fault(
          'bad-kind-schema',
          [...path, 'required', index],
          `"required" names ${JSON.stringify(name)}, which "properties" does not have.`,
          nameHints(String(name), names, 'properties'),
        );
    const all = Object.entries(properties).map(([name, inner]) => {
      const at = [...path, 'properties', name];
      if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name) || ['this', 'length'].includes(name)) {
        const hint = 'Start with a Latin letter; then Latin letters, digits, - and _ may follow.';
        return [
          name,
          this.#fault('bad-kind-schema', at.slice(0, -1), `A field cannot be called "${name}".`, [hint], name),
        ];
      }
      const schema = this.read(inner, at, refs);
      return [name, schema === null || needed.includes(name) ? schema : optional(schema)] as const;
    });
    return Object.fromEntries(all.filter((each): each is [string, z.ZodType] => each[1] !== null));
  }

  /** The schema at a path; null with errors. `refs` are those that lead here. */
  read(node: unknown, path: Path, refs: readonly string[] = []): z.ZodType | null {
    this.#nodes += 1;
    if (this.#nodes > limits.nodes || path.length > limits.depth * 2) {
      if (this.#nodes !== limits.nodes + 1 && path.length <= limits.depth * 2) return null;
      const message = `The schema has more than ${limits.nodes} parts or ${limits.depth} levels, references followed.`;
      return this.#fault('kind-schema-too-large', path, message, ['Write fewer fields, or fewer references.']);
    }
    if (!isNode(node)) {
      const hint = 'Write an object such as { "etrati": "text" } or { "type": "number" }.';
      return this.#fault('bad-kind-schema', path, 'A schema must be an object.', [hint]);
    }
    if (node.$ref !== undefined) return this.#reference(node, path, refs);
    const description = typeof node.description === 'string' ? node.description : String(path.at(-1) ?? '');
    if (node.etrati !== undefined) return this.#ours(node, path, description);
    const made = this.#typed(node, path, refs);
    return made?.describe(description) ?? null;
  }

  #reference({ $ref, ...rest }: SchemaObject, path: Path, refs: readonly string[]): z.ZodType | null {
    this.#only(rest, annotations, path, '"$ref"');
    const at = [...path, '$ref'];
    const [, name] = /^#\/\$defs\/([^/~%]+)$/.exec(String($ref)) ?? [];
    const definitions = Reflect.get(Object(this.#json.value), '$defs');
    const names = isNode(definitions) ? Object.keys(definitions) : [];
    if (name === undefined) {
      const hint = 'Write "#/$defs/NAME", and the schema under "$defs" of the same file.';
      return this.#fault(
        'kind-schema-reference',
        at,
        `A reference must stay in its file: ${JSON.stringify($ref)} does not.`,
        [hint],
      );
    }
    if (refs.includes(name)) {
      const message = `"${name}" refers to itself: ${[...refs, name].join(' → ')}.`;
      return this.#fault('kind-schema-reference', at, message, ['Write out as many levels as the kind needs.']);
    }
    if (!isNode(definitions) || !names.includes(name))
      return this.#fault(
        'kind-schema-reference',
        at,
        `There is no "${name}" under "$defs".`,
        nameHints(name, names, 'definitions'),
      );
    return this.read(definitions[name], ['$defs', name], [...refs, name]);
  }

  #ours(node: SchemaObject, path: Path, description: string): z.ZodType | null {
    const name = node.etrati;
    const keyword = typeof name === 'string' && Object.hasOwn(keywords, name) ? keywords[name] : undefined;
    this.#only(node, ['etrati', ...annotations], path, '"etrati"');
    if (keyword !== undefined) return keyword.make(this.#fields, description);
    const at = [...path, 'etrati'];
    const hints = nameHints(String(name), Object.keys(keywords), 'values');
    return this.#fault('bad-kind-schema', at, `"etrati" knows no ${JSON.stringify(name)}.`, hints);
  }

  #only(node: SchemaObject, allowed: readonly string[], path: Path, beside: string): void {
    for (const name of Object.keys(node)) {
      if (allowed.includes(name)) continue;
      const message = `"${name}" is not checked beside ${beside}.`;
      this.#fault('bad-kind-schema', path, message, nameHints(name, allowed, 'keywords here'), name);
    }
  }

  #typed(node: SchemaObject, path: Path, refs: readonly string[]): z.ZodType | null {
    const { type } = node;
    const types = Object.keys(known);
    const beside = typeof type === 'string' && Object.hasOwn(known, type) ? known[type] : undefined;
    if (beside === undefined) {
      const strange = Object.keys(node).filter(
        (name) => !['type', ...annotations, ...Object.values(known).flat()].includes(name),
      );
      for (const name of strange)
        this.#only({ [name]: null }, ['type', 'etrati', '$ref', ...annotations], path, 'a schema');
      if (strange.length > 0 && type === undefined) return null;
      const message =
        type === undefined
          ? 'The schema says neither "type" nor "etrati".'
          : `${JSON.stringify(type)} is not a type that Etrati knows.`;
      const hints =
        typeof type === 'string'
          ? nameHints(type, types, 'types')
          : [`Write "type": one of ${types.join(', ')}; or "etrati".`];
      return this.#fault('bad-kind-schema', type === undefined ? path : [...path, 'type'], message, hints);
    }
    this.#only(node, ['type', ...beside, ...annotations], path, `"type": "${String(type)}"`);
    if (!this.#sound(node, path)) return null;
    switch (type) {
      case 'object':
        return z.strictObject(this.properties(node, path, refs));
      case 'array':
        return this.#list(node, path, refs);
      case 'boolean':
        return typeof node.const === 'boolean' ? z.literal(node.const) : z.boolean();
      case 'string':
        return this.#string(node, path);
      default:
        return numberOf(node);
    }
  }

  /** Whether the keywords have values of their own types, and can hold together. */
  #sound(node: SchemaObject, path: Path): boolean {
    const wrong = Object.keys(node).filter((name) => !isRight(name, node));
    for (const name of wrong) {
      const message = `${JSON.stringify(node[name])} is not an allowed value for "${name}".`;
      this.#fault('bad-kind-schema', [...path, name], message, [formOf(name)]);
    }
    const contradiction = wrong.length === 0 ? contradictionOf(node) : null;
    if (contradiction !== null) {
      const { name, message, hint } = contradiction;
      this.#fault('bad-kind-schema', path, message, [hint], name);
    }
    return wrong.length === 0 && contradiction === null;
  }

  #list(
    { items, minItems, maxItems, uniqueItems }: SchemaObject,
    path: Path,
    refs: readonly string[],
  ): z.ZodType | null {
    if (items === undefined)
      return this.#fault('bad-kind-schema', path, 'The list does not say what its items are.', [
        'Add "items": { … } with their schema.',
      ]);
    const item = this.read(items, [...path, 'items'], refs);
    if (item === null) return null;
    let list = z.array(item);
    if (typeof minItems === 'number') list = list.min(minItems);
    if (typeof maxItems === 'number') list = list.max(maxItems);
    return uniqueItems === true ? list.superRefine(checkUnique) : list;
  }

  #string(node: SchemaObject, path: Path): z.ZodType | null {
    if (Array.isArray(node.enum)) return z.enum(node.enum as readonly string[]);
    if (typeof node.const === 'string') return z.literal(node.const);
    if (node.format === 'date') return day(typeof node.description === 'string' ? node.description : 'A day');
    let plain = text;
    if (typeof node.minLength === 'number') plain = plain.min(node.minLength);
    if (typeof node.maxLength === 'number') plain = plain.max(node.maxLength);
    if (typeof node.pattern !== 'string') return plain;
    const fault = faultOfPattern(node.pattern);
    const examples = Array.isArray(node.examples) ? node.examples : [];
    if (fault === null) {
      const form = matching(z.string(), node.pattern, examples);
      const index = examples.findIndex((each) => !form.safeParse(each).success);
      if (index >= 0) {
        const message = `The example ${JSON.stringify(examples[index])} does not have the form ${node.pattern}.`;
        const hints = ['Write an example that has it: hints show it to who writes a document.'];
        return this.#fault('bad-kind-schema', [...path, 'examples', index], message, hints);
      }
      return matching(plain, node.pattern, node.examples);
    }
    const hint = 'Write a simpler pattern, such as "^[A-Z]{2}-[0-9]{4}$".';
    return this.#fault('kind-schema-pattern', [...path, 'pattern'], `The pattern ${fault}.`, [hint]);
  }
}
