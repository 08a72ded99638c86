/** Elements to blocks. A block that is wrong is reported and left out, so that the rest is still checked. */
import type { Block, Blocks } from '../model/document.ts';
import { readChart } from './chart.ts';
import { readFigure } from './figure.ts';
import { readWords } from './inlines.ts';
import { readList, readTerms } from './lists.ts';
import type { Element } from './parse.ts';
import { readAside, readColumns, readContents, readEmblems, readQuote } from './parts.ts';
import { type Around, languageOf, lookOf, type Reading } from './reading.ts';
import { readSection } from './sections.ts';
import { readTable } from './table.ts';

/** The blocks among elements; others are not looked at, for `check.ts` has told of them. */
export function readBlocks(elements: readonly Element[], around: Around, reading: Reading): Blocks {
  return elements.flatMap((element) => readBlock(element, around, reading) ?? []);
}

function readBlock(element: Element, around: Around, reading: Reading): Block | null {
  const { own, inner } = languageOf(element, around.lang, reading);
  const base = { at: element.at, from: element.from, lang: own };
  const within = { ...around, lang: inner };
  switch (element.name) {
    case 'section':
      return readSection(element, base, within, reading);
    case 'p': {
      const children = readWords(element, inner, reading);
      return children && { type: 'paragraph', ...base, look: lookOf(element, reading), children };
    }
    case 'ul':
    case 'ol':
      return readList(element, base, within, reading);
    case 'dl':
      return readTerms(element, base, within, reading);
    case 'aside':
      return readAside(element, base, within, reading);
    case 'quote':
      return readQuote(element, base, within, reading);
    case 'columns':
      return readColumns(element, base, within, reading);
    case 'contents':
      return readContents(element, base, within, reading);
    case 'figure':
      return readFigure(element, base, within, reading);
    case 'table':
      return readTable(element, base, within, reading);
    case 'chart':
      return readChart(element, base, within, reading);
    case 'emblems':
      return readEmblems(element, base, within, reading);
    case 'languages': {
      const { editions } = reading.context;
      return editions.length > 1 ? { type: 'languages', ...base, editions } : null;
    }
    default:
      return null;
  }
}
