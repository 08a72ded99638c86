/** The style sheet of a page: what the theme says, then how this format lays it out. */
import type { Document } from '../../model/document.ts';
import type { FontFace, Theme } from '../../theme/theme.ts';
import { fontStack } from './fonts.ts';
import { base, masthead } from './sheets/base.ts';
import { boxes, lists } from './sheets/blocks.ts';
import { preferences, print } from './sheets/media.ts';
import { colorRules, typeRules, weightsOf } from './sheets/tokens.ts';

export function styleSheet(theme: Theme, document: Document): string {
  return [
    colorRules(theme),
    `:root{--face:${fontStack(theme)}}`,
    base,
    typeRules(theme),
    lists,
    boxes,
    masthead,
    currentRules(document),
    preferences,
    print,
  ].join('\n');
}

/** The contents fill the stop of the section that the reader went to, and of the first before that. */
function currentRules(document: Document): string {
  const ids = document.body.map((section) => section.id.value);
  const current = ids.map((id) => `:root:has(#${id}:target) .contents li:has([href="#${id}"])`);
  const none = `:root:not(:has(${ids.map((id) => `#${id}:target`).join()})) .contents li:first-child`;
  const entry = [none, ...current];
  return `${entry.map((li) => `${li}::before`).join()}{background:var(--mark);border-color:var(--mark)}
${entry.join()}{--mark:var(--color-clay)}
${entry.map((li) => `${li} a`).join()}{font-weight:600;color:var(--color-deep)}
@media (forced-colors:active){${entry.map((li) => `${li}::before`).join()}{forced-color-adjust:none;background:Highlight;border-color:Highlight}}`;
}

/**
 * The faces that the page sets text in: the weights that the sheet asks for, and slanted ones where something is
 * emphasised (not in Georgian, whose cursive forms slow reading; there emphasis is a weight).
 */
export function facesOf(theme: Theme, emphasis: boolean): readonly FontFace[] {
  const weights = weightsOf(theme);
  return theme.faces.filter((face) => weights.has(face.weight) && (emphasis || !face.italic));
}
