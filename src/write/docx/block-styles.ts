/** Styles of what is more than running text: captions, contents, terms, quotes, notes, key figures. */
import { BorderStyle, LeaderType, ShadingType, TabStopType } from 'docx';
import type { Theme } from '../../theme/theme.ts';
import { type Style, standing, typeOf } from './style.ts';
import { hex, mm, twips } from './units.ts';

/** How wide the terms stand beside what they mean; in points. */
export const termWidths = { Terms: 42 * mm, Abbreviations: 26 * mm } as const;

/** Where the words of an entry of the contents begin, by its level; in points. */
const entrySteps = [18 * mm, 30 * mm, 42 * mm, 54 * mm, 66 * mm];
/** The deepest level of the contents. */
export const deepestEntry = entrySteps.length;

export function blockStyles(theme: Theme): Style[] {
  return [...captionStyles(theme), ...entryStyles(theme), ...termStyles(theme), ...figureStyles(theme), ...said(theme)];
}

/** Tables and charts have their captions above, with what is counted under it; where the data is from stands below. */
function captionStyles(theme: Theme): Style[] {
  const { run, paragraph } = standing(theme, 'h4', 0, { before: 12, after: 2 });
  const heading = { run: { ...run, color: hex(theme, 'deep') }, paragraph: { ...paragraph, keepNext: true } };
  const summary = standing(theme, 'caption', 0, { before: 0, after: 6 });
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
      ...standing(theme, 'caption', 0, { before: 5, after: 16 }),
    },
  ];
}

/** The number of an entry stands on the rail, its page at the right margin. */
function entryStyles(theme: Theme): Style[] {
  const { width, left, right } = theme.page;
  const end = { type: TabStopType.RIGHT, position: twips(width - left - right), leader: LeaderType.DOT };
  const toc = entrySteps.map((start, index): Style => {
    const { run, paragraph } = typeOf(
      theme,
      index === 0 ? 'contents' : 'contents-sub',
      index === 0 ? { before: 12, after: 2 } : {},
    );
    const hanging = index === 0 ? start : 12 * mm;
    const indent = { left: twips(start), hanging: twips(hanging), right: 0 };
    const tabStops = [{ type: TabStopType.LEFT, position: twips(start) }, end];
    const keepNext = index === 0 ? { keepLines: true } : {};
    const format = { ...paragraph, ...keepNext, indent, tabStops };
    return { id: `TOC${index + 1}`, name: `toc ${index + 1}`, basedOn: 'Normal', quiet: true, run, paragraph: format };
  });
  const { run, paragraph } = typeOf(theme, 'contents-sub', { after: 4 });
  const format = { ...paragraph, indent: { left: 0, right: 0 }, tabStops: [end] };
  return [
    ...toc,
    { id: 'TableofFigures', name: 'table of figures', basedOn: 'Normal', quiet: true, run, paragraph: format },
  ];
}

/** A term hangs left of what it means. On a cover both stand on the navy field, under a rule. */
function termStyles(theme: Theme): Style[] {
  const { rail } = theme.page;
  const beside = Object.entries(termWidths).map(([id, width]): Style => {
    const { run, paragraph } = standing(theme, 'small', rail);
    const left = twips(rail + width);
    const tabStops = [{ type: TabStopType.LEFT, position: left }];
    const format = { ...paragraph, indent: { left, hanging: twips(width), right: 0 }, tabStops };
    return { id, name: id, custom: true, basedOn: 'BodyText', run, paragraph: format };
  });
  const field = { shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(theme, 'field') }, keepLines: true };
  const rule = { style: BorderStyle.SINGLE, size: 6, color: hex(theme, 'mid'), space: 7 };
  const term = typeOf(theme, 'small', { before: 0, after: 0 });
  const details = typeOf(theme, 'event', { before: 0, after: 0 });
  return [
    ...beside,
    {
      ...{ id: 'CoverTerm', name: 'Cover Term', custom: true, basedOn: 'Normal', next: 'CoverDetails' },
      run: { ...term.run, color: hex(theme, 'pale') },
      paragraph: { ...term.paragraph, ...field, border: { top: rule }, keepNext: true },
    },
    {
      ...{ id: 'CoverDetails', name: 'Cover Details', custom: true, basedOn: 'Normal' },
      run: { ...details.run, color: hex(theme, 'white') },
      paragraph: { ...details.paragraph, ...field },
    },
  ];
}

/** What goes on with a key figure or a stop, under its first line. */
function figureStyles(theme: Theme): Style[] {
  const { rail } = theme.page;
  const muted = { color: hex(theme, 'muted') };
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
      ...standing(theme, 'event', rail + 24, { after: 8 }),
    },
    { id: 'ListContinueStop', name: 'List Continue Stop', ...quiet, ...standing(theme, 'event', rail) },
  ];
}

/** Somebody's words, and notes. */
function said(theme: Theme): Style[] {
  const { rail } = theme.page;
  const quote = standing(theme, 'quote', rail, { before: 10, after: 4 });
  const source = standing(theme, 'caption', rail, { before: 0, after: 16 });
  const note = typeOf(theme, 'note');
  const indent = { left: twips(rail), right: twips(8 * mm) };
  return [
    {
      id: 'IntenseQuote',
      // "Quote" would become a tag of another meaning in the PDF that LibreOffice makes.
      name: 'Intense Quote',
      basedOn: 'BodyText',
      next: 'QuoteSource',
      ...quote,
      paragraph: { ...quote.paragraph, keepLines: true },
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
