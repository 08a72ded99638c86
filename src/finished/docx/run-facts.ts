/** What a run and what stands in it say of themselves: marks, text, links, who changed them. */
import type { ManuscriptRun, Revision, Thing } from './manuscript.ts';
import { isOn, propertyOf, type Xml } from './package.ts';

/** The words that a comment is about. */
export interface CommentRange {
  quote: string;
  anchor: number | null;
  paragraph: number;
}

export interface Read {
  readonly runs: readonly ManuscriptRun[];
  readonly revisions: readonly Revision[];
}

/** What stands around what is read. */
export interface Context {
  readonly part: 'document' | 'footnotes' | 'endnotes';
  readonly target: string | null;
  readonly revision: Pick<Revision, 'type' | 'author' | 'date'> | null;
  /** Deleted or moved away. */
  readonly gone: boolean;
}

export const noteContext: Context = { part: 'footnotes', target: null, revision: null, gone: false };

/** A field that is open. */
export interface Field {
  instruction: string;
  inResult: boolean;
  text: string;
}

/** A note begins with a blank after its mark. */
export function trimmed(runs: readonly ManuscriptRun[]): readonly ManuscriptRun[] {
  const [first, ...rest] = runs;
  if (first === undefined) return [];
  const text = first.text.trimStart();
  return text === '' ? trimmed(rest) : [{ ...first, text }, ...rest];
}

export function revisionOf({ attributes }: Xml, type: Revision['type']): Pick<Revision, 'type' | 'author' | 'date'> {
  return { type, author: attributes.get('w:author') ?? '', date: attributes.get('w:date') ?? '' };
}

/** What one author did at one time is one change. */
export function joined(revisions: readonly Revision[]): readonly Revision[] {
  const all: Revision[] = [];
  for (const each of revisions) {
    const last = all.at(-1);
    const same = last?.type === each.type && last.author === each.author && last.date === each.date;
    if (last !== undefined && same) all[all.length - 1] = { ...last, text: last.text + each.text };
    else all.push(each);
  }
  return all;
}

export function otherOf(properties: Xml | null): string {
  const settingOf = (name: string) => propertyOf(properties, name) ?? 'none';
  const set = [
    settingOf('w:highlight') === 'none' ? '' : 'highlight',
    isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike') ? 'strike' : '',
    settingOf('w:u') === 'none' || propertyOf(properties, 'w:rStyle')?.includes('yperlink') === true ? '' : 'underline',
    settingOf('w:vertAlign') === 'none' || settingOf('w:vertAlign') === 'baseline' ? '' : settingOf('w:vertAlign'),
  ];
  return set.filter((name) => name !== '').join(' ');
}

export function textOf(content: Xml): string {
  switch (content.name) {
    case 'w:t':
    case 'w:delText':
      return content.text;
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
      return content.attributes.get('w:type') === undefined ? '\n' : '';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    default:
      return '';
  }
}

/** The target of a HYPERLINK field (17.16.5.25). */
export function linkOf(instruction: string): string | null {
  const [, anchored, argument] = /^\s*HYPERLINK\s+(\\l\s+)?"([^"]*)"/i.exec(instruction) ?? [];
  return argument === undefined ? null : anchored === undefined ? argument : `#${argument}`;
}

/** A thing in a row of words. */
export function calledAs(thing: Thing, text: string): string {
  if (thing.type === 'object') return `[${thing.name}]`;
  return thing.type === 'note' ? `[${thing.runs.map((run) => run.text).join('')}]` : text;
}
