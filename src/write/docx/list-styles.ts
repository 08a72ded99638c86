/** Styles of the items of lists, linked to their numbering, and of what goes on with an item. */
import type { ColorName, Theme } from '../../theme/theme.ts';
import { insetsOf } from './grounds.ts';
import { appearanceOf, continuedStyle, itemIndent, itemStyle, type ListKind, offered, referenceOf } from './lists.ts';
import { type Style, typeOf } from './style.ts';
import { hex, twips } from './units.ts';

export function listStyles(theme: Theme): Style[] {
  const plain = [false, true].map((ordered) => ({ ordered, look: null, ground: null }));
  const levels = [1, 2, 3, 4];
  return [
    ...offered(theme).map((kind) => listStyle(theme, kind, 0)),
    ...plain.flatMap((kind) => levels.map((level) => listStyle(theme, kind, level))),
    ...[0, ...levels].map((level) => continued(theme, level)),
    ...variants(theme),
  ];
}

/** Items in another colour, ring and all: the one that the text develops, and the stops of a way. */
function variants(theme: Theme): Style[] {
  const { focus, today } = theme.looks.li;
  const variant = (look: string, item: string, color: ColorName): Style => {
    const kind = { ordered: look === 'timeline', look, ground: null };
    const base = listStyle(theme, kind, 0);
    const id = itemStyle(kind, 0, item, theme);
    const name = `${base.name} ${id.slice(base.id.length)}`;
    return { ...base, id, name, basedOn: base.id, run: { ...base.run, color: hex(theme, color) } };
  };
  return [
    variant('route', 'focus', focus.color),
    variant('timeline', 'today', today.color),
    variant('timeline', 'ahead', theme.roles.quiet),
  ];
}

function listStyle(theme: Theme, kind: ListKind, level: number): Style {
  const appearance = appearanceOf(kind, theme);
  const id = itemStyle(kind, level, null, theme);
  const { left, hanging } = itemIndent(theme, kind, level);
  const { right } = insetsOf(theme, kind.ground);
  const { run, paragraph } = typeOf(theme, level === 0 ? appearance.type : 'body', {
    after: level === 0 ? appearance.gap : theme.looks.word.list.inner,
  });
  return {
    id,
    name: level === 0 ? appearance.name : `${kind.ordered ? 'List Number' : 'List Bullet'} ${level + 1}`,
    ...(kind.look === null ? {} : { custom: true as const }),
    basedOn: 'Normal',
    ...(level < 2 ? {} : { quiet: true as const }),
    run,
    paragraph: {
      ...paragraph,
      indent: { left: twips(left), hanging: twips(hanging), right: twips(right) },
      numbering: { reference: referenceOf(kind, theme), level, instance: 0 },
    },
  };
}

function continued(theme: Theme, level: number): Style {
  const { left } = itemIndent(theme, { ordered: false, look: null, ground: null }, level);
  const { run, paragraph } = typeOf(theme, 'body', { after: theme.looks.word.list.more });
  const name = level === 0 ? 'List Continue' : `List Continue ${level + 1}`;
  const indent = { left: twips(left), right: twips(insetsOf(theme, null).right) };
  return {
    id: continuedStyle(level),
    name,
    basedOn: 'Normal',
    quiet: true,
    run,
    paragraph: { ...paragraph, indent },
  };
}
