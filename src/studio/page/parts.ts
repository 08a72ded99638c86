/** The parts that a form is cut into: what the document says about itself, then each of its larger fields. */
import type { FormField, FormModel } from '../protocol.ts';
import { fieldsOf, nodeOf } from './form-model.ts';

/** The name of the first part, of all small fields. */
export const details = 'details';

export interface FormPart {
  /** The field's name, or `details`. */
  readonly name: string;
  readonly fields: readonly FormField[];
}

const ofItself = ['keywords', 'languages'];
const neverShown = ['kind', 'extra', 'order', 'source'];

export function partsOf(form: FormModel): readonly FormPart[] {
  const fields = fieldsOf(form, form.root).filter(({ name }) => !neverShown.includes(name));
  const isLarge = ({ name, node }: FormField) =>
    !ofItself.includes(name) && ['record', 'list', 'union'].includes(nodeOf(form, node).type);
  return [
    { name: details, fields: fields.filter((field) => !isLarge(field)) },
    ...fields.filter(isLarge).map((field) => ({ name: field.name, fields: [field] })),
  ];
}

/** The part that a path leads into. */
export function partAt(form: FormModel, path: readonly (string | number)[]): string {
  const found = partsOf(form).find(({ fields }) => fields.some(({ name }) => name === path[0]));
  return found?.name ?? details;
}
