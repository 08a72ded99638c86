/** Fields of a project's own kind that its template does not ask for: whoever fills them in would wait for them in vain. */
import { Report } from '../../diagnostics.ts';
import { readJson } from '../../json/json.ts';
import { stepTo, valueAt } from '../../json/path.ts';
import { decode } from '../../json/source.ts';
import type { DataShape } from '../../model/datum.ts';

/** Warns at each field in the kind's schema, `file`, whose part of `shape` is not among those that its template has `asked` for. */
export function warnOfUnshown(
  file: string,
  bytes: Uint8Array,
  { shape, asked }: { readonly shape: DataShape; readonly asked: ReadonlySet<unknown> },
  report: Report,
): void {
  const source = decode(bytes, file, new Report());
  const json = source && readJson(source, new Report());
  if (json === null) return;
  const warn = (schema: unknown, at: string, around: DataShape): void => {
    const given = around.type === 'list' ? around.items : around;
    const inner = around.type === 'list' ? valueAt(schema, ['items']) : schema;
    const here = around.type === 'list' ? stepTo(at, 'items') : at;
    const properties = valueAt(inner, ['properties']);
    if (given.type !== 'record' || typeof properties !== 'object' || properties === null) return;
    for (const [name, own] of Object.entries(properties)) {
      const field = Object.hasOwn(given.fields, name) ? given.fields[name] : undefined;
      const place = stepTo(stepTo(here, 'properties'), name);
      if (field === undefined) continue;
      if (asked.has(field)) warn(own, place, field);
      else
        report.warning('field-unshown', json.placeOfName(place), `The template does not show "${name}".`, {
          hints: [`Write {{${name}}} in the template where it belongs, or remove "${name}" from the schema.`],
        });
    }
  };
  warn(json.value, '$', shape);
}
