import { languageOf } from '../../language/languages.ts';
import type { DataRule } from '../check/rule.ts';

export const mapDisclaimer: DataRule = {
  code: 'map-disclaimer',
  title: 'Disclaimer in other words',
  why: 'The sentence is agreed among states; another wording may be read as a position on a border.',
  applies: 'Maps.',
  severity: 'error',
  says: 'The disclaimer of a map differs from the wording of the United Nations.',
  mend: 'Copy the sentence from the hint of the finding.',
  clause: 'United Nations Cartographic Section, guidelines for the publication of maps',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      for (const [tag, sentence] of Object.entries(value.map?.disclaimer ?? {})) {
        const required = languageOf(tag).mapDisclaimer;
        if (sentence === required) continue;
        const at = [...path, 'map', 'disclaimer', tag];
        yield {
          at,
          message: 'The disclaimer of the map differs from the wording of the United Nations.',
          hints: [`Write: ${required}`],
          meant: required,
        };
      }
    }
  },
};
