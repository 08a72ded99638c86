/**
 * What a language's writers say where a document should say something else: the words that the rules of meaning look for. All
 * expressions have the flags `i` and `u`, those that are searched for in running text `g` as well.
 */
import type { Counted, Currency } from './language.ts';

/** What a sentence says one of: whose, which way, from which side, how often, on which day of the week. */
export type Opposite = 'sex' | 'change' | 'bound' | 'rhythm' | 'weekday';

/** Units that stand behind a number. */
export type Unit =
  | ('minute' | 'hour' | 'day' | 'week' | 'month' | 'year')
  | ('metre' | 'kilometre' | 'hectare' | 'kilogram' | 'tonne')
  | ('percent' | 'point');

export interface Wording {
  /** How an alternative text opens that says first that there is a picture: “Image of …”. */
  readonly pictureOpening: RegExp;
  /** An alternative text that says nothing but that there is a picture: “photo”. */
  readonly pictureNoun: RegExp;
  /** A text that says of a picture that it is a map. */
  readonly map: RegExp;
  /** Words of a link that do not say where it leads: “here”. */
  readonly vagueLink: RegExp;
  /** A reference that is written by hand, with the number as the group `number`: “see Table 9”. */
  readonly references: Readonly<Record<Counted, RegExp>>;
  /** What only those find who see the page: “the table on the right”. */
  readonly byPlace: RegExp;
  /** What only those find who see colours: “shown in red”. */
  readonly byColour: RegExp;
  /** Found in every text that one of these two finds: others are passed over. */
  readonly anyByEye: RegExp;
  /** A part of a whole, with the groups `part` and `whole`, in each order in which the language says them: “9 of 8”. */
  readonly partOfWhole: readonly RegExp[];
  /** The number from two to twelve that a word in small letters is, in any of its forms; null for other words. */
  numberOf(word: string): number | null;
  /** Found in every text in small letters that has such a number: others are passed over. */
  readonly anyNumber: RegExp;
  /** The number from one to twelve that a word in small letters says as a count or as a place in an order; null for others. */
  wordedNumber(word: string): number | null;
  /** Words before which a number is not itself: “three thousand”. */
  readonly multiples: RegExp;
  /** Words in a cell that say how far a thing is, by the mark that goes with them. */
  readonly statuses: Readonly<Record<'on-plan' | 'exceeded' | 'behind', RegExp>>;
  /** The head of a column of amounts: “Budget”. */
  readonly amountHead: RegExp;
  /** The name of a currency in running text. */
  readonly currencies: Readonly<Record<Currency, RegExp>>;
  /** The name of any other currency, in words. */
  readonly otherCurrency: RegExp;
  /** Found in every text that names a currency: others are passed over. */
  readonly anyCurrency: RegExp;
  /** Says that somebody else has paid for the work. */
  readonly fundedBy: RegExp;
  /** A percentage in running text. */
  readonly percentOf: RegExp;
  /** A number of millions, or of milliards: the groups `number` and, of the first, `million`. */
  readonly scales: RegExp;
  /** A share of a budget that was spent, as the group `percent`, in a sentence that says so. */
  readonly budgetSpent: RegExp;
  /** A number of risks, activities or indicators that a sentence takes its parts from: “Of eight risks”, by what is counted. */
  readonly allOf: Readonly<Record<'risk' | 'activity' | 'indicator', RegExp>>;
  /** What consents call paper, and the web. */
  readonly onPaper: RegExp;
  readonly onWeb: RegExp;
  /** The head of a column of measures: “Length”. */
  readonly measureHead: RegExp;
  /** A unit of measure, in a head or around a table. */
  readonly unit: RegExp;
  /** Claims about a part of a whole, and between which shares it then is. */
  readonly shares: readonly { readonly claim: RegExp; readonly least: number; readonly most: number }[];
  /** A section by its number, as the group `number`; not one of another document. */
  readonly sectionReference: RegExp;
  /** A word that denies what its sentence says: “not”. */
  readonly denies: RegExp;
  /** All by which a sentence may say the same: “without”, “unable”, “only”. */
  readonly mayDeny: RegExp;
  /** Words by what they choose between, in the same order in each language: women and men. */
  readonly choices: Readonly<Record<Opposite, readonly RegExp[]>>;
  /** Units as they follow a number and its blank; what is first found is meant. */
  readonly units: Readonly<Record<Unit, RegExp>>;
  /** A sentence so speaks of a part, of another time or of what might be: “on average”, “in Batumi alone”, “would”. */
  readonly narrows: RegExp;
  /** A number after it is not exact: “nearly”. */
  readonly roughly: RegExp;
  /** Between a number and a part of it: “of whom”. */
  readonly ofThem: RegExp;
  /** What a sentence about a part has somewhere: “of”. */
  readonly outOf: RegExp;
  /** A change from one number to another, as the groups `from` and `to`. */
  readonly fromTo: RegExp;
  /** By how much something has changed: the groups `number`, and `point` where it is a difference of percentages. */
  readonly changedBy: RegExp;
  /** A code of the report by what it is of, as the group `code`: “indicator 3.2”. */
  readonly codes: Readonly<Record<'activity' | 'indicator' | 'line', RegExp>>;
  /** The days of the week, from Monday to Sunday, where they stand right before a date or right behind it. */
  readonly weekdays: readonly RegExp[];
  /** Words that are written twice on purpose. */
  readonly twice: readonly string[];
}
