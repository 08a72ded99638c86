import { languageOf } from '../../language/languages.ts';
import type { DataRule } from '../check/rule.ts';

export const mapUnnamed: DataRule = {
  code: 'map-unnamed',
  title: 'Map that is not called one',
  why: 'Who cannot see it does not learn that it is a map; without the disclaimer its borders may be read as a position.',
  applies: 'Pictures with an alternative text that says “map”, and pictures with a disclaimer.',
  severity: 'warning',
  says: 'The alternative text of a map does not say that it is one, or a picture that is called a map has no disclaimer.',
  mend: 'Begin the alternative text with “Map”; add "map" with the disclaimer to what is one.',
  clause: 'WCAG 2.2, 1.1.1',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      // The picture of a row of easy reading has no such field.
      if (value.map === undefined) continue;
      for (const [tag, alt = ''] of Object.entries(value.alt ?? {})) {
        const isCalled = languageOf(tag).wording.map.test(alt);
        if (isCalled === (value.map !== null)) continue;
        const message = isCalled
          ? 'The picture is called a map, and has no disclaimer on boundaries and names.'
          : 'The picture is a map, and its alternative text does not say so.';
        const hint = isCalled
          ? 'Add "map": { "disclaimer": … } if it shows boundaries; if it is a plan or a sketch, call it that.'
          : 'Begin the alternative text with what it is: “Map: …”.';
        yield { at: [...path, 'alt', tag], message, hints: [hint] };
      }
    }
  },
};
