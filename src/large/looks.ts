/** How a theme's parts are drawn in large print: no rail and no side column, marks and lines as strong as the type. */
import type { Opening } from '../theme/looks.ts';
import { byAll, type Measure, mm } from '../theme/measure.ts';
import type { ColorName, Roles, Theme } from '../theme/theme.ts';

type Looks = Theme['looks'];

/** The same length in all formats; points. */
function all(page: number): Measure {
  return { page, word: page, screen: Math.round((page * 100) / 12.75) / 100 };
}

function times({ page, word, screen }: Measure, by: number): Measure {
  return { page: page * by, word: word * by, screen: Math.round(screen * by * 100) / 100 };
}

type Line = Looks['table']['rules']['head'];

/** The thinnest line, in points. */
const thin = 0.9;

function stronger<T extends Line | null>(line: T): T {
  if (line === null) return line;
  const { page, word, screen } = times(line.width, 1.6);
  return { ...line, width: { page: Math.max(thin, page), word: Math.max(0.75, word), screen: Math.max(0.06, screen) } };
}

/** What every section opens under: a rule over the whole width and a thick bar on its start. */
function openingOf({ looks, roles }: Pick<Theme, 'looks' | 'roles'>): Opening {
  const own = looks.section.plain.opening;
  const rule = { color: own?.rule.color ?? roles.strong, width: all(1.7) };
  const bar = { color: own?.bar?.color ?? roles.mark, width: all(2.4 * mm), length: all(34 * mm) };
  return { rule, bar, room: all(5 * mm) };
}

/** The looks of a theme in large print; `by`: how much larger its running text is, `strip`: how high the drawing at the foot of its cover is, in points. */
export function largeLooks(
  theme: Pick<Theme, 'looks' | 'roles'>,
  { by, strip }: { readonly by: number; readonly strip: number },
): Looks {
  const { looks, roles } = theme;
  const opening = openingOf(theme);
  return {
    ...looks,
    ...listLooks(looks, by),
    section: each(looks.section, (section) => ({
      ...section,
      ring: null,
      stop: null,
      opening,
      number: {
        ...section.number,
        color: dark(section.number.color, roles),
        first: opening.bar?.color ?? null,
        gap: all(5 * mm),
      },
      word: { before: 30, underHead: 22 },
    })),
    aside: asideLooks(theme),
    figures: {
      ...looks.figures,
      rule: looks.figures.rule && { ...stronger(looks.figures.rule), room: all(6) },
      bar: {
        ...looks.figures.bar,
        outline: stronger(looks.figures.bar.outline),
        height: all(3 * mm),
        room: 8 * mm,
        above: 5 * mm,
      },
    },
    timeline: {
      ...looks.timeline,
      room: looks.timeline.room * 1.3,
      radius: looks.timeline.radius * by,
      stroke: looks.timeline.stroke * by,
    },
    quote: { ...looks.quote, opening: looks.quote.opening && opening, before: all(16), after: all(18) },
    dl: each(looks.dl, (dl) => ({
      ...dl,
      ...{ width: all(62 * mm), gap: all(5) },
      rule: stronger(dl.rule),
      term: { style: 'strong-item' as const, weight: 600, color: dark(dl.term.color, roles) },
      details: 'body' as const,
    })),
    contents: {
      ...looks.contents,
      ring: {
        ...looks.contents.ring,
        diameter: times(looks.contents.ring.diameter, 1.45),
        stroke: times(looks.contents.ring.stroke, 1.3),
      },
      rail: null,
      number: dark(looks.contents.number, roles),
      indent: all(18 * mm),
      // In Word the number of a lower entry stands in it.
      step: { ...all(6 * mm), word: 16 * mm },
      room: all(18 * mm),
      after: all(18),
      chapter: { before: all(14), after: all(4) },
    },
    caption: {
      ...looks.caption,
      ...{ number: dark(looks.caption.number, roles), words: roles.text, credit: roles.text },
      before: all(18),
      after: all(6),
    },
    table: tableLook(looks.table, by),
    word: {
      ...looks.word,
      sign: { state: looks.word.sign.state * by, attention: looks.word.sign.attention * by },
    },
    row: { ...looks.row, sub: { color: dark(looks.row.sub.color, roles) } },
    chart: { ...looks.chart, axis: stronger(looks.chart.axis) },
    note: { ...looks.note, rule: stronger(looks.note.rule) },
    emblems: {
      ...looks.emblems,
      border: { ...stronger(looks.emblems.border), radius: looks.emblems.border.radius },
      word: { ...looks.emblems.word, width: 70 * mm, least: 60 * mm, height: 26 * mm },
    },
    cover: {
      ...looks.cover,
      plain: {
        ...looks.cover.plain,
        arrangement: 'plain',
        title: { ...looks.cover.plain.title, top: 62 * mm, width: 174 * mm, gap: 0 },
        ...{ top: 18 * mm, foot: 18 * mm + strip, footGap: 0, languages: 20 * mm },
        facts: 'rows',
        rule: null,
        opening: strip > 0 ? null : { ...opening, room: all(8 * mm) },
        word: { facts: 0.6 },
      },
    },
    page: {
      ...looks.page,
      ...{ head: 17 * mm, foot: looks.page.foot === null ? null : 15 * mm, opens: 14 * mm },
      opening: { ...opening, room: all(21.5 * mm) },
      textRight: 0,
      sheetBottom: 18 * mm,
      closing: 0,
      word: { head: 12 * mm, foot: 12 * mm, textRight: 0 },
    },
    forms: {
      pages: formOf(looks.forms.pages),
      booklet: formOf(looks.forms.booklet),
      sheet: formOf(looks.forms.sheet),
      panels: formOf(looks.forms.panels),
    },
  };
}

function asideLooks({ looks, roles }: Pick<Theme, 'looks' | 'roles'>): Looks['aside'] {
  const asides = each(looks.aside, (aside) => ({
    ...aside,
    bar: aside.bar && { ...aside.bar, width: all(2.4 * mm) },
    // The bar and the room beside it are 6 mm together.
    padding: {
      side: { ...all(6 * mm), page: (aside.bar === null ? 6 : 3.6) * mm },
      top: all(5 * mm),
      bottom: all(5 * mm),
    },
    before: 14,
    after: 18,
    wide: false,
    heading: aside.heading && { ...aside.heading, style: 'h3' as const },
  }));
  const padding = { side: all(6 * mm), top: all(2.4 * mm), bottom: all(2.8 * mm) };
  // What says on the cover that this is large print: reversed.
  const edition = {
    ...asides.plain,
    ground: roles.strong,
    bar: null,
    padding,
    icon: byAll('none'),
    before: 4,
    after: 22,
  };
  return { ...asides, edition };
}

function each<T>(looks: Readonly<Record<string, T>> & { readonly plain: T }, change: (look: T) => T): typeof looks {
  const changed = Object.entries(looks).map(([name, look]) => [name, change(look)]);
  return Object.fromEntries(changed);
}

/** Quiet words are as dark as all others. */
function dark(color: ColorName, { quiet, text }: Roles): ColorName {
  return color === quiet ? text : color;
}

type ListLook = Looks['ul']['plain'];

function listLooks({ ul, ol }: Looks, by: number): Pick<Looks, 'ul' | 'ol'> {
  const list = (look: ListLook): ListLook => ({
    ...look,
    mark: { ...look.mark, size: times(look.mark.size, Math.min(by, 1.65)), stroke: times(look.mark.stroke, 1.5) },
    // No line through a list holds it on one page.
    rail: null,
    indent: times(look.indent, 1.6),
    gap: times(look.gap, 1.9),
    before: look.before * 1.5,
    after: times(look.after, 1.5),
  });
  return { ul: each(ul, list), ol: each(ol, list) };
}

/** The leading of large type is room enough: more of it, and records that are not parted leave a third of each page white. */
function betweenRows({ page, word, screen }: Measure): Measure {
  return { page: page * 0.4, word: word * 0.4, screen: Math.round(screen * 90) / 100 };
}

function tableLook(table: Looks['table'], by: number): Looks['table'] {
  const { rules, padding, sign } = table;
  const { top, head, edge, group, hair } = rules;
  return {
    ...table,
    rules: {
      top: stronger(top),
      head: stronger(head),
      edge: stronger(edge),
      group: stronger(group),
      hair: stronger(hair),
    },
    padding: {
      side: times(padding.side, 1.2),
      close: times(padding.close, 1.2),
      top: betweenRows(padding.top),
      bottom: betweenRows(padding.bottom),
    },
    indent: times(table.indent, 1.4),
    sign: { room: times(sign.room, by), offset: sign.offset * by, radius: sign.radius * by, stroke: sign.stroke * by },
    beside: times(table.beside, 1.4),
  };
}

function formOf(form: Looks['forms']['pages']): Looks['forms']['pages'] {
  return {
    ...form,
    ...{ sectionGap: 34, openingGap: 0, imprintGap: 26, scale: 1, textRight: 0 },
    emblem: { width: 70 * mm, height: 26 * mm },
    code: 44 * mm,
  };
}
