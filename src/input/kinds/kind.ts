/** A kind of document: what its data holds. */
import { z } from 'zod';
import type { LanguageTag } from '../../language/languages.ts';
import { fieldsIn } from './fields.ts';

export interface Kind {
  /** As in the field `kind`, the folder in `data/` and the template's name. */
  readonly name: string;
  /** What it is, for people who choose one. */
  readonly title: string;
  /** What is required of a document in these languages. */
  schema(declared: readonly LanguageTag[]): z.ZodType<Head>;
}

/** What every kind of document says about itself. */
export type Head = z.infer<ReturnType<typeof headSchema>>;

function headSchema() {
  return z.object(fieldsIn([]).head);
}
