/** The one way from text to HTML: elements are built, text and attribute values are escaped here and nowhere else. */

/** Markup that is safe to write as it is. Only this module makes it. */
export class Html {
  readonly #markup: string;
  private constructor(markup: string) {
    this.#markup = markup;
  }
  /** For `element`, `text`, `lines` and `trusted` below; nothing else may call it. */
  static of(markup: string): Html {
    return new Html(markup);
  }
  toString(): string {
    return this.#markup;
  }
}

export type Child = Html | string | null;
/** null and false leave the attribute out, true writes it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** HTML, 13.1.2: elements without an end tag. SVG's shapes are written with end tags, which HTML allows. */
const voids = new Set(['img', 'br', 'col', 'meta', 'link', 'hr', 'wbr']);

/** An element; children that are strings are text. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Html {
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}>`;
  return Html.of(voids.has(name) ? start : `${start}${children.map(inner).join('')}</${name}>`);
}

/** Markup one after the other, each on a line of its own: between blocks, where white space says nothing. */
export function lines(...children: readonly (Html | null)[]): Html {
  return Html.of(
    children
      .filter((child) => child !== null)
      .map((child) => `\n${child}`)
      .join(''),
  );
}

/** Markup or text one after the other, with nothing between. */
export function sequence(...children: readonly Child[]): Html {
  return Html.of(children.map(inner).join(''));
}

/** For what is written here and made by us, never for anything that came from data: a style sheet, the lanes. */
export function trusted(markup: string): Html {
  return Html.of(markup);
}

function inner(child: Child): string {
  return child === null ? '' : typeof child === 'string' ? escapeText(child) : child.toString();
}

function attribute([name, value]: readonly [string, Attributes[string]]): string {
  if (value === null || value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`;
}

/** The text in markup, without that of attributes. */
export function textOf(html: Html): string {
  return Object.entries(entities).reduce(
    (text, [sign, entity]) => text.replaceAll(entity, sign),
    // `escapeText` leaves no bare `>` in an attribute.
    html.toString().replace(/<[^<>]*>/g, ''),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Enough for text and for quoted attribute values alike (HTML, 13.1.2.3 and 13.3). */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
