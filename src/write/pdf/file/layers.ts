/** Layers that tell what a press does besides printing colours (ISO 19593-1, 6.1 and 6.2; ISO 32000-1, 8.11). */
import type { Page, Reference } from 'pdfmake/js/PDFDocument.js';
import type { StepName } from '../../../theme/process-steps.ts';

/** The standard's names: its groups of steps, and the types of those groups that have any. */
const steps: Readonly<Record<StepName, { readonly name: string; readonly group: string; readonly type?: string }>> = {
  white: { name: 'White', group: 'White' },
  varnish: { name: 'Varnish', group: 'Varnish' },
  cut: { name: 'Cutting', group: 'Structural', type: 'Cutting' },
};

interface LayeredFile {
  ref(data?: object): Reference;
  readonly page: Page;
}

export class StepLayers {
  readonly #made = new Map<StepName, Reference>();

  /** The name by which what is painted on the current page says that it belongs to a step. */
  use(step: StepName, file: LayeredFile): string {
    let layer = this.#made.get(step);
    if (layer === undefined) {
      const { name, group, type } = steps[step];
      const metadata = { GTS_ProcStepsGroup: group, ...(type === undefined ? {} : { GTS_ProcStepsType: type }) };
      layer = file.ref({ Type: 'OCG', Name: new String(name), GTS_Metadata: metadata });
      layer.end();
      this.#made.set(step, layer);
    }
    const { data } = file.page.resources;
    data.Properties ??= {};
    const id = `Step${steps[step].name}`;
    Object.assign(data.Properties as object, { [id]: layer });
    return id;
  }

  /** What the catalog says of them: all are shown and printed (ISO 19005-2, 6.9). Null for a file that has none. */
  get properties(): object | null {
    const all = [...this.#made.values()];
    return all.length === 0 ? null : { OCGs: all, D: { Name: new String('Processing steps'), ON: all, Order: all } };
  }
}
