/** The style sheet: built-in styles by Word's exact names, and a few of ours. No paragraph needs formatting beside it. */
import { LineRuleType, StyleForParagraph, type XmlComponent } from 'docx';
import { designFigure, headingOn } from '../../design/parts.ts';
import { onPage } from '../../design/place.ts';
import { designParagraph, designSection } from '../../design/words.ts';
import type { Look } from '../../model/document.ts';
import { textArea } from '../../theme/page-size.ts';
import type { Theme } from '../../theme/theme.ts';
import { blockStyles } from './block-styles.ts';
import { characterStyles, styleAttributes } from './character-styles.ts';
import { defaultStyles, documentDefaults, latentStyles } from './defaults.ts';
import { emblemStyles } from './emblems.ts';
import { boxOf, type GroundStyle, groundFormat, groundName, insetsOf, textOn } from './grounds.ts';
import { headingList, ruledAbove } from './headings.ts';
import { listStyles } from './list-styles.ts';
import { type ParagraphSpace, type Style, type StyleOptions, standing, typeOf } from './style.ts';
import { cellStyles, tableStyle } from './table-styles.ts';
import { kindStyle, titleStyle } from './title-styles.ts';
import { halfPoints, hex, twips } from './units.ts';

/** A style in use on a ground: its id and name say both. */
export function groundedId(id: string, ground: GroundStyle | null): string {
  return ground === null ? id : `${groundName(ground)}${id}`;
}

/** What of a document its style sheet depends on. */
export interface Use {
  readonly locale: string;
  /** The styles that it uses on grounds. */
  readonly grounded: readonly { readonly id: string; readonly ground: GroundStyle }[];
  /** Whether Word counts its headings. */
  readonly counted: boolean;
  /** Whether its cover is the navy head of a page. */
  readonly head: boolean;
  /** Whether it has tables in smaller type. */
  readonly compacts: boolean;
}

/** All styles of a document. */
export function styleSheet(theme: Theme, { locale, grounded, counted, head, compacts }: Use): XmlComponent[] {
  const styles = paragraphStyles(theme, { counted, head, compacts });
  const onGrounds = grounded.flatMap(({ id, ground }) => {
    const base = styles.find((style) => style.id === id);
    return base === undefined ? [] : [onGround(theme, base, ground)];
  });
  return [
    documentDefaults(theme, locale),
    latentStyles(),
    ...[...styles, ...onGrounds].map((style) => new ParagraphStyle(style)),
    ...characterStyles(theme),
    ...defaultStyles(),
    tableStyle(theme),
  ];
}

function paragraphStyles(theme: Theme, use: Pick<Use, 'counted' | 'head' | 'compacts'>): Style[] {
  const text = [...textStyles(theme, use.head), ...headingStyles(theme, use.counted, use.head), ...unlistedStyles()];
  return [
    ...text,
    ...listStyles(theme),
    ...blockStyles(theme),
    ...cellStyles(theme, use.compacts),
    ...furnitureStyles(theme),
  ];
}

/** How far the paragraphs of each style stand in from the left margin, in twips. */
export function indentsOf(theme: Theme): ReadonlyMap<string, number> {
  const styles = paragraphStyles(theme, { counted: false, head: false, compacts: true });
  return new Map(styles.map(({ id, paragraph }) => [id, Number(paragraph?.indent?.left ?? 0)]));
}

/** docx says neither which style is the default nor which ones are not Word's own. */
class ParagraphStyle extends StyleForParagraph {
  constructor({ custom, quiet, ...options }: Style) {
    super({ ...(quiet ? { uiPriority: 99 } : { uiPriority: 10, quickFormat: true }), ...options });
    this.root[0] = styleAttributes(
      'paragraph',
      options.id,
      custom ? 'customStyle' : options.id === 'Normal' ? 'default' : null,
    );
  }
}

function textStyles(theme: Theme, head: boolean): Style[] {
  const { word } = theme.looks;
  const on = (...[name, left, space]: Tail<Parameters<typeof standing>>) => standing(theme, name, left, space);
  const { rail } = theme.page;
  const byName = (name: string) => ({ look: name as Look });
  const inFlow = { color: hex(theme, designParagraph(byName('byline'), onPage, theme).color) };
  const byline = on('byline', 0);
  const figureWords = designFigure({ look: null, placing: null }, onPage, theme).words;
  const caption = (left: number, space?: ParagraphSpace) => {
    const { run, paragraph } = standing(theme, figureWords.style, left, space);
    return { run: { ...run, color: hex(theme, figureWords.color) }, paragraph };
  };
  return [
    { id: 'Normal', name: 'Normal', uiPriority: 0, ...typeOf(theme, 'body', { after: 0 }) },
    { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', ...on('body', rail) },
    { id: 'Title', name: 'Title', basedOn: 'Normal', next: 'Byline', ...titleStyle(theme, head) },
    // The theme's colour for it is for the navy field; here it stands on paper.
    { id: 'Byline', name: 'Byline', custom: true, basedOn: 'Normal', ...byline, run: { ...byline.run, ...inFlow } },
    { id: 'Kind', name: 'Kind', custom: true, basedOn: 'Normal', next: 'Title', ...kindStyle(theme, head) },
    {
      id: 'Languages',
      name: 'Languages',
      custom: true,
      basedOn: 'Normal',
      ...on('small', 0, { before: word.languages.before }),
    },
    { id: 'Lead', name: 'Lead', custom: true, basedOn: 'BodyText', next: 'BodyText', ...on('lead', rail) },
    { id: 'SmallText', name: 'Small Text', custom: true, basedOn: 'BodyText', ...on('small', rail) },
    { id: 'Picture', name: 'Picture', custom: true, basedOn: 'Normal', next: 'Caption', ...figure(theme) },
    // In the text's column, where others take the page's whole width.
    {
      ...{ id: 'ColumnPicture', name: 'Column Picture', custom: true, basedOn: 'Picture', next: 'ColumnCaption' },
      ...figure(theme, rail),
    },
    {
      ...{ id: 'ColumnCaption', name: 'Column Caption', custom: true, basedOn: 'Caption', next: 'BodyText' },
      ...caption(rail, { after: word.caption.after }),
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'BodyText',
      ...caption(0, { after: word.caption.after }),
    },
    {
      id: 'ListContinueCaption',
      name: 'List Continue Caption',
      custom: true,
      basedOn: 'Caption',
      ...on('caption', rail + theme.looks.ul.plain.indent.word),
    },
    ...emblemStyles(theme),
  ];
}

function figure(theme: Theme, left = 0): StyleOptions {
  const { before, after } = theme.looks.figure.plain;
  const spacing = { before: twips(before.word), after: twips(after.word) };
  const indent = left === 0 ? {} : { indent: { left: twips(left) } };
  return { paragraph: { ...typeOf(theme, 'body').paragraph, spacing, ...indent, keepNext: true } };
}

function headingStyles(theme: Theme, counted: boolean, head: boolean): Style[] {
  const { word } = theme.looks.section.plain;
  return Array.from({ length: 9 }, (_, index) => {
    const { heading, opening } = designSection({ look: null, number: null }, { ...onPage, level: index + 1 }, theme);
    const { run, paragraph } = typeOf(theme, heading.style);
    const spacing =
      index === 0 ? { ...paragraph?.spacing, before: twips(head ? word.underHead : word.before) } : paragraph?.spacing;
    return {
      id: `Heading${index + 1}`,
      name: `heading ${index + 1}`,
      basedOn: 'Normal',
      next: 'BodyText',
      uiPriority: 9,
      ...(index < 4 ? {} : { quiet: true as const }),
      run,
      paragraph: {
        ...(spacing ? { spacing } : {}),
        ...(counted ? { numbering: { reference: headingList, level: index, instance: 0 } } : {}),
        indent: { left: twips(theme.page.rail), right: 0 },
        ...(opening !== null ? { border: ruledAbove(opening, theme) } : {}),
        keepNext: true,
        keepLines: true,
        outlineLevel: index,
      },
    };
  });
}

/** Sections nest so deep (docs/markup.md). */
const unlistedLevels = 5;

/**
 * The heading of contents: a heading to all who read, that Word's field for contents passes over, since it lists the
 * built-in heading styles.
 */
export function unlistedStyle(depth: number): string {
  return `ContentsHeading${Math.min(depth, unlistedLevels)}`;
}

function unlistedStyles(): Style[] {
  return Array.from({ length: unlistedLevels }, (_, index) => ({
    ...{ id: unlistedStyle(index + 1), name: `Contents Heading ${index + 1}`, custom: true, quiet: true },
    ...{ basedOn: `Heading${index + 1}`, next: 'BodyText' },
  }));
}

function furnitureStyles(theme: Theme): Style[] {
  const { run, paragraph } = typeOf(theme, 'running', { after: 0 });
  const rightTabStop = twips(textArea(theme.page).width);
  return ['header', 'footer'].map((name) => ({
    id: name === 'header' ? 'Header' : 'Footer',
    name,
    basedOn: 'Normal',
    quiet: true,
    run,
    paragraph: { ...paragraph, rightTabStop },
  }));
}

/** A style set on a ground: the same type, and in a box one that is not broken over two pages. */
function onGround(theme: Theme, base: Style, ground: GroundStyle): Style {
  const own = Number(base.paragraph?.indent?.left ?? 0);
  const insets = insetsOf(theme, ground);
  const beyond = Math.max(0, own - twips(theme.page.rail));
  const indent = { left: twips(insets.left) + beyond, right: twips(insets.right) };
  const color = textOn(ground, theme);
  const box = boxOf(ground, theme);
  const heading = box === null ? null : headingOn(box, 'word');
  // What heads a callout is its heading, in clay; the style's name says so to those who see none.
  const heads = base.id === 'Lead' ? heading : null;
  const page = heads === null ? null : theme.styles[heads.style].page;
  const run =
    heads !== null && page !== null
      ? { color: hex(theme, heads.color), bold: true, size: halfPoints(page.size) }
      : color === null
        ? {}
        : { color: hex(theme, color) };
  return {
    id: groundedId(base.id, ground),
    name: `${groundName(ground)} ${heads === null ? base.name : 'Heading'}`,
    custom: true,
    quiet: true,
    basedOn: base.id,
    run,
    paragraph: {
      ...groundFormat(theme, ground),
      ...(ground === 'column' ? {} : { keepNext: true, keepLines: true }),
      ...(page !== null
        ? {
            spacing: {
              before: 0,
              after: twips(theme.looks.word.box.heading),
              line: twips(page.leading),
              lineRule: LineRuleType.AT_LEAST,
            },
          }
        : {}),
      indent: { ...base.paragraph?.indent, ...indent },
    },
  };
}

/** The parameters after the theme. */
type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;
