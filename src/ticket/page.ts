/** The ticket as a page for people: one file, no scripts, nothing fetched. */

import type { Sheet } from '../finished/pdf/paint/file.ts';
import { formatDate } from '../language/dates.ts';
import { en } from '../language/en.ts';
import type { Language } from '../language/language.ts';
import { languageOf } from '../language/languages.ts';
import { formatPercent } from '../language/numerals.ts';
import type { Ticket } from './data.ts';
import type { TicketImposition } from './order.ts';
import { safe } from './safe.ts';
import type { Shades } from './shades.ts';
import { listOf, section, shellOf } from './shell.ts';
import { drawSide } from './side.ts';
import { style } from './style.ts';
import { tableOf } from './table.ts';
import { type TicketVocabulary, wordsOf } from './words.ts';

/** Most characters of a side's picture, and of all together: a ticket is sent by mail. */
const limits = { side: 60_000, all: 900_000 };

/** More pages than these are shown small. */
const few = 8;

export function pageOf(ticket: Ticket, sheets: readonly Sheet[], shades: Shades): string {
  const language = languageOf(ticket.lang);
  const words = wordsOf(language);
  const title = safe(ticket.title);
  // The title is in the document's language, which may be none that the ticket speaks.
  const own = language.tag === ticket.lang ? '' : ` lang="${safe(ticket.lang)}"`;
  const sections = [
    section(words.sides, sidesOf(ticket, sheets, shades, words)),
    section(words.order, factsOf(ticket, words, language)),
    ticket.sides.some(({ panels }) => panels.length > 0) ? section(words.panels, panelsOf(ticket, words)) : '',
    ticket.steps.length > 0 ? section(words.finishing, stepsOf(ticket, words)) : '',
    ticket.imposition === null ? '' : section(words.plan, planOf(ticket.imposition, words)),
    section(words.findings, findingsOf(ticket, words, language)),
    ticket.inks.tokens.length > 0 ? section(words.tokens, tokensOf(ticket, shades, words)) : '',
    section(words.fonts, fontsOf(ticket, words)),
    section(words.pictures, picturesOf(ticket, words)),
    ticket.conversions.length > 0 ? section(words.conversions, listOf(ticket.conversions)) : '',
  ];
  const kicker = words.ticket;
  return shellOf({ language, kicker, title, own, style, main: sections.filter((part) => part !== '').join('\n') });
}

function sidesOf({ sides }: Ticket, sheets: readonly Sheet[], shades: Shades, words: TicketVocabulary): string {
  const limit = Math.min(limits.side, Math.floor(limits.all / Math.max(1, sides.length)));
  const figures = sides.flatMap((side, index) => {
    const sheet = sheets[side.page - 1];
    if (sheet === undefined) return [];
    const folded = side.panels.length > 0;
    const which = side.name ?? (folded ? `${words.side} ${index + 1}` : `${words.page} ${side.page}`);
    const caption = folded ? `${which}, ${words.size(side.trim)}` : which;
    const picture = drawSide(sheet, side, shades, words, limit, `s${index + 1}`);
    return [`<figure>${picture}<figcaption>${safe(caption)}</figcaption></figure>`];
  });
  const isFolded = sides.some(({ panels }) => panels.length > 0);
  const grid = sides.length > few ? ' many' : isFolded ? '' : ' pages';
  const key = `${words.key} ${shades.isProof ? words.proof : words.formula}`;
  return `<div class="sides${grid}">\n${figures.join('\n')}\n</div>\n<p class="key">${safe(key)}</p>`;
}

/** The day as people of the ticket's language write it. */
function dayOf(created: string, language: Language): string {
  const day = created.slice(0, 10);
  return formatDate(day, language) ?? day;
}

/** A name that we have no words for is shown as it is. */
function nameIn(names: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

function factsOf(ticket: Ticket, words: TicketVocabulary, language: Language): string {
  const { inks, sizes, profile, pdf } = ticket;
  const most = Math.max(inks.maximum.vector, inks.maximum.pictures ?? 0);
  const list = (names: readonly string[]) => (names.length === 0 ? safe(words.none) : safe(names.join(', ')));
  const length = (millimetres: number) => safe(`${words.number(millimetres)} ${words.mm}`);
  const rows: readonly Row[] = [
    [words.file, `<code>${safe(ticket.file)}</code>`],
    [words.checksum, `<code>${ticket.sha256}</code>`],
    [words.created, `<time datetime="${ticket.created}">${dayOf(ticket.created, language)}</time>`],
    ...when(ticket.made, (made) => [words.made, `<time datetime="${made}">${dayOf(made, language)}</time>`]),
    [words.layout, safe(nameIn(words.layouts, ticket.layout))],
    [words.binding, safe(words.bindings[ticket.binding])],
    ...when(ticket.imposition, ({ kind, sheets }) => [words.sheets, safe(`${sheets}, ${words.impositions[kind]}`)]),
    ...when(ticket.imposition?.creep, (creep) => [words.creep, length(creep)]),
    ...when(ticket.spine, (spine) => [words.spine, length(spine)]),
    ...when(ticket.paper, ({ kind }) => [words.paper, safe(words.papers[kind])]),
    ...when(ticket.paper?.caliper, (caliper) => [words.caliper, length(caliper)]),
    [words.colours, safe(ticket.colours)],
    [words.marks, safe(nameIn(words.marksOf, ticket.marks) || words.none)],
    [words.pages, String(ticket.pageCount)],
    [words.trim, safe(words.size(sizes.trim))],
    [words.bleed, safe(words.size(sizes.bleed))],
    [words.media, safe(words.size(sizes.media))],
    ...(ticket.typeScale === 1 ? [] : [[words.typeScale, formatPercent(100 * ticket.typeScale, language)] as const]),
    [words.standard, safe(`PDF ${pdf.version}${pdf.standard === null ? '' : `, ${pdf.standard}`}`)],
    [words.profile, safe(profile?.identifier ?? words.none)],
    [words.profileName, safe(profile?.profile ?? words.none)],
    [words.process, list(inks.process)],
    [words.spot, list(inks.spot)],
    [words.most, formatPercent(most, language)],
  ];
  const body = rows.map(([label, value]) => `<tr><th scope="row">${safe(label)}</th><td>${value}</td></tr>`);
  return `<table class="facts"><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

type Row = readonly [string, string];

/** A row of what is told; none of what is not. */
function when<Value>(value: Value | null | undefined, row: (value: Value) => Row): readonly Row[] {
  return value == null ? [] : [row(value)];
}

function planOf({ plan }: TicketImposition, words: TicketVocabulary): string {
  const rows = plan.map(({ sheet, side, pages }) => [String(sheet), safe(words.formSides[side]), pages.join(' | ')]);
  return tableOf(words.plan, [words.sheet, words.side, words.pages], rows);
}

function panelsOf({ sides }: Ticket, words: TicketVocabulary): string {
  const rows = sides.flatMap(({ panels, name: side, page, folds, folding, cuts }) => {
    let end = 0;
    return panels.map(({ name, width }) => {
      end = Math.round((end + width) * 100) / 100;
      const at = folds.findIndex((fold) => Math.abs(fold - end) < 0.05);
      const [fold, how] = [folds[at], folding[at]];
      const isCut = cuts.some((cut) => Math.abs(cut - end) < 0.05);
      const place = fold === undefined && !isCut ? '–' : `${words.number(fold ?? end)} ${words.mm}`;
      const direction = how === undefined ? '–' : `${how.order}: ${words.directions[how.direction]}`;
      const cells = [`${words.number(width)} ${words.mm}`, place, safe(isCut ? words.onForms.cut : direction)];
      return [safe(name), safe(side ?? String(page)), ...cells];
    });
  });
  return tableOf(words.panels, [words.panel, words.side, words.width, words.folds, words.folding], rows, [2, 3]);
}

function stepsOf({ steps, sides }: Ticket, words: TicketVocabulary): string {
  const length = (millimetres: number) => `${words.number(millimetres)} ${words.mm}`;
  const rows = steps.map(({ step, ink, on: parts, corners, holes }) => {
    const where = [
      ...parts.map((part) => words.stepParts[part]),
      ...(corners === null ? [] : [`${words.stepParts.corners} ${length(corners)}`]),
      ...holes.map(
        ({ x, y, diameter }) => `${words.stepParts.hole} ⌀ ${length(diameter)} (${length(x)}; ${length(y)})`,
      ),
    ];
    const on = sides.filter((side) => side.steps.includes(step)).map(({ name, page }) => name ?? String(page));
    return [safe(words.steps[step]), safe(ink), safe(where.join(', ')), safe(on.join('; '))];
  });
  return tableOf(words.finishing, [words.finishing, words.stepInk, words.stepWhere, words.side], rows);
}

/** Findings are told in English, the language of the program. */
function findingsOf({ findings }: Ticket, words: TicketVocabulary, language: Language): string {
  if (findings.length === 0) return `<p class="ok">${safe(words.clean)}</p>`;
  const foreign = language === en ? '' : ' lang="en"';
  const rows = findings.map(({ severity, code, message, hints }) => [
    safe(words[severity]),
    `<span${foreign}>${safe(message)} ${safe(hints.join(' '))}</span> <code${foreign}>${safe(code)}</code>`,
  ]);
  return tableOf(words.findings, [words.severity, words.finding], rows);
}

function tokensOf({ inks }: Ticket, shades: Shades, words: TicketVocabulary): string {
  const rows = inks.tokens.map(({ token, cmyk, spot, computed }) => [
    safe(token),
    `<span class="chip" style="background:${shades.ofInks(cmyk)}"></span>`,
    ...[0, 1, 2, 3].map((index) => words.number(cmyk[index] ?? 0)),
    safe(spot ?? '–'),
    safe(computed ? words.computed : words.chosen),
  ]);
  return tableOf(
    words.tokens,
    [words.token, words.shown, 'C', 'M', 'Y', 'K', words.spot, words.origin],
    rows,
    [2, 3, 4, 5],
  );
}

function fontsOf({ fonts }: Ticket, words: TicketVocabulary): string {
  if (fonts.length === 0) return `<p>${safe(words.none)}</p>`;
  const rows = fonts.map(({ name, embedded, subset }) => [
    safe(name),
    safe(embedded ? (subset ? words.subset : words.whole) : words.missing),
  ]);
  return tableOf(words.fonts, [words.font, words.embedded], rows);
}

function picturesOf({ pictures }: Ticket, words: TicketVocabulary): string {
  if (pictures.length === 0) return `<p>${safe(words.noPictures)}</p>`;
  const rows = pictures.map(({ page, pixels, ppi, space }) => [
    `${safe(words.page)} ${page}`,
    `${pixels[0]} × ${pixels[1]}`,
    `${ppi} ppi`,
    safe(space),
  ]);
  return tableOf(words.pictures, [words.page, words.pixels, words.resolution, words.space], rows, [1, 2]);
}
