import type { Rule } from '../check/rule.ts';

/** The sentence of the United Nations, and our translation of it. */
export const mapSentence: Readonly<Record<string, string>> = {
  en: 'The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance by the United Nations.',
  ka: 'ამ რუკაზე ნაჩვენები საზღვრები, სახელწოდებები და გამოყენებული აღნიშვნები არ ნიშნავს, რომ გაერთიანებული ერების ორგანიზაცია ოფიციალურად იწონებს ან აღიარებს მათ.',
};

export const mapDisclaimer: Rule = {
  code: 'map-disclaimer',
  severity: 'error',
  says: 'The disclaimer of a map differs from the wording of the United Nations.',
  mend: 'Copy the sentence from the hint of the finding.',
  clause: 'United Nations Cartographic Section, guidelines for the publication of maps',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      for (const [tag, sentence] of Object.entries(value.map?.disclaimer ?? {})) {
        const wanted = mapSentence[tag];
        if (wanted === undefined || sentence === wanted) continue;
        const at = [...path, 'map', 'disclaimer', tag];
        yield {
          at,
          message: 'The disclaimer of the map differs from the wording of the United Nations.',
          hints: [`Write: ${wanted}`],
        };
      }
    }
  },
};
