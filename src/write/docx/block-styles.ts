/** Styles of what is more than running text: captions, contents, terms, quotes, notes, key figures. */
import { BorderStyle, LeaderType, ShadingType, TabStopType } from 'docx';
import { onPage } from '../../design/place.ts';
import { designCaption } from '../../design/tables.ts';
import { designContents, designQuote } from '../../design/words.ts';
import { textArea } from '../../theme/page-size.ts';
import { lookIn, type Theme } from '../../theme/theme.ts';
import { ownStyles, textStyleId } from './flow.ts';
import { titled } from './grounds.ts';
import { ruledAbove } from './headings.ts';
import { type Style, standing, typeOf } from './style.ts';
import { hex, twips } from './units.ts';

/** The styles of terms beside what they mean, and the looks that they have. */
const termStyleLooks = { Terms: 'facts', Abbreviations: 'abbreviations' } as const;

/** The deepest level of the contents. */
export const deepestEntry = 5;

export function blockStyles(theme: Theme): Style[] {
  return [
    ...captionStyles(theme),
    ...entryStyles(theme),
    ...termStyles(theme),
    ...figureStyles(theme),
    ...quoteStyles(theme),
    ...lookStyles(theme),
  ];
}

/** Styles of looks of paragraphs that have no more to say than their type. */
function lookStyles(theme: Theme): Style[] {
  const names = new Set(Object.values(theme.looks.p).map(({ style }) => style));
  return [...names]
    .filter((name) => ownStyles[name] === undefined)
    .map((name) => ({
      ...{ id: textStyleId(name), name: `${titled(name)} Text`, custom: true, quiet: true, basedOn: 'BodyText' },
      ...standing(theme, name, theme.page.rail),
    }));
}

/** Tables and charts have their captions above, with what is counted under it; where the data is from stands below. */
function captionStyles(theme: Theme): Style[] {
  const { words, summary: small, source, before, after } = designCaption(theme);
  const { run, paragraph } = standing(theme, words.style, 0, { before: before.word, after: after.word });
  const heading = { run: { ...run, color: hex(theme, words.color) }, paragraph: { ...paragraph, keepNext: true } };
  const { word } = theme.looks;
  const summary = standing(theme, small.style, 0, { before: 0, after: word.caption.summary });
  const next = { basedOn: 'Normal', custom: true } as const;
  return [
    { id: 'TableCaption', name: 'Table Caption', custom: true, basedOn: 'Caption', next: 'Summary', ...heading },
    {
      id: 'Summary',
      name: 'Summary',
      ...next,
      basedOn: 'Caption',
      ...summary,
      paragraph: { ...summary.paragraph, keepNext: true },
    },
    {
      id: 'Source',
      name: 'Source',
      ...next,
      next: 'BodyText',
      ...standing(theme, source.style, 0, { before: word.caption.source, after: word.caption.sourceAfter }),
    },
  ];
}

/** The number of an entry stands on the rail, its page at the right margin. */
function entryStyles(theme: Theme): Style[] {
  const { indent: first, step, chapter } = theme.looks.contents;
  const { leader, ...design } = designContents(theme);
  const position = twips(textArea(theme.page).width);
  const end = { type: TabStopType.RIGHT, position, leader: leader === null ? LeaderType.NONE : LeaderType.DOT };
  const toc = Array.from({ length: deepestEntry }, (_, index): Style => {
    const start = first.word + index * step.word;
    const { run, paragraph } = typeOf(
      theme,
      index === 0 ? design.chapter.style : design.entry.style,
      index === 0 ? { before: chapter.before.word, after: chapter.after.word } : {},
    );
    const hanging = index === 0 ? start : step.word;
    const indent = { left: twips(start), hanging: twips(hanging), right: 0 };
    const tabStops = [{ type: TabStopType.LEFT, position: twips(start) }, end];
    const keepNext = index === 0 ? { keepLines: true } : {};
    const format = { ...paragraph, ...keepNext, indent, tabStops };
    return { id: `TOC${index + 1}`, name: `toc ${index + 1}`, basedOn: 'Normal', quiet: true, run, paragraph: format };
  });
  const { run, paragraph } = typeOf(theme, design.entry.style, { after: theme.looks.word.entry.after });
  const format = { ...paragraph, indent: { left: 0, right: 0 }, tabStops: [end] };
  return [
    ...toc,
    { id: 'TableofFigures', name: 'table of figures', basedOn: 'Normal', quiet: true, run, paragraph: format },
  ];
}

/** A term hangs left of what it means. On a cover both stand on the navy field, under a rule. */
function termStyles(theme: Theme): Style[] {
  const { rail } = theme.page;
  const beside = Object.entries(termStyleLooks).flatMap(([id, name]): Style[] => {
    const look = lookIn(theme.looks.dl, name);
    const width = look.width.word;
    const { run, paragraph } = standing(theme, look.details, rail);
    const left = twips(rail + width);
    const tabStops = [{ type: TabStopType.LEFT, position: left }];
    const format = { ...paragraph, indent: { ...paragraph.indent, left, hanging: twips(width) }, tabStops };
    const under = { indent: { ...paragraph.indent, left, hanging: 0 } };
    return [
      { id, name: id, custom: true, basedOn: 'BodyText', run, paragraph: format },
      { id: `${id}Continue`, name: `${id} Continue`, custom: true, basedOn: id, paragraph: under },
    ];
  });
  const field = {
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(theme, theme.roles.field) },
    keepLines: true,
  };
  const { rule: line } = lookIn(theme.looks.dl, 'cover');
  const border =
    line === null
      ? {}
      : {
          border: {
            top: {
              style: BorderStyle.SINGLE,
              size: Math.round(line.width.word * 8),
              color: hex(theme, line.color),
              space: theme.looks.word.cover.fact,
            },
          },
        };
  const term = typeOf(theme, 'small', { before: 0, after: 0 });
  const details = typeOf(theme, 'event', { before: 0, after: 0 });
  return [
    ...beside,
    ...(theme.looks.cover.plain.facts === 'rows' ? [factStyle(theme)] : []),
    {
      ...{ id: 'CoverTerm', name: 'Cover Term', custom: true, basedOn: 'Normal', next: 'CoverDetails' },
      run: { ...term.run, color: hex(theme, theme.roles.fieldQuiet) },
      paragraph: { ...term.paragraph, ...field, ...border, keepNext: true },
    },
    {
      ...{ id: 'CoverDetails', name: 'Cover Details', custom: true, basedOn: 'Normal' },
      run: { ...details.run, color: hex(theme, theme.roles.fieldText) },
      paragraph: { ...details.paragraph, ...field },
    },
  ];
}

/** Facts of a cover one under the other: paragraphs with the same borders are one box to Word, with lines between. */
function factStyle(theme: Theme): Style {
  const { width, gap, rule, details } = lookIn(theme.looks.dl, 'cover');
  const { run, paragraph } = typeOf(theme, details, { before: 0, after: 0 });
  const drawn = ({ color, width }: NonNullable<typeof rule>) => {
    const size = Math.max(2, Math.round(width.word * 8));
    return { style: BorderStyle.SINGLE, size, color: hex(theme, color), space: Math.round(gap.word) };
  };
  const edge = rule === null ? {} : { top: drawn(rule), bottom: drawn(rule) };
  const left = twips(width.word);
  const format = {
    ...paragraph,
    border: { ...edge, between: drawn(theme.looks.table.rules.hair) },
    indent: { left, hanging: left },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
    keepLines: true,
  };
  return { id: 'CoverFacts', name: 'Cover Facts', custom: true, basedOn: 'Normal', run, paragraph: format };
}

/** What goes on with a key figure or a stop, under its first line. */
function figureStyles(theme: Theme): Style[] {
  const { rail } = theme.page;
  const { word, ol } = theme.looks;
  const indent = lookIn(ol, 'timeline').indent.word;
  const muted = { color: hex(theme, theme.roles.quiet) };
  const small = standing(theme, 'label', rail, { after: 0 });
  const quiet = { custom: true, quiet: true, basedOn: 'ListContinue' } as const;
  return [
    { id: 'KeyFigure', name: 'Key Figure', custom: true, basedOn: 'BodyText', ...standing(theme, 'figure', rail) },
    { id: 'ListContinueLabel', name: 'List Continue Label', ...quiet, ...small },
    { id: 'ListContinueSmall', name: 'List Continue Small', ...quiet, ...small, run: { ...small.run, ...muted } },
    {
      id: 'ListContinueEvent',
      name: 'List Continue Event',
      ...quiet,
      ...standing(theme, 'event', rail + indent, { after: word.event.after }),
    },
    { id: 'ListContinueStop', name: 'List Continue Stop', ...quiet, ...standing(theme, 'event', rail) },
  ];
}

/** Somebody's words, and notes. */
function quoteStyles(theme: Theme): Style[] {
  const { rail } = theme.page;
  const { words, source: whose, space, opening } = designQuote(onPage, theme);
  const quote = standing(theme, words, rail, { before: space.before.word, after: space.source.word });
  const source = standing(theme, whose.style, rail, { before: 0, after: space.after.word });
  const note = typeOf(theme, 'note');
  const indent = { left: twips(rail), right: twips(theme.looks.page.word.textRight) };
  return [
    {
      id: 'IntenseQuote',
      // "Quote" would become a tag of another meaning in the PDF that LibreOffice makes.
      name: 'Intense Quote',
      basedOn: 'BodyText',
      next: 'QuoteSource',
      ...quote,
      paragraph: {
        ...quote.paragraph,
        keepLines: true,
        ...(opening === null ? {} : { border: ruledAbove(opening, theme) }),
      },
    },
    { id: 'QuoteSource', name: 'Quote Source', custom: true, basedOn: 'Normal', next: 'BodyText', ...source },
    {
      id: 'FootnoteText',
      name: 'footnote text',
      basedOn: 'Normal',
      quiet: true,
      ...note,
      paragraph: { ...note.paragraph, indent },
    },
  ];
}
