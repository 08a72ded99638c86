import { languageOf } from '../../language/languages.ts';
import type { Rule } from './rule.ts';

export const mapDisclaimer: Rule = {
  code: 'map-disclaimer',
  severity: 'error',
  says: 'A map has the disclaimer of the United Nations, word for word.',
  clause: 'United Nations Cartographic Section, guidelines for the publication of maps',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      for (const [tag, sentence] of Object.entries(value.map?.disclaimer ?? {})) {
        const wanted = languageOf(tag).mapDisclaimer;
        if (sentence === wanted) continue;
        const at = [...path, 'map', 'disclaimer', tag];
        yield {
          path: at,
          message: 'The disclaimer of the map differs from the wording of the United Nations.',
          hint: `Write: ${wanted}`,
        };
      }
    }
  },
};
