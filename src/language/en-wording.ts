import type { Wording } from './wording.ts';

const picture = '(?:image|picture|photo|photograph|graphic|illustration|drawing|screenshot|logo|icon)';
const shown = '(?:table|chart|figure|picture|photo|photograph|map|diagram|box|panel|column|list|text)';
const colour = '(?:red|green|blue|yellow|orange|grey|gray|purple|pink|brown)';

const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const ordinals = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth'],
  ...['seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'],
];

const amount = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const code = '(?<code>\\d{1,2}\\.\\d{1,2})(?![\\d%]|\\.\\d|[ \u00a0]?(?:%|per cent|million|billion))';

export const wording: Wording = {
  pictureOpening:
    /^(?:an? |the |this )?(?:image|picture|photo|photograph|graphic|illustration|screenshot) (?:of|shows|showing)\b/iu,
  pictureNoun: new RegExp(
    `^(?:an? |the )?(?:${picture}|map|chart|graph|diagram|banner|untitled)(?: ?\\d+)?[.!]?$`,
    'iu',
  ),
  map: /\bmaps?\b/iu,
  vagueLink:
    /^(?:(?:click|press|see|look|read|go)(?: on)? )?(?:here|this|there|link|this link|this page|this site|website|more|read more|more information|learn more|find out more|details|continue|download)[.!…]?$/iu,
  references: {
    table: /(?<![\p{L}\p{N}])tables? (?:no\. ?)?(?<number>\d{1,3})(?![\p{L}\p{N}.,-]*\d)/giu,
    figure: /(?<![\p{L}\p{N}])figures? (?:no\. ?)?(?<number>\d{1,3})(?![\p{L}\p{N}.,-]*\d)/giu,
    chart: /(?<![\p{L}\p{N}])charts? (?:no\. ?)?(?<number>\d{1,3})(?![\p{L}\p{N}.,-]*\d)/giu,
  },
  byPlace: new RegExp(
    `\\b${shown}s? (?:shown |given )?(?:(?:on|to|at) the (?:right|left)|on the opposite page)\\b|\\b(?:right|left)-hand ${shown}\\b|\\b(?:on|to|at) the (?:right|left) of (?:the |this )${shown}\\b|\\b(?:top|bottom|upper|lower)[ -](?:right|left)(?:-hand)? corner\\b`,
    'giu',
  ),
  byColour: new RegExp(
    `\\b(?:shown|marked|highlighted|printed|indicated|coloured|colored|given|displayed|set|written|drawn) in ${colour}\\b|\\b${colour} (?:bars?|lines?|rows?|cells?|numbers?|columns?|segments?|dots?|text|words?|letters?)\\b|\\b(?:bars|lines|rows|cells|columns|fields|numbers|dates|words|entries) in ${colour}\\b(?! \\p{L}+s\\b)`,
    'giu',
  ),
  anyByEye: new RegExp(`right|left|opposite|\\b${colour}\\b`, 'i'),
  partOfWhole: [
    /(?<![\p{L}\p{N}.,:/-])(?<part>\d{1,3}(?:,\d{3})+|\d{1,6}) (?:out )?of (?:the |all |a total of )?(?<whole>\d{1,3}(?:,\d{3})+|\d{1,6})(?![\p{L}\p{N}/]|[.,:-]\d)/giu,
  ],
  numberOf: (word) => (numbers.includes(word) ? numbers.indexOf(word) + 2 : null),
  anyNumber: new RegExp(`(?:^|[^a-z])(?:${numbers.join('|')})(?:$|[^a-z])`),
  wordedNumber: (word) => {
    const ordinal = ordinals.indexOf(word) + 1;
    if (word === 'one' || ordinal === 1) return 1;
    return ordinal > 0 ? ordinal : numbers.includes(word) ? numbers.indexOf(word) + 2 : null;
  },
  multiples: /^(?:hundred|thousand|million|billion)s?$/u,
  statuses: {
    'on-plan': /\b(?:on (?:plan|track|schedule|time)|as planned)\b/iu,
    exceeded: /\b(?:exceeded|exceeds|above target|above plan|ahead of (?:plan|schedule))\b/iu,
    behind: /\b(?:behind|delayed|late|overdue|below target|not (?:yet )?started|postponed)\b/iu,
  },
  amountHead: /\b(?:budget|budgeted|cost|costs|amount|amounts|price|expenditure|expenses|spent|spending|funding)\b/iu,
  currencies: {
    GEL: /(?<!\p{L})(?:GEL|laris?)(?!\p{L})|₾/giu,
    EUR: /(?<!\p{L})(?:EUR|euros?)(?!\p{L})|€/giu,
    USD: /(?<!\p{L})(?:USD|(?:US )?dollars?)(?!\p{L})|\$(?=\s?\d[\d.,])|(?<=\d\s?)\$/giu,
    GBP: /(?<!\p{L})(?:GBP|pounds sterling)(?!\p{L})|£/giu,
  },
  otherCurrency:
    /(?<!\p{L})(?:hryvnias?|rou?bles?|manats?|drams?|liras?|zlotys?|francs?|yen|yuan|riyals?|rials?|dinars?|tenge|soms?|kron[aeo]r?|crowns?|lei|leu|lev[as]?|rupees?|shekels?|pesos?|forints?|pounds?|dirhams?)(?!\p{L})/iu,
  anyCurrency: /GEL|lari|₾|EUR|€|USD|dollar|\$|GBP|sterling|£/i,
  fundedBy:
    /\b(?:funded|financed|paid for|supported financially) by\b|\bwith (?:the )?(?:financial support|funding) (?:of|from|by)\b/iu,
  percentOf: /(?<![\d.,])(\d{1,3}(?:\.\d+)?)(?:[ \u00a0]?%| per ?cent)/u,
  scales: /(?<![\d.,])(?<number>\d{1,3}(?:\.\d{1,3})?)[ \u00a0](?:(?<million>million)|billion)\b/giu,
  budgetSpent:
    /(?<percent>\d{1,3}(?:\.\d+)?)(?:[ \u00a0]?%| per cent) of the (?:whole |total |entire )?budget\b(?=[^.!?]{0,80}\bspent\b)/iu,
  allOf: {
    risk: /\bof (?:the |all )?(?<number>[\p{L}\d]{1,20}) (?:identified |recorded )?risks\b/iu,
    activity: /\bof (?:the |all )?(?<number>[\p{L}\d]{1,20}) (?:planned )?activities\b/iu,
    indicator: /\bof (?:the |all )?(?<number>[\p{L}\d]{1,20}) indicators\b/iu,
  },
  onPaper: /\b(?:print|printed|paper|brochures?|leaflets?)\b/iu,
  onWeb: /\b(?:web|websites?|online|internet|sites?|digital|electronic|social)\b/iu,
  measureHead:
    /^(?:total |average |mean )?(?:length|distance|height|width|depth|area|weight|mass|volume|temperature|speed|capacity|duration|altitude)$/iu,
  unit: /(?<!\p{L})(?:km|m|cm|mm|ha|kg|g|t|l|ml|km²|m²|m³|kW|MW|V|units?|°C|%|per cent|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|hectares?|kilograms?|grams?|tonnes?|tons?|lit(?:re|er)s?|degrees?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?!\p{L})/u,
  shares: [
    {
      claim: /\b(?:more than|over) (?:a )?half\b|\b(?:the|a) (?:clear |large |vast )?majority\b|\bmost of\b/iu,
      least: 0.5,
      most: 1,
    },
    { claim: /\b(?:less|fewer) than (?:a )?half\b|\bunder half\b/iu, least: 0, most: 0.5 },
    { claim: /\bmore than (?:a|one) third\b|\bmore than one in three\b/iu, least: 1 / 3, most: 0.5 },
    { claim: /\bless than (?:a|one) third\b|\b(?:less|fewer) than one in three\b/iu, least: 0, most: 1 / 3 },
    { claim: /\b(?:less|fewer) than (?:a|one) quarter\b/iu, least: 0, most: 0.25 },
    { claim: /(?<!(?:more|less|fewer) than )\btwo[- ]thirds\b/iu, least: 0.6, most: 0.73 },
    { claim: /(?<!(?:more|less|fewer) than )\bthree[- ]quarters\b/iu, least: 0.7, most: 0.8 },
  ],
  sectionReference:
    /(?<![\p{L}\p{N}])(?:see |in )(?:section|chapter) (?<number>\d{1,2})(?![\p{L}\p{N}.,-]*\d)(?! of | in )/giu,
  // “No. 7”, “No 7” and a column “No” are numbers; “no later than” and “do not hesitate” deny nothing.
  denies:
    /\b(?:[Nn]ot(?![ \u00a0](?:exceed|obliged|uncommon|un\p{L}{4,}|late|miss|only|just|merely|hesitate|worry|forget|alone|far|sure|matter|later|more|less|fewer)\b)|[Cc]annot|[Nn]o(?=[ \u00a0](?!\d|\p{Lu}[\p{Lu}\d-]|(?:later|more|less|fewer|doubt|matter|wonder|problem)\b))|[Nn]ever|[Nn]obody|[Nn]othing|[Nn]one|[Nn]either|[Nn]owhere)\b|n[’']t\b(?![ \u00a0](?:hesitate|worry|forget|matter)\b)/gu,
  mayDeny:
    /\b(?:not|cannot|no|never|nobody|nothing|none|neither|nor|nowhere|without|only|but|except|until|unless|instead|hardly|rather|too|free|few(?:er)?|less|least|lack\p{L}*|fail\p{L}*|refus\p{L}*|reject\p{L}*|turn(?:ed|s)? down|forb\p{L}+|prohibit\p{L}*|avoid\p{L}*|prevent\p{L}*|den(?:y|ies|ied)\p{L}*|stop\p{L}*|mis\p{L}{3,}|un\p{L}{3,}|in\p{L}{5,}|im\p{L}{4,}|ir\p{L}{5,}|il\p{L}{4,}|dis\p{L}{4,}|non\p{L}*|other|differ\p{L}*|remain\p{L}*|exceed\p{L}*|outside|out|absent\p{L}*|afraid|fear\p{L}*|anonymous\p{L}*|calm|cap(?:ped|s)?|clos\p{L}*|confidential\p{L}*|despite|far from|final|good time|hands off|ke(?:ep|pt)\p{L}*|left|limit\p{L}*|mind|remember|refrain\p{L}*|stay\p{L}*|up to|volunt\p{L}+|with(?:he|ho)ld|yet|away|all|always|both|close|(?:an|ever)y\p{L}*|late\p{L}*|near\p{L}*|same|secret\p{L}*|still|than|over\p{L}*|at most|or false)\b|n[’']t\b|\p{L}less\b/giu,
  choices: {
    sex: [/\b(?:wom[ae]n|girls?|females?)\b/iu, /\b(?:m[ae]n|boys?|males?)\b/iu],
    change: [
      /\b(?:gr[eo]w[ns]?(?! (?:small|few|less|short)\p{L}*)|rose|risen|increas\p{L}+|doubled|tripled)\b/iu,
      /\b(?:fell|fallen|dropp(?:ed|ing)|decreas\p{L}+|declin(?:ed|es|ing)|shr[aiu]nk\p{L}*|reduc\p{L}+|halved|lower\p{L}*|cut)\b/iu,
    ],
    bound: [
      /(?<!\bno |\bnot )\b(?:more than|over|above)\b|\b(?:at least|(?:no|not) (?:less|fewer) than)\b/iu,
      /(?<!\bno |\bnot )\b(?:less than|fewer than|under|below)\b|\b(?:at most|(?:no|not) more than)\b/iu,
    ],
    rhythm: [
      /\b(?:daily|(?:every|each|a|per) day)\b/iu,
      /\b(?:weekly|(?:every|each|(?<!days )a|per) week)\b/iu,
      /\b(?:monthly|(?:every|each|a|per) month)\b/iu,
      /\b(?:yearly|annual(?:ly)?|(?:every|each|a|per) year)\b/iu,
    ],
    weekday: [/\bMondays?\b/u, /\bTuesdays?\b/u, /\bWednesdays?\b/u, /\bThursdays?\b/u, /\bFridays?\b/u],
  },
  units: {
    point: /^percentage points?\b/iu,
    percent: /^(?:%|per ?cent\b)/iu,
    minute: /^min(?:utes?|\.)?(?!\p{L})/iu,
    hour: /^hours?\b/iu,
    day: /^(?:working |calendar )?days?\b/iu,
    week: /^weeks?\b/iu,
    month: /^months?\b/iu,
    year: /^years?\b/iu,
    kilometre: /^(?:km|kilomet(?:re|er)s?)\b/iu,
    metre: /^(?:m|met(?:re|er)s?)\b/u,
    hectare: /^(?:ha|hectares?)\b/u,
    kilogram: /^(?:kg|kilos?|kilograms?)\b/u,
    tonne: /^(?:t|tons?|tonnes?)\b/u,
  },
  narrows:
    /\b(?:average|alone|first|last|before|since|until|ago|another|further|(?:more|fewer)(?! than)|will|would|had|each|per|peak|wom[ae]n|girls?|females?|m[ae]n|boys?|males?|disabilit\p{L}+|spring|summer|autumn|winter|quarter)\b/iu,
  roughly: /\b(?:nearly|almost|about|around|roughly|some|approximately)\b/iu,
  ofThem: /,? (?:of|among) (?:whom|which|them)\b/iu,
  outOf: /\b(?:of|among)\b/iu,
  fromTo: new RegExp(
    `\\bfrom (?:about |some )?(?<from>${amount})(?:[ \u00a0]?%| \\p{L}+(?: \\p{L}+)?)? to (?:about |some )?(?<to>${amount})(?![\\d:])`,
    'iu',
  ),
  changedBy: new RegExp(
    `\\bby (?:about |some )?(?<number>${amount})[ \u00a0]?(?:(?<point>percentage points?)|%|per cent)`,
    'iu',
  ),
  codes: {
    activity: new RegExp(`\\bactivit(?:y|ies) ${code}`, 'giu'),
    indicator: new RegExp(`\\bindicators? ${code}`, 'giu'),
    line: new RegExp(`\\b(?:budget )?lines? (?:of [\\p{L} ]{3,40} \\()?${code}`, 'giu'),
  },
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
    (day) => new RegExp(`${day},? $|^ ?[,(] ?${day}\\b(?!-|–| –| (?:to|and|or)\\b)`, 'u'),
  ),
  twice: ['had', 'that', 'very', 'bye', 'so'],
};
