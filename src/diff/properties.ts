/** The properties of the file, which are no words on its pages: what catalogues and screen readers call it. */
import type { FileProperties } from '../finished/docx/file-properties.ts';
import type { Manuscript } from '../finished/docx/manuscript.ts';
import type { Change } from './change.ts';

/** Where in the data each is from. */
const fields = { title: 'title', creator: 'author', keywords: 'keywords', description: 'description' } as const;

export function changedProperties({ properties: made }: Manuscript, { properties }: Manuscript): readonly Change[] {
  return Object.entries(fields).flatMap(([name, field]): Change[] => {
    const [before, after] = [made, properties].map((each) => each[name as keyof FileProperties]) as [string, string];
    if (bare(before) === bare(after)) return [];
    const note = 'It is changed in the properties of the file alone: change it in the data.';
    return [{ kind: 'text', path: `$.${field}`, before, after, edit: null, note, revisions: [] }];
  });
}

/** Programs part keywords with commas, semicolons or blanks. */
function bare(words: string): string {
  return words.replace(/[\s,;]+/g, ' ').trim();
}
