/** Colours of SVG pictures and charts on the press. */
import type { Page, Reference } from 'pdfmake/js/PDFDocument.js';
import type { PressInks } from '../paint/inks.ts';
import type { SpotFile } from '../paint/spots.ts';

interface PressPaint extends SpotFile {
  readonly page: Page;
  addContent(operators: string): unknown;
}

/**
 * The graphics states by whether areas print over what is under them; strokes never do. In pictures black stands on tints as it
 * does in text: a hole in them would show as a light edge where the inks don't meet. White must never print over anything: it
 * would vanish (ISO 32000-1, 8.6.7).
 */
const states = { OverFill: { OP: false, op: true, OPM: 1 }, Knockout: { OP: false, op: false, OPM: 1 } } as const;
const made = new WeakMap<object, Map<keyof typeof states, Reference>>();

/** Sets the colour of areas or strokes in ink, and for areas whether it prints over. */
export function pressPaint(color: string, stroke: boolean, inks: PressInks, file: PressPaint): void {
  // The state is set with each colour: one shape fills its line's ends with the stroke's colour, then itself with its own.
  if (!stroke) file.addContent(`/${stateIn(file, inks.overprints(color) ? 'OverFill' : 'Knockout')} gs`);
  file.addContent(inks.spot(color, file, { stroke }) ?? (stroke ? inks.stroke(color) : inks.fill(color)));
}

function stateIn(file: PressPaint, name: keyof typeof states): string {
  const own = made.get(file) ?? new Map<keyof typeof states, Reference>();
  made.set(file, own);
  let state = own.get(name);
  if (state === undefined) {
    state = file.ref({ Type: 'ExtGState', ...states[name] });
    state.end();
    own.set(name, state);
  }
  file.page.ext_gstates[name] ??= state;
  return name;
}
