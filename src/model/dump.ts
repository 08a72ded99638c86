/** A Document as text that people read and compare: one node a line, indented by its depth. */
import type { Place } from '../diagnostics.ts';
import type {
  Block,
  Chart,
  Composed,
  Document,
  Emblem,
  Figure,
  Inline,
  Inlines,
  ListItem,
  Section,
  Sourced,
} from './document.ts';
import { captionFacts, entryLine, facts, ledTo, percent, where } from './dump-facts.ts';
import { type Held, heldBy, isComposed } from './kinds.ts';
import type { Picture } from './picture.ts';
import type { Cell, Row, Table } from './table.ts';

export interface DumpOptions {
  /** Also say where each thing comes from: `@` the template's place of an element, `<` the data's path of a value. */
  readonly places?: boolean;
}

/** The whole tree, a line feed after each line. Pictures are named, not shown. */
export function dump(document: Document, options: DumpOptions = {}): string {
  return `${new Dumper(options.places ?? false).document(document).join('\n')}\n`;
}

type Lines = readonly string[];

class Dumper {
  readonly #places: boolean;

  constructor(places: boolean) {
    this.#places = places;
  }

  document({ kind, lang, metadata, editions, cover, body, imprint, at }: Document): Lines {
    const { places: _places, mixed: _mixed, ...fields } = metadata;
    const tags = editions.map((edition) => edition.lang).join(',');
    return this.#node(`document ${kind} lang=${lang} editions=${tags}`, at, [
      ...Object.entries(fields).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`),
      ...this.#node(`cover${facts(cover)}`, cover.at, [
        ...this.#blocks(cover.before),
        ...this.#words(`title${facts(cover.title)}`, cover.title.children, cover.title.at),
        ...this.#blocks(cover.after),
      ]),
      ...this.#blocks(body),
      ...(imprint === null ? [] : this.#node(`imprint${facts(imprint)}`, imprint.at, this.#blocks(imprint.blocks))),
    ]);
  }

  #node(label: string, at: Place | null, inside: Lines): Lines {
    return [this.#places && at !== null ? `${label} @${where(at)}` : label, ...inside.map((line) => `  ${line}`)];
  }

  #words(label: string, inlines: Inlines, at: Place | null): Lines {
    return this.#node(
      label,
      at,
      inlines.flatMap((inline) => this.#inline(inline)),
    );
  }

  #inline(node: Inline): Lines {
    switch (node.type) {
      case 'text':
        return [this.#value(node)];
      case 'lineBreak':
        return ['lineBreak'];
      case 'link': {
        const { target } = node;
        return this.#words(`link ${target.type} ${this.#value(ledTo(target))}${facts(node)}`, node.children, node.at);
      }
      case 'strong':
      case 'emphasis':
      case 'span':
        return this.#words(`${node.type}${facts(node)}`, node.children, node.at);
      case 'abbreviation':
        return this.#words(`${node.type}${facts(node)} ${this.#value(node.expansion)}`, node.children, node.at);
      case 'missing':
        return [`missing ${JSON.stringify(node.words)}`];
      case 'note':
        return this.#words(`note ${node.number}${facts(node)}`, node.children, node.at);
      default:
        return node satisfies never;
    }
  }

  #blocks(blocks: readonly Block[]): Lines {
    return blocks.flatMap((block) => this.#block(block));
  }

  #block(block: Block): Lines {
    const { at } = block;
    const label = `${block.type}${facts(block)}`;
    if (isComposed(block)) return this.#node(label, at, this.#composed(block));
    switch (block.type) {
      case 'section':
        return this.#section(label, block);
      case 'paragraph':
        return this.#words(label, block.children, at);
      case 'list': {
        const items = block.items.flatMap((item) => this.#item(item));
        return this.#node(block.ordered ? `${label} ordered` : label, at, items);
      }
      case 'aside': {
        const named = block.label === null ? label : `${label} ${this.#value(block.label)}`;
        return this.#node(named, at, this.#blocks(block.blocks));
      }
      case 'terms': {
        const items = block.items.flatMap(({ term, details }) => [
          ...this.#words('term', term, null),
          ...this.#node('details', null, this.#blocks(details)),
        ]);
        return this.#node(label, at, items);
      }
      case 'quote':
        return this.#node(label, at, [...this.#blocks(block.blocks), ...this.#named('source', block.source)]);
      case 'contents':
        return this.#node(`${label} ${block.of}`, at, block.entries.map(entryLine));
      case 'figure':
        return this.#node(`${label}${captionFacts(block)}`, at, this.#figure(block));
      case 'table':
        return this.#node(`${label}${captionFacts(block)}`, at, this.#table(block));
      case 'chart':
        return this.#node(`${label}${captionFacts(block)}`, at, this.#chart(block));
      default:
        return block satisfies never;
    }
  }

  /** As each says it best; and of any other, all that it holds. */
  #composed(block: Composed): Lines {
    if (block.type === 'columns')
      return block.columns.flatMap((column) => this.#node('column', null, this.#blocks(column)));
    if (block.type === 'emblems') return block.items.flatMap((item) => this.#emblem(item));
    if (block.type === 'languages') return block.editions.map(({ lang, name }) => `${lang} ${JSON.stringify(name)}`);
    return this.#held(heldBy(block));
  }

  #held(all: readonly Held[]): Lines {
    return all.flatMap((held): Lines => {
      switch (held.type) {
        case 'inlines':
          return this.#words('words', held.inlines, null);
        case 'blocks':
          return this.#node('blocks', null, this.#blocks(held.blocks));
        case 'words':
          return [`words${facts({ lang: held.words.lang ?? null })} ${this.#value(held.words)}`];
        case 'picture':
          return [this.#picture(held.picture)];
        case 'part':
          return this.#node(`${held.part.element}${facts(held.part)}`, held.part.at, this.#held(held.held));
        default:
          return held satisfies never;
      }
    });
  }

  #section(label: string, { id, number, title, blocks, at }: Section): Lines {
    const counted = number === null ? '' : ` number=${JSON.stringify(number)}`;
    return this.#node(`${label} #${id.value}${counted}`, at, [
      ...this.#words('h', title, null),
      ...this.#blocks(blocks),
    ]);
  }

  /** Words that are not always there. */
  #named(name: string, inlines: Inlines | null): Lines {
    return inlines === null ? [] : this.#words(name, inlines, null);
  }

  #table({ caption, summary, source, columns, head, body, foot, wide }: Table): Lines {
    const rows = (name: string, part: readonly Row[]) =>
      part.length === 0
        ? []
        : this.#node(
            name,
            null,
            part.flatMap((row) => this.#row(row)),
          );
    return [
      ...(wide ? ['wide'] : []),
      ...this.#named('caption', caption),
      ...this.#named('summary', summary),
      `columns ${columns.map(({ align, share }) => `${align} ${percent(share)}`).join(', ')}`,
      ...rows('head', head),
      ...rows('body', body),
      ...rows('foot', foot),
      ...this.#named('source', source),
    ];
  }

  #row(row: Row): Lines {
    const cells = row.cells.flatMap((cell) => this.#cell(cell));
    return this.#node(`row${facts(row)}`, row.at, cells);
  }

  #cell(cell: Cell): Lines {
    const { scope, columnSpan, rowSpan, at, blocks } = cell;
    const spans = columnSpan === 1 && rowSpan === 1 ? '' : ` spans=${columnSpan}×${rowSpan}`;
    const name = scope === null ? 'cell' : `header ${scope}`;
    return this.#node(`${name}${facts(cell)}${spans}`, at, this.#blocks(blocks));
  }

  #chart({ kind, caption, summary, source, data, alt, table, showTable }: Chart): Lines {
    const series = data.series.flatMap(({ name, points }) => [
      `series ${JSON.stringify(name)}`,
      ...points.map((point) => {
        if (point === null) return '  –';
        const what = point.type === 'number' ? point.value : `${point.start}/${point.end}`;
        return `  ${what} ${JSON.stringify(point.text)}`;
      }),
    ]);
    return [
      kind,
      ...this.#named('caption', caption),
      ...this.#named('summary', summary),
      `alt ${JSON.stringify(alt)}`,
      ...(data.today === null ? [] : [`today ${data.today}`]),
      `categories ${data.categories.map((category) => JSON.stringify(category)).join(', ')}`,
      ...series,
      ...this.#node(showTable ? 'table, shown' : 'table', null, this.#table(table)),
      ...this.#named('source', source),
    ];
  }

  #item(item: ListItem): Lines {
    const share = item.share === null ? '' : ` share=${item.share}`;
    return this.#node(`item${facts(item)}${share}`, item.at, this.#blocks(item.blocks));
  }

  #emblem(emblem: Emblem): Lines {
    const picture = emblem.picture === null ? 'slot' : this.#picture(emblem.picture);
    return this.#node(`emblem${facts(emblem)} ${this.#value(emblem.name)}`, emblem.at, [picture]);
  }

  #figure({ image, placing, caption, credit, description }: Figure): Lines {
    return [
      this.#picture(image.picture),
      ...(placing === null ? [] : [`${placing.width} of the width, at the ${placing.side}`]),
      image.alt === null ? 'decorative' : `alt ${this.#value(image.alt)}`,
      ...this.#named('caption', caption),
      ...this.#named('credit', credit),
      ...(description === null ? [] : this.#node('description', null, this.#blocks(description))),
    ];
  }

  #picture({ value, from }: Sourced<Picture>): string {
    const { file, format, width, height } = value;
    return `picture ${this.#value({ value: file, from })} ${format} ${width}×${height}`;
  }

  #value({ value, from }: Sourced<string>): string {
    return this.#places ? `${JSON.stringify(value)} <${where(from)}` : JSON.stringify(value);
  }
}
