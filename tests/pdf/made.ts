/** What setting a document without charts needs, for tests of pages. */
import type { Made } from '../../src/write/pdf/content.ts';
import { pageForm } from '../../src/write/pdf/form.ts';
import { measureHeight } from '../../src/write/pdf/pages.ts';
import { StructureTree } from '../../src/write/pdf/structure.ts';

export function made(): Made {
  return { tree: new StructureTree(), charts: new Map(), form: pageForm, heightOf: measureHeight };
}
