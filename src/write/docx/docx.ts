/** The Word document: real styles and numbering, languages, embedded fonts; decoration only in the heads of pages. */
import { File } from 'docx';
import type { Document } from '../../model/document.ts';
import type { Job, Target } from '../targets.ts';
import { bodyParts, coverPieces } from './content.ts';
import { fontParts } from './fonts.ts';
import { bodyFurniture, coverFurniture } from './furniture.ts';
import { levelsOf, referenceOf } from './lists.ts';
import { packageOf } from './package.ts';
import { fallbacksOf } from './pictures.ts';
import { propertyParts } from './properties.ts';
import { sectionsOf } from './sections.ts';
import { Story } from './story.ts';
import { styleSheet } from './styles.ts';
import { hex, mm } from './units.ts';

export const docx: Target = { format: 'docx', extension: 'docx', write };

async function write(document: Document, job: Job): Promise<Uint8Array> {
  const { theme, chrome } = job;
  const story = new Story(document, job, await fallbacksOf(document));
  const cover = sectionsOf(coverPieces(document.cover, story), await coverFurniture(story), {
    ...theme.page,
    top: 16 * mm,
  });
  const furniture = await bodyFurniture(story);
  const body = bodyParts(story).flatMap((part, index) => sectionsOf(part, index === 0 ? furniture : null, theme.page));
  const file = new File({
    sections: [...cover, ...body],
    styles: { importedStyles: styleSheet(theme, chrome.locale, story.groundedStyles) },
    numbering: {
      config: story.listKinds.map((kind) => ({ reference: referenceOf(kind), levels: levelsOf(theme, kind) })),
    },
    theme: officeTheme(job),
  });
  return packageOf(file, { ...propertyParts(document, job), ...fontParts(theme) });
}

/** What Word offers in its palettes, and the fonts it falls back to by script: Georgian is not left to Sylfaen. */
function officeTheme({ theme }: Job) {
  const font = {
    latin: theme.family,
    eastAsia: theme.family,
    complexScript: theme.family,
    scripts: { Geor: theme.family },
  };
  const color = (name: Parameters<typeof hex>[1]) => hex(theme, name);
  return {
    name: theme.title,
    fonts: { headings: font, body: font },
    colors: {
      ...{ dark1: color('ink'), light1: color('paper'), dark2: color('deep'), light2: color('sky') },
      ...{ accent1: color('blue'), accent2: color('clay'), accent3: color('mid'), accent4: color('pale') },
      ...{ accent5: color('l5'), accent6: color('line'), hyperlink: color('blue'), followedHyperlink: color('deep') },
    },
  };
}
