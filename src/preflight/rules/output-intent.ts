import type { Intent } from '../../finished/pdf/paint/intent.ts';
import { intentOf } from '../facts.ts';
import type { PressRule } from '../rule.ts';

/** Which press and paper the colours were made for. */
export const outputIntent: PressRule = {
  code: 'output-intent',
  severity: 'error',
  says: 'The file does not say for which press and paper its colours are, or the profile for it cannot be used.',
  mend: 'Export with the profile of the press, such as FOGRA39.',
  clause: 'ISO 15930-7, output intent',
  *check({ file }) {
    const intent = intentOf(file);
    const message = intent === null ? 'The output intent of the file is missing' : faultOf(intent, file.standard);
    if (message === null) return;
    yield { at: null, message, hints: ['Export with the profile of the press, such as FOGRA39.'] };
  },
};

function faultOf({ standard, identifier, profile, isElsewhere }: Intent, claim: string | null): string | null {
  if (standard !== 'GTS_PDFX') return 'The output intent for a press (GTS_PDFX) is missing';
  // PDF/X-4p and two variants of PDF/X-5 name a profile that is another file, and have none of their own.
  const isReferred = /^PDF\/X-(?:4p|5n|5pg)/i.test(claim ?? '');
  if (isReferred && !isElsewhere)
    return `The reference to the profile of the press is missing, which ${claim} asks for`;
  if (profile === null && isReferred) return identifier === null ? nameless : null;
  if (profile === null && isElsewhere) {
    return 'The profile of the output intent is in another file, which only PDF/X-4p allows';
  }
  if (profile === null) return 'The profile of the output intent is missing';
  if (profile.space === null) return 'The profile of the output intent is damaged';
  if (profile.space === 'RGB') return 'The profile of the output intent is for a screen (RGB)';
  if (profile.kind !== 'prtr') return 'The profile of the output intent is not for an output device';
  const components = { CMYK: 4, GRAY: 1 }[profile.space];
  if (components !== undefined && profile.components !== components) {
    return `The profile of the output intent is ${profile.space}, but the file gives it ${profile.components} inks`;
  }
  if (identifier === null) return nameless;
  const [said, held] = [conditionIn(identifier), conditionIn(profile.name ?? '')];
  if (said === null || held === null || said === held) return null;
  return `The output intent says FOGRA${said}, and its profile is for FOGRA${held}`;
}

/** The number of the printing condition that a name tells; most profiles have names of their own. */
const conditionIn = (name: string): string | null => /FOGRA[ -]?(\d+)/i.exec(name)?.[1] ?? null;

const nameless = 'The output intent does not name its printing condition';
