/**
 * The one way from text to the elements of HTML: they are built here as a tree, and written in the syntax of a format by
 * `syntax.ts`, where text and attribute values are escaped and nowhere else.
 */

export type HtmlChild = Html | string | null;
/** null and false leave the attribute out, true writes it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** `written` is markup that is safe as it is: well-formed XML that HTML's parser reads alike. */
export type HtmlNode =
  | { readonly type: 'element'; readonly name: string; readonly attributes: Attributes; readonly children: Contents }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'written'; readonly markup: string }
  | { readonly type: 'sequence'; readonly children: Contents };
type Contents = readonly HtmlNode[];

/** Elements and text that are safe to write. Only this module makes them. */
export class Html {
  readonly content: HtmlNode;
  private constructor(content: HtmlNode) {
    this.content = content;
  }
  /** For the functions below; nothing else may call it. */
  static of(content: HtmlNode): Html {
    return new Html(content);
  }
}

/** One child, or any number of them: a list of arguments has an end where a document may go on. */
type Children = HtmlChild | readonly HtmlChild[];

/** An element; children that are strings are text. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Children[]): Html {
  return Html.of({ type: 'element', name, attributes, children: contentsOf(children) });
}

/** Markup one after the other, each on a line of its own: between blocks, where white space says nothing. */
export function lines(...children: readonly (Html | null | readonly (Html | null)[])[]): Html {
  return sequence(children.flat().flatMap((child) => (child === null ? [] : ['\n', child])));
}

/** Markup or text one after the other, with nothing between. */
export function sequence(...children: readonly Children[]): Html {
  return Html.of({ type: 'sequence', children: contentsOf(children) });
}

/** For what is written here and made by us, never for anything that came from data: a style sheet, the lanes. */
export function trusted(markup: string): Html {
  return Html.of({ type: 'written', markup });
}

function contentsOf(children: readonly Children[]): Contents {
  return children.flat().flatMap((child) => {
    if (child === null) return [];
    return typeof child === 'string' ? [{ type: 'text', value: child } as const] : [child.content];
  });
}

/** The text in markup, without that of attributes. */
export function textOf(html: Html): string {
  return textIn(html.content);
}

function textIn(content: HtmlNode): string {
  switch (content.type) {
    case 'text':
      return content.value;
    case 'written':
      return '';
    case 'element':
    case 'sequence':
      return content.children.map(textIn).join('');
  }
}
