/** What setting a document without charts needs, for tests of pages. */

import { measureHeight } from '../../src/write/pdf/page/pages.ts';
import type { Made } from '../../src/write/pdf/set/content.ts';
import { pageForm } from '../../src/write/pdf/set/form.ts';
import { StructureTree } from '../../src/write/pdf/tag/structure.ts';

export function made(): Made {
  return { tree: new StructureTree(), charts: new Map(), form: pageForm, paper: null, heightOf: measureHeight };
}
