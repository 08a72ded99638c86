import { countedIn, covers, stemsIn } from '../check/figures.ts';
import type { DataRule } from '../check/rule.ts';

export const figureDiffers: DataRule = {
  code: 'figure-differs',
  severity: 'warning',
  says: 'A key figure has a value that the indicator, or the other key figure, of the same name does not have.',
  mend: 'Check both against the source; name what is not the same differently.',
  *check(sheet) {
    const [tag] = sheet.data.languages;
    const all =
      tag === undefined ? [] : [...countedIn(sheet, tag)].map((each) => ({ ...each, stems: stemsIn(each.name) }));
    for (const [index, own] of all.entries()) {
      if (own.what !== 'key figure') continue;
      const [value] = own.values;
      const other = all.find(
        (each, place) =>
          place !== index && (each.what === 'indicator' || place < index) && covers(each.stems, own.stems),
      );
      if (other === undefined || value === undefined || other.values.includes(value)) continue;
      yield {
        at: own.path,
        message: `The key figure “${own.name}” is ${value}, and the ${other.what} “${other.name}” has no such value.`,
        hints: ['Check both against the source; if they count different things, name them differently.'],
      };
    }
  },
};
