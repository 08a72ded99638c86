/** What the program that made a print file knows of it, and the file does not say itself. */

export interface TicketPanel {
  /** Millimetres. */
  readonly width: number;
  readonly name: string;
}

export interface TicketOrder {
  /** The file's name. */
  readonly file: string;
  readonly title: string;
  /** Of the document, and of the ticket if we have its words; else the ticket is in English. */
  readonly lang: string;
  readonly created: Date;
  /** `tri-fold`, `z-fold`, `gate-fold`, `booklet`, `a5-booklet`, `sheets`; other names are shown as they are. */
  readonly layout: string;
  /** The printed sides in their order; none means every page, unfolded. */
  readonly sides: readonly {
    /** From 1. */
    readonly page: number;
    /** From left to right; none for a page that is not folded. */
    readonly panels: readonly TicketPanel[];
  }[];
  readonly binding: 'saddle stitch' | 'fold' | 'none';
  /** Which marks stand outside the bleed: `none`, `folds`, `all`; other words are shown as they are. */
  readonly marks: string;
  /** What was converted on the way, such as pictures, in words. */
  readonly conversions: readonly string[];
  /** The colours of the theme. */
  readonly inks: readonly {
    readonly token: string;
    /** Percent. */
    readonly cmyk: readonly number[];
    readonly spot: string | null;
    /** Whether the build reckoned the inks itself, because the theme does not tell them. */
    readonly computed: boolean;
  }[];
}
