/** Inlines of the Document to runs, each with its place in the structure tree. */
import type { Inline, Inlines, Lang, Link } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { editionFile, type Job } from '../targets.ts';
import type { LinkTarget, Run, RunStyle } from './inlines.ts';
import type { Setting } from './setting.ts';
import type { StructureElement } from './structure.ts';

interface Place {
  readonly element: StructureElement;
  readonly style: RunStyle;
  readonly link: LinkTarget | null;
}

/** Turns inlines into runs under `element`, in a style that stress and links change. */
export function runsOf(inlines: Inlines, element: StructureElement, style: RunStyle, setting: Setting): Run[] {
  const runs: Run[] = [];
  const visit = (nodes: Inlines, place: Place): void => {
    let slot = null;
    for (const node of nodes) {
      if (node.type === 'text') {
        slot ??= place.element.slot();
        runs.push({ text: node.value, style: place.style, slot, link: place.link, lineEnd: false });
      } else if (node.type === 'lineBreak') {
        slot ??= place.element.slot();
        // The break is a space to those who read the text without its lines.
        runs.push({ text: ' ', style: place.style, slot, link: place.link, lineEnd: true });
      } else {
        slot = null;
        visit(node.children, enter(node, place, setting));
      }
    }
  };
  visit(inlines, { element, style, link: null });
  return runs;
}

function enter(node: Exclude<Inline, { type: 'text' | 'lineBreak' }>, place: Place, { type, job }: Setting): Place {
  const lang = node.lang ?? undefined;
  switch (node.type) {
    case 'strong': {
      const style = type.change(place.style, { weight: 600 });
      return { ...place, element: place.element.add('Strong', { lang }), style };
    }
    case 'emphasis':
      // Georgian cursive forms slow reading (look.md): stress in weight, not slope.
      return { ...place, element: place.element.add('Em', { lang }), style: type.change(place.style, { weight: 500 }) };
    case 'span':
      return { ...place, element: place.element.add('Span', { lang }) };
    case 'link': {
      const style = { ...type.change(place.style, { color: 'blue' }), underline: true };
      return { element: place.element.add('Link', { lang }), style, link: linkTarget(node, job) };
    }
    default:
      throw new Error(`no PDF of ${node.type}`);
  }
}

function linkTarget(link: Link, job: Job): LinkTarget {
  const contents = plain(link.children);
  switch (link.target.type) {
    case 'web':
      return { type: 'uri', uri: link.target.href.value, contents };
    case 'place':
      return { type: 'place', id: link.target.id.value, contents };
    case 'edition':
      return { type: 'file', file: editionFile(job, link.target.edition.value, 'pdf'), contents };
    default:
      return link.target satisfies never;
  }
}

/** A link to the document in another language. */
export function editionLink(job: Job, lang: Lang, name: string): LinkTarget {
  return { type: 'file', file: editionFile(job, lang, 'pdf'), contents: name };
}
