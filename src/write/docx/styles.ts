/** The style sheet: built-in styles by Word's exact names, and a few of ours. No paragraph needs formatting beside it. */
import {
  AlignmentType,
  type BaseXmlComponent,
  BorderStyle,
  type IParagraphStyleOptions,
  LineRuleType,
  StyleForCharacter,
  StyleForParagraph,
  type XmlComponent,
} from 'docx';
import type { StyleName, Theme } from '../../theme/theme.ts';
import { defaultStyles, documentDefaults, latentStyles } from './defaults.ts';
import { attributes } from './elements.ts';
import { type Ground, groundFormat, groundName, insets } from './grounds.ts';
import { appearanceOf, continuedStyle, itemIndent, itemStyle, offered, referenceOf } from './lists.ts';
import { slot } from './rows.ts';
import { halfPoints, hex, twips } from './units.ts';

type Options = Omit<IParagraphStyleOptions, 'id' | 'name'>;
interface Style extends Options {
  readonly id: string;
  readonly name: string;
  /** Not one of Word's built-in styles. */
  readonly custom?: true;
  /** Not in the gallery. */
  readonly quiet?: true;
}

/** A style in use on a ground: its id and name say both. */
export function groundedId(id: string, ground: Ground | null): string {
  return ground === null ? id : `${groundName(ground)}${id}`;
}

/** All styles of a document; `grounded` are the styles that it uses on grounds. */
export function styleSheet(
  theme: Theme,
  locale: string,
  grounded: readonly { readonly id: string; readonly ground: Ground }[],
): XmlComponent[] {
  const styles = [...textStyles(theme), ...headingStyles(theme), ...listStyles(theme), ...furnitureStyles(theme)];
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
  ];
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

class CharacterStyle extends StyleForCharacter {
  constructor(id: string, name: string, kind: 'customStyle' | 'default' | null, run: Options['run']) {
    super({ id, name, ...(kind === 'default' ? {} : { basedOn: 'DefaultParagraphFont' }), ...(run ? { run } : {}) });
    this.root[0] = styleAttributes('character', id, kind);
  }
}

function styleAttributes(type: string, id: string, kind: 'customStyle' | 'default' | null): BaseXmlComponent {
  return attributes({ 'w:type': type, ...(kind === null ? {} : { [`w:${kind}`]: 1 }), 'w:styleId': id });
}

/** Other space around a paragraph than the theme's, in points. */
interface Space {
  readonly before?: number;
  readonly after?: number;
}

/** Type of the theme as Word says it. Lines grow with a picture or a substitute font: "at least", never "exactly". */
function type(theme: Theme, name: StyleName, space: Space = {}) {
  const { page, color } = theme.styles[name];
  return {
    run: {
      size: halfPoints(page.size),
      // Word has one family of four faces: what is heavier than medium is its bold.
      bold: page.weight > 500,
      color: hex(theme, color),
      ...(page.tracking === 0 ? {} : { characterSpacing: twips(page.tracking) }),
    },
    paragraph: {
      spacing: {
        before: twips(space.before ?? page.before),
        after: twips(space.after ?? page.after),
        line: twips(page.leading),
        lineRule: LineRuleType.AT_LEAST,
      },
    },
  };
}

function textStyles(theme: Theme): Style[] {
  const on = (name: StyleName, left: number, space: Space = {}) => {
    const { run, paragraph } = type(theme, name, space);
    return { run, paragraph: { ...paragraph, indent: { left: twips(left), right: 0 } } };
  };
  const { rail } = theme.page;
  const deep = { color: hex(theme, 'deep') };
  const byline = on('byline', 0);
  return [
    { id: 'Normal', name: 'Normal', uiPriority: 0, ...type(theme, 'body', { after: 0 }) },
    { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', ...on('body', rail) },
    { id: 'Title', name: 'Title', basedOn: 'Normal', next: 'Byline', ...title(theme) },
    // The theme's colour for it is for the navy field; here it stands on paper.
    { id: 'Byline', name: 'Byline', custom: true, basedOn: 'Normal', ...byline, run: { ...byline.run, ...deep } },
    { id: 'Languages', name: 'Languages', custom: true, basedOn: 'Normal', ...on('small', 0, { before: 14 }) },
    { id: 'Lead', name: 'Lead', custom: true, basedOn: 'BodyText', next: 'BodyText', ...on('lead', rail) },
    { id: 'SmallText', name: 'Small Text', custom: true, basedOn: 'BodyText', ...on('small', rail) },
    { id: 'Figure', name: 'Figure', custom: true, basedOn: 'Normal', next: 'Caption', ...figure(theme) },
    { id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'BodyText', ...on('caption', 0, { after: 14 }) },
    {
      id: 'ListContinueCaption',
      name: 'List Continue Caption',
      custom: true,
      basedOn: 'Caption',
      ...on('caption', rail + 17),
    },
    ...emblemStyles(theme),
  ];
}

/** Look, "Logo slot": a frame 18 mm high with the owner's words in the middle; a logo takes the words' place. */
function emblemStyles(theme: Theme): Style[] {
  const space = { before: 0, after: 14 };
  const { run, paragraph } = type(theme, 'slot', space);
  const edge = (gap: number) => ({ style: BorderStyle.SINGLE, size: 4, color: hex(theme, 'line'), space: gap });
  const above = Math.floor((slot.height - theme.styles.slot.page.leading) / 2);
  const border = { top: edge(above), left: edge(0), bottom: edge(above), right: edge(0) };
  const framed = { ...paragraph, border, alignment: AlignmentType.CENTER, keepLines: true };
  return [
    { id: 'Emblem', name: 'Emblem', custom: true, basedOn: 'Normal', run, paragraph: { spacing: paragraph.spacing } },
    { id: 'EmblemSlot', name: 'Emblem Slot', custom: true, basedOn: 'Emblem', run, paragraph: framed },
  ];
}

function title(theme: Theme): Options {
  const { run, paragraph } = type(theme, 'title', { before: 30, after: 12 });
  const { width, right } = theme.page;
  // Left of the bend of the cover's lanes, as its composition asks.
  const indent = { left: 0, right: twips(width * 0.4 - right) };
  return { run, paragraph: { ...paragraph, indent, keepLines: true } };
}

function figure(theme: Theme): Options {
  const spacing = { before: twips(10), after: twips(6) };
  return { paragraph: { ...type(theme, 'body').paragraph, spacing, keepNext: true } };
}

function headingStyles(theme: Theme): Style[] {
  return Array.from({ length: 9 }, (_, index) => {
    const { run, paragraph } = type(theme, `h${Math.min(index + 1, 4) as 1 | 2 | 3 | 4}`);
    const spacing = index === 0 ? { ...paragraph?.spacing, before: twips(28) } : paragraph?.spacing;
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
        indent: { left: twips(theme.page.rail), right: 0 },
        keepNext: true,
        keepLines: true,
        outlineLevel: index,
      },
    };
  });
}

function listStyles(theme: Theme): Style[] {
  const plain = [false, true].map((ordered) => ({ ordered, look: null, ground: null }));
  const levels = [1, 2, 3, 4];
  return [
    ...offered.map((kind) => listStyle(theme, kind, 0)),
    ...plain.flatMap((kind) => levels.map((level) => listStyle(theme, kind, level))),
    ...[0, ...levels].map((level) => continued(theme, level)),
    { ...listStyle(theme, { ordered: false, look: 'route', ground: null }, 0), ...focus(theme) },
  ];
}

/** The item that the text develops: in the colour of the one lane, ring and all. */
function focus(theme: Theme): Style {
  const { run } = type(theme, 'strong-item');
  const options = { basedOn: 'ListRoute', run: { ...run, color: hex(theme, 'clay') } };
  return { id: 'ListRouteFocus', name: 'List Route Focus', custom: true, ...options };
}

function listStyle(theme: Theme, kind: (typeof offered)[number], level: number): Style {
  const appearance = appearanceOf(kind);
  const id = itemStyle(kind, level, false);
  const { left, hanging } = itemIndent(theme, kind, level);
  const { run, paragraph } = type(theme, level === 0 ? appearance.type : 'body', {
    after: level === 0 ? appearance.gap : 2,
  });
  return {
    id,
    name: level === 0 ? appearance.name : `${kind.ordered ? 'List Number' : 'List Bullet'} ${level + 1}`,
    ...(kind.look === null ? {} : { custom: true }),
    basedOn: 'Normal',
    ...(level < 2 ? {} : { quiet: true as const }),
    run,
    paragraph: {
      ...paragraph,
      indent: { left: twips(left), hanging: twips(hanging) },
      numbering: { reference: referenceOf(kind), level, instance: 0 },
    },
  };
}

function continued(theme: Theme, level: number): Style {
  const { left } = itemIndent(theme, { ordered: false, look: null, ground: null }, level);
  const { run, paragraph } = type(theme, 'body', { after: 3 });
  const name = level === 0 ? 'List Continue' : `List Continue ${level + 1}`;
  const indent = { left: twips(left) };
  return {
    id: continuedStyle(level),
    name,
    basedOn: 'Normal',
    quiet: true,
    run,
    paragraph: { ...paragraph, indent },
  };
}

function furnitureStyles(theme: Theme): Style[] {
  const { run, paragraph } = type(theme, 'running', { after: 0 });
  const rightTabStop = twips(theme.page.width - theme.page.left - theme.page.right);
  return ['header', 'footer'].map((name) => ({
    id: name === 'header' ? 'Header' : 'Footer',
    name,
    basedOn: 'Normal',
    quiet: true,
    run,
    paragraph: { ...paragraph, rightTabStop },
  }));
}

/** A style set on a ground: the same type, inside a box that is not broken over two pages. */
function onGround(theme: Theme, base: Style, ground: Ground): Style {
  const own = Number(base.paragraph?.indent?.left ?? 0);
  const left = Math.max(own, twips(theme.page.rail)) + twips(insets.left);
  const indent = { left, right: twips(insets.right) };
  return {
    id: groundedId(base.id, ground),
    name: `${groundName(ground)} ${base.name}`,
    custom: true,
    basedOn: base.id,
    paragraph: {
      ...groundFormat(theme, ground),
      keepNext: true,
      keepLines: true,
      indent: { ...base.paragraph?.indent, ...indent },
    },
  };
}

function characterStyles(theme: Theme): XmlComponent[] {
  const blue = hex(theme, 'blue');
  return [
    new CharacterStyle('DefaultParagraphFont', 'Default Paragraph Font', 'default', undefined),
    new CharacterStyle('Strong', 'Strong', null, { bold: true }),
    new CharacterStyle('Emphasis', 'Emphasis', null, { italics: true }),
    new CharacterStyle('Hyperlink', 'Hyperlink', null, { color: blue, underline: { type: 'single', color: blue } }),
    new CharacterStyle('Credit', 'Credit', 'customStyle', { color: hex(theme, 'muted') }),
    new CharacterStyle('Folio', 'Folio', 'customStyle', { bold: true, color: hex(theme, 'deep') }),
  ];
}
