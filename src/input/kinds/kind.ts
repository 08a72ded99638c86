/** A kind of document: what its data holds. */
import * as z from 'zod';
import type { LanguageTag } from '../../language/languages.ts';
import { fieldsIn } from './fields.ts';
import type { Own } from './own.ts';

export interface Kind {
  /** As in the field `kind`, the folder in `data/` and the template's name. */
  readonly name: string;
  /** What it is, for people who choose one. */
  readonly title: string;
  /** The kind that it extends, for one of a project's own; null or nothing for what stands for itself. */
  readonly base?: string | null;
  /** What is required of a document in these languages; with what a kind that extends it adds. */
  schema(declared: readonly LanguageTag[], own?: Own): z.ZodType<Head>;
}

/** What every kind of document says about itself. */
export type Head = z.infer<ReturnType<typeof headSchema>>;

function headSchema() {
  return z.object(fieldsIn([]).head);
}
