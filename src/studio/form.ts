/** What a form asks for, made of the schema of a kind: the page draws it and knows no kind by name. */
import * as z from 'zod';
import { takesFile } from '../input/bring/fields.ts';
import { isLocalized, isRich, isRichBlock, languageTag, link } from '../input/kinds/fields.ts';
import { isFree } from '../input/kinds/free.ts';
import { type Kind, schemaOf } from '../input/kinds.ts';
import { chosen, unwrap } from '../input/shape.ts';
import type { LanguageTag } from '../language/languages.ts';
import type { FormField, FormModel, FormNode, InputForm } from './protocol.ts';

/** The form of a kind's documents in these languages; parts that are alike are one node. */
export function formOf(kind: Kind, languages: readonly LanguageTag[]): FormModel {
  const maker = new FormMaker();
  const root = maker.node(schemaOf(kind, languages));
  return { nodes: maker.nodes, root, says: maker.says };
}

class FormMaker {
  readonly nodes: FormNode[] = [];
  readonly says: string[] = [];
  readonly #known = new Map<string, number>();
  readonly #made = new Map<z.ZodType, number>();

  node(schema: z.ZodType): number {
    const made = this.#made.get(schema);
    if (made !== undefined) return made;
    const node = this.#nodeOf(schema);
    const says = descriptionOf(schema);
    const key = JSON.stringify([node, says]);
    const index = this.#known.get(key) ?? this.nodes.length;
    if (!this.#known.has(key)) {
      this.nodes.push(node);
      this.says.push(says);
      this.#known.set(key, index);
    }
    this.#made.set(schema, index);
    return index;
  }

  #nodeOf(schema: z.ZodType): FormNode {
    const bare = chosen(schema, {});
    const given = unwrap(schema);
    if (isLocalized(given)) return { type: 'texts', marks: marksOf(given) };
    if (isFree(given)) return { type: 'free' };
    if (bare instanceof z.ZodObject) return this.#record(bare);
    if (bare instanceof z.ZodArray) return this.#list(given, bare);
    if (bare instanceof z.ZodDiscriminatedUnion) return this.#union(bare);
    if (bare instanceof z.ZodEnum) return { type: 'choice', values: bare.options.map(plainValue) };
    if (bare instanceof z.ZodLiteral)
      return bare.value === true ? { type: 'boolean' } : { type: 'choice', values: [...bare.values].map(plainValue) };
    if (bare instanceof z.ZodBoolean) return { type: 'boolean' };
    if (bare instanceof z.ZodNumber) return numberOf(bare);
    if (bare instanceof z.ZodString || bare instanceof z.ZodISODate) return textOf(given, bare);
    return { type: 'free' };
  }

  #record({ shape }: z.ZodObject): FormNode {
    const fields = Object.entries(shape).flatMap(([name, field]): FormField[] => {
      if (!(field instanceof z.ZodType) || name === '$schema') return [];
      const needed = !field.safeParse(undefined).success;
      return [{ name, node: this.node(field), needed, says: descriptionOf(field) }];
    });
    return { type: 'record', fields, isPicture: Object.hasOwn(shape, 'src') && Object.hasOwn(shape, 'alt') };
  }

  #list(given: z.ZodType, { element, def }: z.ZodArray): FormNode {
    const item = element instanceof z.ZodType ? this.node(element) : this.node(z.unknown());
    const least = (def.checks ?? []).map((check) => {
      const { def: rule } = check._zod;
      return rule.check === 'min_length' && 'minimum' in rule ? Number(rule.minimum) : 0;
    });
    return { type: 'list', item, least: Math.max(0, ...least), fromFile: takesFile(given) };
  }

  #union({ def, options }: z.ZodDiscriminatedUnion): FormNode {
    return {
      type: 'union',
      by: def.discriminator,
      options: options.flatMap((option) => {
        if (!(option instanceof z.ZodType)) return [];
        const record = chosen(option, {});
        const by: unknown = record instanceof z.ZodObject ? record.shape[def.discriminator] : null;
        const literal = by instanceof z.ZodType ? unwrap(by) : null;
        if (!(literal instanceof z.ZodLiteral)) return [];
        return [...literal.values].map((value) => ({
          value: String(value),
          node: this.node(option),
          says: descriptionOf(option),
        }));
      }),
    };
  }
}

function descriptionOf(schema: z.ZodType): string {
  return schema.description ?? unwrap(schema).description ?? chosen(schema, {}).description ?? '';
}

function marksOf(schema: z.ZodType): 'none' | 'inline' | 'block' {
  if (isRichBlock(schema)) return 'block';
  return isRich(schema) ? 'inline' : 'none';
}

function plainValue(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function numberOf(schema: z.ZodNumber): FormNode {
  const { minValue, maxValue } = schema;
  const bound = (value: number | null) =>
    value !== null && Number.isFinite(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null;
  return {
    type: 'number',
    least: bound(minValue),
    most: bound(maxValue),
    whole: schema.format === 'safeint' || schema.format === 'int32',
  };
}

function textOf(schema: z.ZodType, bare: z.ZodString | z.ZodISODate): FormNode {
  const longest = bare instanceof z.ZodString ? bare.maxLength : null;
  return { type: 'text', form: formOfText(schema, bare), longest };
}

function formOfText(schema: z.ZodType, bare: z.ZodType): InputForm {
  if (bare instanceof z.ZodISODate) return 'date';
  const says = descriptionOf(schema);
  if (says === link.description) return 'link';
  if (says.startsWith('A picture file')) return 'picture';
  return says === languageTag.description && says !== '' ? 'language' : 'plain';
}
