/** What nodes say of themselves on their lines of a dump. */
import type { Place } from '../diagnostics.ts';
import type { Captioned, Contents, Inline, Sourced, Target } from './document.ts';
import { plain } from './walk.ts';

/** What a node says of itself beside its content. */
export function facts({ look = null, lang }: { readonly look?: string | null; readonly lang: string | null }): string {
  return `${look === null ? '' : ` look=${look}`}${lang === null ? '' : ` lang=${lang}`}`;
}

/** What figures, tables and charts say of themselves. */
export function captionFacts({ id, number }: Captioned): string {
  return `${id === null ? '' : ` #${id.value}`}${number === null ? '' : ` number=${JSON.stringify(number)}`}`;
}

export function entryLine({ level, id, number, title }: Contents['entries'][number]): string {
  const counted = number === null ? '' : `${JSON.stringify(number)} `;
  return `${'  '.repeat(level - 1)}#${id} ${counted}${title.map(entryPiece).join(' ')}`;
}

function entryPiece(node: Inline): string {
  return `${node.lang === null ? '' : `lang=${node.lang} `}${JSON.stringify(plain([node]))}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

export function where({ file, line, column, path }: Place): string {
  return path ?? `${file}:${line}:${column}`;
}

export function ledTo(target: Target): Sourced<string> {
  switch (target.type) {
    case 'web':
      return target.href;
    case 'place':
      return target.id;
    case 'edition':
      return target.edition;
    case 'file':
      return target.file;
  }
}
