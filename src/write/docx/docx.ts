/** The Word document: real styles and numbering, languages, embedded fonts; decoration only in the heads of pages. */
import { File, type ISectionOptions } from 'docx';
import { Kept } from '../../kept.ts';
import { allLanguages } from '../../language/languages.ts';
import type { Document } from '../../model/document.ts';
import { onceEach } from '../../once.ts';
import { colorOf, type Theme, white } from '../../theme/theme.ts';
import type { FormatWriter, Job } from '../targets.ts';
import { bodyParts } from './content.ts';
import { coverPieces, fitted, headTheme } from './cover.ts';
import { type Arts, artsOf, bodyFurniture, coverFurniture, headFurniture } from './furniture.ts';
import { levelsOf, referenceOf } from './lists.ts';
import { compiled, packageOf } from './package.ts';
import { fallbacksOf } from './pictures.ts';
import { propertyParts } from './properties.ts';
import { sectionsOf } from './sections.ts';
import { Counting, sheetPart } from './sheet.ts';
import { Story } from './story.ts';
import { styleSheet, type Use } from './styles.ts';
import { hex } from './units.ts';

export const docx: FormatWriter = { format: 'docx', extension: 'docx', write };

async function write(document: Document, given: Job): Promise<Uint8Array> {
  const head = document.cover.look === 'head';
  const job = { ...given, theme: fitted(head ? headTheme(given.theme) : given.theme, document, head) };
  const { theme, language } = job;
  const story = new Story(document, job, await fallbacksOf(document));
  const sections = partsOf(story, await artsOf(given.theme, head ? 'head' : 'cover'), head);
  await story.draw();
  const { groundedStyles: grounded, headings, notes, compacts } = story;
  const lists = story.listKinds.map((kind) => ({ reference: referenceOf(kind, theme), levels: levelsOf(theme, kind) }));
  const ground = colorOf(theme, theme.roles.page).light;
  const use = { locale: language.locale, grounded, counted: headings.counted, head, compacts };
  const sheet = sheetOf(given.theme)(theme, use);
  const file = new File({
    sections,
    ...(ground === white ? {} : { background: { color: hex(theme, theme.roles.page) } }),
    styles: { importedStyles: [new Counting(sheet)] },
    numbering: { config: [...lists, ...headings.configs(theme)] },
    footnotes: Object.fromEntries([...notes].map(([id, note]) => [id, { children: [note] }])),
    theme: officeTheme(theme),
  });
  const noted = notes.size > 0;
  const own = {
    ...propertyParts(document, job, noted),
    ...story.anchors.parts(document, job),
    [sheetPart]: sheet,
  };
  return packageOf(file, own, given.theme, noted);
}

/**
 * The style sheet as docx writes it, but for the numbers of its lists: the same for all documents whose title is of one size and that
 * use the same styles, and a sixth of the time of a short one.
 */
const sheetOf = onceEach((_given: Theme) => {
  const sheets = new Kept<string>(4e6, ({ length }) => length);
  return (theme: Theme, use: Use): string =>
    sheets.get(JSON.stringify([theme.styles.title, use]), () => {
      const styles = { importedStyles: styleSheet(theme, use) };
      return String(compiled(new File({ sections: [], styles, theme: officeTheme(theme) })).get(sheetPart));
    });
});

function partsOf(story: Story, arts: Arts, head: boolean): ISectionOptions[] {
  const { page, looks } = story.theme;
  const coverTop = looks.cover.plain.top;
  const edges = looks.page.word;
  const opening = coverPieces(story, head);
  const body = bodyParts(story, head);
  if (head) {
    const [first, ...others] = body;
    const furniture = headFurniture(arts, story);
    return [
      ...sectionsOf({ pieces: [...opening, ...(first?.pieces ?? [])], page, furniture, edges }),
      ...others.flatMap(({ pieces }) => sectionsOf({ pieces, page, furniture: null, edges })),
    ];
  }
  const cover = {
    pieces: opening,
    page: { ...page, top: coverTop, bottom: coverTop },
    furniture: coverFurniture(arts, story),
    edges,
  };
  const parts = body.map(({ pieces, section, opens }) => {
    return { pieces, page, furniture: bodyFurniture(arts, story, section, opens), edges };
  });
  return [cover, ...parts].flatMap(sectionsOf);
}

/** What Word offers in its palettes, and the fonts it falls back to by script: none of our languages is left to a font of Word's. */
function officeTheme(theme: Theme) {
  const foreign = allLanguages.map(({ script }) => script).filter((script) => script !== 'Latn');
  const scripts = Object.fromEntries(foreign.map((script) => [script, theme.family]));
  const font = {
    latin: theme.family,
    eastAsia: theme.family,
    complexScript: theme.family,
    scripts,
  };
  const { office } = theme.looks;
  const colors = Object.fromEntries(Object.entries(office).map(([slot, name]) => [slot, hex(theme, name)]));
  return {
    name: theme.title,
    fonts: { headings: font, body: font },
    colors,
  };
}
