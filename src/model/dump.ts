/** A Document as text that people read and compare: one node a line, indented by its depth. */
import type { Place } from '../diagnostics.ts';
import type { Block, Document, Emblem, Figure, Inline, Inlines, ListItem, Picture, Sourced } from './document.ts';

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
    const tags = editions.map((edition) => edition.lang).join(',');
    return this.#node(`document ${kind} lang=${lang} editions=${tags}`, at, [
      ...Object.entries(metadata).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`),
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
        const to = target.type === 'web' ? target.href : target.type === 'place' ? target.id : target.edition;
        return this.#words(`link ${target.type} ${this.#value(to)}${facts(node)}`, node.children, node.at);
      }
      case 'strong':
      case 'emphasis':
      case 'span':
        return this.#words(`${node.type}${facts(node)}`, node.children, node.at);
      default:
        throw new Error(`no dump of ${node.type}`);
    }
  }

  #blocks(blocks: readonly Block[]): Lines {
    return blocks.flatMap((block) => this.#block(block));
  }

  #block(block: Block): Lines {
    const { at } = block;
    const label = `${block.type}${facts(block)}`;
    switch (block.type) {
      case 'section': {
        const inside = [...this.#words('h', block.title, null), ...this.#blocks(block.blocks)];
        return this.#node(`${label} #${block.id.value}`, at, inside);
      }
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
      case 'figure':
        return this.#node(label, at, this.#figure(block));
      case 'emblems': {
        const items = block.items.flatMap((item) => this.#emblem(item));
        return this.#node(label, at, items);
      }
      case 'languages': {
        const names = block.editions.map(({ lang, name }) => `${lang} ${JSON.stringify(name)}`);
        return this.#node(label, at, names);
      }
      default:
        throw new Error(`no dump of ${block.type}`);
    }
  }

  #item(item: ListItem): Lines {
    return this.#node(`item${facts(item)}`, item.at, this.#blocks(item.blocks));
  }

  #emblem(emblem: Emblem): Lines {
    const picture = emblem.picture === null ? 'slot' : this.#picture(emblem.picture);
    return this.#node(`emblem${facts(emblem)} ${this.#value(emblem.name)}`, emblem.at, [picture]);
  }

  #figure({ image, caption, credit }: Figure): Lines {
    return [
      this.#picture(image.picture),
      image.alt === null ? 'decorative' : `alt ${this.#value(image.alt)}`,
      ...(caption === null ? [] : this.#words('caption', caption, null)),
      ...(credit === null ? [] : this.#words('credit', credit, null)),
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

/** What a node says of itself beside its content. */
function facts({ look = null, lang }: { readonly look?: string | null; readonly lang: string | null }): string {
  return `${look === null ? '' : ` look=${look}`}${lang === null ? '' : ` lang=${lang}`}`;
}

function where({ file, line, column, path }: Place): string {
  return path ?? `${file}:${line}:${column}`;
}
