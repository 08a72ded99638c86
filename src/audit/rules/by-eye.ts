import { knownLanguage } from '../../language/languages.ts';
import type { DocumentRule } from '../rule.ts';
import { runsOf } from '../runs.ts';

export const byEye: DocumentRule = {
  code: 'by-eye',
  title: 'Found by place or by colour',
  why: 'Who cannot see the page, or the colour, does not find what is meant; in another format it may be at another place.',
  applies: 'Paragraphs, captions and other texts.',
  severity: 'warning',
  says: 'A text finds something by its place on the page or by its colour, which not every reader sees, and formats change.',
  mend: 'Name it: by its number, its title or its words.',
  clause: 'WCAG 2.2, 1.3.3',
  *check({ document }) {
    for (const { text, lang, at } of runsOf(document)) {
      const wording = knownLanguage(lang)?.wording;
      if (wording?.anyByEye.test(text) !== true) continue;
      for (const [what, pattern] of [
        ['its place on the page', wording.byPlace],
        ['its colour', wording.byColour],
      ] as const) {
        const [found] = text.match(pattern) ?? [];
        if (found === undefined) continue;
        const message = `‘${found}’ finds something by ${what}, which not every reader sees.`;
        yield { at, message, hints: ['Name it: by its number, its title or its words.'] };
      }
    }
  },
};
