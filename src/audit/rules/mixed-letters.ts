import type { Place } from '../../diagnostics.ts';
import { matchesIn } from '../../text.ts';
import { scriptsIn } from '../letters.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';
import { type AuditedText, textsOf } from '../texts.ts';

/**
 * A letter of another script in a word: it looks right, but nobody finds the word by searching, and a screen reader spells it.
 * A word is letters without a break, so that "IOM-ის" is two; a Latin name with a Georgian ending ("Facebookზე") is left.
 */
export const mixedLetters: DocumentRule = {
  code: 'mixed-letters',
  title: 'Letter of another script in a word',
  why: 'The word looks right, but nobody finds it by searching, and a screen reader spells it or says another.',
  applies: 'Words of texts.',
  severity: 'warning',
  says: 'A word has a letter of another script that looks like one of its own.',
  mend: 'Type the letter again in the script of the word.',
  *check({ document }) {
    const found = new Map<string, { readonly fault: Fault; readonly places: Place[] }>();
    for (const piece of textsOf(document)) {
      if (isOfOneScript(piece)) continue;
      const { value, from } = piece;
      for (const [word] of matchesIn(value, /\p{L}[\p{L}\p{M}]*/gu)) {
        if (scriptsIn(word).size < 2) continue;
        const fault = found.get(word)?.fault ?? faultOf(word);
        if (fault === null) continue;
        const entry = found.get(word) ?? { fault, places: [] };
        found.set(word, entry);
        if (entry.places.at(-1) !== from) entry.places.push(from);
      }
    }
    for (const { fault, places } of found.values()) yield* findingOf(fault, places);
  },
};

interface Fault {
  readonly message: string;
  /** The word as it was meant. */
  readonly meant: string;
}

/** A word of letters in the script that most of them are of; as it is where it has no fault that can be mended. */
export function wordOfOneScript(word: string): string {
  return scriptsIn(word).size < 2 ? word : (faultOf(word)?.meant ?? word);
}

const scripts = {
  Latin: /\p{Script=Latin}/u,
  Georgian: /\p{Script=Georgian}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
};
type Script = keyof typeof scripts;
const names = Object.keys(scripts) as readonly Script[];
const codes = ['Latn', 'Geor', 'Cyrl', 'Grek', 'Armn'] as const;

/** Most texts are, and are passed over in one go. */
function isOfOneScript({ scripts: found }: AuditedText): boolean {
  return found.size < 2 || codes.filter((code) => found.has(code)).length < 2;
}

/** Letters that look like Latin ones: two strings, letter for letter. */
const alike: Readonly<Partial<Record<Script, readonly [string, string]>>> = {
  Cyrillic: ['АВЕЁКМНОРСТУХІЇЈЅԚԜӀаеёкмосрухіїјѕԛԝһӏ', 'ABEËKMHOPCTYXIÏJSQWIaeëkmocpyxiïjsqwhl'],
  Greek: ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον', 'ABEZHIKMNOPTYXov'],
  Armenian: ['ՕՏՍօսհոզց', 'OSUouhnqg'],
};

/** The keys of the Georgian keyboard: what a letter becomes when the Latin layout was on. */
const keys = ['abcdefghijklmnopqrstuvwxyzCJRSTWZ', 'აბცდეფგჰიჯკლმნოპქრსტუვწხყზჩჟღშთჭძ'] as const;

/** The letter of `to` that a letter of `from` stands for, if there is one. */
function letterFor(letter: string, from: Script, to: Script): string | null {
  if (to === 'Georgian') return from === 'Latin' ? at(keys[0], keys[1], letter) : null;
  if (to === 'Latin') return at(...(alike[from] ?? ['', '']), letter);
  const [own, latin] = alike[to] ?? ['', ''];
  return from === 'Latin' ? at(latin, own, letter) : null;
}

function at(given: string, expected: string, letter: string): string | null {
  const index = given.indexOf(letter);
  return index === -1 ? null : (expected[index] ?? null);
}

function scriptOf(letter: string): Script | null {
  return names.find((name) => scripts[name].test(letter)) ?? null;
}

function faultOf(word: string): Fault | null {
  const letters = Array.from(word, (letter) => ({ letter, script: scriptOf(letter) }));
  const count = (name: Script) => letters.filter(({ script }) => script === name).length;
  const [main, ...others] = names.filter((name) => count(name) > 0).sort((a, b) => count(b) - count(a));
  if (main === undefined || others.length === 0 || isNameWithEnding(word)) return null;
  const strange = letters.filter(({ script }) => script !== null && script !== main);
  const meant = (letter: string, script: Script | null) => (script === null ? null : letterFor(letter, script, main));
  const known = strange.flatMap(({ letter, script }) => {
    const better = meant(letter, script);
    return better === null || script === null ? [] : [{ letter, script, better }];
  });
  const [first] = known;
  // What looks like no letter of the word is meant: kΩ, μm.
  if (first === undefined || known.length < strange.length) return null;
  const mended = letters.map(({ letter, script }) => (script === main ? letter : (meant(letter, script) ?? letter)));
  const more = strange.length > 1 ? ` and ${strange.length - 1} more letters of another script` : '';
  const likeness =
    main === 'Georgian'
      ? `is on the key of the Georgian “${first.better}”`
      : `looks like the ${main} “${first.better}”`;
  return {
    message: `“${word}” has the ${first.script} letter “${first.letter}”, which ${likeness}${more}`,
    meant: mended.join(''),
  };
}

/** Two or more Latin letters and then Georgian ones. */
function isNameWithEnding(word: string): boolean {
  return /^\p{Script=Latin}{2,}\p{Script=Georgian}+$/u.test(word);
}

/** As many places are listed. */
const mostPlaces = 20;

function* findingOf({ message, meant }: Fault, [first, ...others]: readonly Place[]): Generator<DocumentFinding> {
  if (first === undefined) return;
  const count =
    others.length === 0 ? '' : `, here and in ${others.length} more ${others.length === 1 ? 'text' : 'texts'}`;
  yield {
    at: first,
    message: `${message}${count}.`,
    hints: [`Write “${meant}”.`],
    related: others.slice(0, mostPlaces).map((place) => ({ at: place, message: 'Here too.' })),
  };
}
