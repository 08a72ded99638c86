/** Figures, charts and quotes: what stands in an HTML `figure`. */
import type { Chart, Figure, Image, Quote } from '../../model/document.ts';
import { setCaption, setFinding, setSource, spaced } from './captions.ts';
import { element, type Html, lines, sequence } from './element.ts';
import { setInlines } from './inlines.ts';
import { languageAttributes } from './language.ts';
import type { BlockContext } from './setting.ts';
import { setTable } from './tables.ts';

/** The long description stands after the figure, to be opened: a caption is no place for it. */
export function setFigure(figure: Figure, setting: BlockContext): Html {
  const { caption, credit, description, number, placing } = figure;
  const id = description === null ? null : setting.page.name('description');
  const words = [
    caption === null && number === null ? null : setCaption(figure, setting),
    credit === null ? null : element('small', {}, setInlines(credit, setting)),
  ].filter((part) => part !== null);
  const set = element(
    'figure',
    {
      id: figure.id?.value ?? null,
      'data-look': figure.look,
      'data-width': placing?.width ?? null,
      'data-side': placing?.side ?? null,
      ...languageAttributes(figure.lang),
    },
    lines(setImage(figure.image, setting, id), words.length === 0 ? null : element('figcaption', {}, ...spaced(words))),
    '\n',
  );
  if (description === null) return set;
  const summary = lines(element('summary', {}, setting.language.chrome.longDescription));
  const blocks = setting.page.blocks(description, setting);
  const attributes = { id, class: 'description', ...languageAttributes(figure.lang) };
  return sequence(set, lines(element('details', attributes, summary, blocks, '\n')));
}

export function setImage({ picture, alt }: Image, { addresses }: BlockContext, details: string | null = null): Html {
  const { width, height } = picture.value;
  return element('img', {
    'data-from': addresses.origin?.(alt?.from ?? picture.from) ?? null,
    src: addresses.picture(picture.value),
    alt: alt?.value ?? '',
    ...languageAttributes(alt?.lang ?? null),
    width,
    height,
    'aria-details': details,
  });
}

/** The chart as a picture with words, and its numbers as a table: shown, or to be opened. */
export function setChart(chart: Chart, setting: BlockContext): Html {
  const drawing = setting.page.drawings.get(chart);
  if (drawing === undefined) throw new Error('a chart that was not drawn');
  const title = setting.page.name('chart');
  const named = chart.caption !== null || chart.number !== null;
  const finding = named || chart.summary !== null ? setFinding(chart, title, setting) : null;
  const table = setTable(chart.table, setting, named ? title : null);
  return element(
    'figure',
    { class: 'chart', id: chart.id?.value ?? null, 'data-look': chart.look, ...languageAttributes(chart.lang) },
    lines(
      finding === null ? null : element('figcaption', {}, ...spaced(finding)),
      element('div', { role: 'img', 'aria-label': chart.alt }, drawing),
      setSource(chart.source, setting),
      chart.showTable ? table : setFolded(table, named ? title : null, setting),
    ),
    '\n',
  );
}

/** A chart's table, to be opened. Who lists what can be opened hears of which chart it is the data. */
function setFolded(table: Html, title: string | null, { page, language }: BlockContext): Html {
  const id = title === null ? null : page.name('data');
  const names = { id, 'aria-labelledby': id && `${id} ${title}` };
  return element('details', {}, lines(element('summary', names, language.chrome.chartData), table), '\n');
}

export function setQuote(quote: Quote, setting: BlockContext): Html {
  const words = element('blockquote', {}, setting.page.blocks(quote.blocks, setting), '\n');
  const source = quote.source === null ? null : element('figcaption', {}, setInlines(quote.source, setting));
  return element('figure', { class: 'quote', ...languageAttributes(quote.lang) }, lines(words, source), '\n');
}
