/** The style sheet of a page: what the theme says, then how this format lays it out. */
import type { Document } from '../../model/document.ts';
import { blocksOf } from '../../model/walk.ts';
import type { FontFace, Theme } from '../../theme/theme.ts';
import { fontStack } from '../xhtml/fonts.ts';
import type { Page } from '../xhtml/setting.ts';
import { base } from './sheets/base.ts';
import { boxes, lists, placed } from './sheets/blocks.ts';
import { masthead } from './sheets/cover.ts';
import { enlarged, largeRules } from './sheets/large.ts';
import { preferences, print, stamp } from './sheets/media.ts';
import { type Paints, paintsOf } from './sheets/paints.ts';
import { plainHead, plainSections } from './sheets/plain.ts';
import { pieces, sections, timeline } from './sheets/report.ts';
import { tables, widthRules } from './sheets/tables.ts';
import { colorRules, typeRules, weightsOf } from './sheets/tokens.ts';

/** @param page with what is stamped on a draft */
export function styleSheet(
  theme: Theme,
  document: Document,
  page: Pick<Page, 'columnWidths' | 'tableWidths'> & { readonly draft: string | null },
): string {
  const paints = paintsOf(theme);
  const sheet = [
    colorRules(theme),
    `:root{--face:${fontStack(theme)}}`,
    base(paints),
    typeRules(theme),
    lists(paints),
    boxes(paints),
    ...(hasPlaced(document) ? [placed(paints)] : []),
    sections(paints),
    pieces(paints),
    timeline(paints),
    tables(paints),
    ...(theme.looks.section.plain.ring === null ? [plainSections(paints)] : []),
    widthRules(page.columnWidths, page.tableWidths, theme),
    theme.looks.cover.plain.arrangement === 'plain' ? plainHead(paints) : masthead(paints),
    currentRules(document, paints),
    preferences(paints),
    print(paints),
    ...(page.draft === null ? [] : [stamp(page.draft, paints)]),
  ].join('\n');
  return theme.large === null ? sheet : `${enlarged(sheet, theme)}${largeRules(paints)}`;
}

function hasPlaced(document: Document): boolean {
  return blocksOf(document).some((block) => block.type === 'figure' && block.placing !== null);
}

/** More sections than this and the rules would weigh more than they help. */
const mostCurrent = 60;

/** The contents fill the stop of the section that the reader went to, or into, and of the first before that. */
function currentRules({ body, cover }: Document, { roles: r }: Paints): string {
  const ids = body.map((section) => section.id.value);
  if (ids.length < 2 || ids.length > mostCurrent || cover.look === 'head') return '';
  const current = ids.map((id) => `:root:has(#${id}:target,#${id} :target) .contents>ol>li:has(>[href="#${id}"])`);
  const none = `:root:not(:has(main :target)) .contents>ol>li:first-child`;
  const entry = [none, ...current];
  return `${entry.map((li) => `${li}::before`).join()}{background:var(--mark);border-color:var(--mark)}
${entry.join()}{--mark:${r.attention}}
${entry.map((li) => `${li}>a`).join()}{font-weight:600;color:${r.strong}}
${entry.map((li) => `${li}.counted>a>.number`).join()}{background:var(--mark);border-color:var(--mark);color:${r.page}}
@media (forced-colors:active){${entry.map((li) => `${li}::before`).join()}{forced-color-adjust:none;background:Highlight;border-color:Highlight}
${entry.map((li) => `${li}.counted>a>.number`).join()}{forced-color-adjust:none;background:Highlight;border-color:Highlight;color:HighlightText}}`;
}

/**
 * The faces that the page sets text in: the weights that the sheet asks for, and slanted ones where something is
 * emphasised in a language that slants it.
 */
export function facesOf(theme: Theme, slanted: boolean): readonly FontFace[] {
  const weights = weightsOf(theme);
  return theme.faces.filter((face) => weights.has(face.weight) && (slanted || !face.italic));
}
