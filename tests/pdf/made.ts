/** What setting a document without charts needs, for tests of pages. */

import { measureHeight } from '../../src/write/pdf/page/pages.ts';
import type { Made } from '../../src/write/pdf/set/content.ts';
import { formNamed } from '../../src/write/pdf/set/form.ts';
import { StructureTree } from '../../src/write/pdf/tag/structure.ts';
import { gza } from '../theme/gza.ts';

const form = formNamed('pages', await gza());

export function made(): Made {
  return { tree: new StructureTree(), charts: new Map(), form, paper: null, heightOf: measureHeight };
}
