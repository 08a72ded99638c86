/** The parts of a document in the order that its data gives them, its own sections among them. */
import * as z from 'zod';
import type { DataShape } from '../../model/datum.ts';
import { nameHints } from '../../suggestion.ts';
import { Derived, leaf } from './derive.ts';
import { type IssueParams, optional } from './fields.ts';

/** The field `order`. `names` are the parts that the kind has. */
export function orderOf(names: readonly string[]) {
  const listed = names.map((name) => `"${name}"`).join(', ');
  return optional(
    z
      .array(z.string().min(1))
      .min(1)
      .describe(
        `The parts in the order that they are to have: ${listed}, and the "id" of each section in "sections". Parts that are not named follow in their usual order`,
      ),
  );
}

interface Ordered {
  readonly order: readonly string[] | null;
  readonly sections: readonly { readonly id: string }[] | null;
}

/** Refuses what no part is called, what stands in `order` twice, and a section that is called like a part: it could not be told from it. */
export function checkOrder(names: readonly string[]) {
  return ({ order, sections }: Ordered, context: z.RefinementCtx): void => {
    for (const [index, { id }] of (sections ?? []).entries()) {
      const isAgain = (sections ?? []).findIndex((each) => each.id === id) < index;
      if (!names.includes(id) && !isAgain) continue;
      const message = isAgain
        ? `Two sections have the id "${id}".`
        : `"${id}" is the name of a part that every document of this kind has or may have.`;
      const params: IssueParams = { code: 'bad-value', message, hint: `Write another "id", such as "our-${id}".` };
      context.addIssue({ code: 'custom', path: ['sections', index, 'id'], params: { ...params } });
    }
    const known = [...names, ...(sections ?? []).map(({ id }) => id)];
    for (const [index, name] of (order ?? []).entries()) {
      const again = (order ?? []).indexOf(name) < index;
      if (known.includes(name) && !again) continue;
      const params: IssueParams = again
        ? { code: 'bad-value', message: `"${name}" is in the order twice.`, hint: 'Remove one of them.' }
        : {
            code: 'bad-value',
            message: `The document has no part "${name}".`,
            hint: nameHints(name, known, 'parts').join(' '),
          };
      context.addIssue({ code: 'custom', path: ['order', index], params: { ...params } });
    }
  };
}

export const chaptersShape: Readonly<Record<'chapters', DataShape>> = { chapters: { type: 'list', items: leaf } };

/** The names of the parts that are there: those of `order`, then the others; sections of one's own stand before the contact. */
export function chaptersOf(
  names: readonly string[],
  record: Ordered & Readonly<Record<string, unknown>>,
): { readonly chapters: readonly Derived<string>[] } {
  const own = (record.sections ?? []).map(({ id }) => id);
  const last: readonly string[] = names.filter((name) => name === 'contact');
  const usual = [...names.filter((name) => !last.includes(name)), ...own, ...last];
  const given = usual.filter((name) => own.includes(name) || record[name] !== null);
  const asked = (record.order ?? []).filter((name) => given.includes(name));
  const all = [...asked, ...given.filter((name) => !asked.includes(name))];
  return {
    chapters: all.map((name) => new Derived(name, own.includes(name) ? ['sections', own.indexOf(name)] : [name])),
  };
}
