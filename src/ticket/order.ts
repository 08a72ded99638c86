/** What the program that made a print file knows of it, and the file does not say itself. */

export interface TicketPanel {
  /** Millimetres. */
  readonly width: number;
  readonly name: string;
}

export interface TicketFold {
  /** As who looks at this side folds it. */
  readonly direction: 'towards' | 'away';
  /** From 1. */
  readonly order: number;
}

/** Pages put together on the sheets of a press: each side of a sheet is a page of the file. */
export interface TicketImposition {
  readonly kind: 'saddle' | '2-up';
  readonly sheets: number;
  /** How far each sheet pushes the one within it out, in millimetres; null where none does. */
  readonly creep: number | null;
  readonly plan: readonly {
    readonly sheet: number;
    /** `both` where one form prints both sides of the paper. */
    readonly side: 'front' | 'back' | 'both';
    /** From 1, from left to right. */
    readonly pages: readonly number[];
  }[];
}

export interface TicketPaper {
  readonly kind: 'coated' | 'uncoated';
  /** The thickness of one leaf in millimetres, where it counts. */
  readonly caliper: number | null;
}

/** What is done besides printing colours, in an ink that is none (ISO 19593-1). Millimetres. */
export interface TicketStep {
  readonly step: 'white' | 'varnish' | 'cut';
  readonly ink: string;
  /** What white and varnish lie on: `sheet`, `cover`, `title`, `pictures`. */
  readonly on: readonly ('sheet' | 'cover' | 'title' | 'pictures')[];
  /** The radius of round corners; null for square ones. */
  readonly corners: number | null;
  /** Their middles, from the left and top of a front side. */
  readonly holes: readonly { readonly x: number; readonly y: number; readonly diameter: number }[];
}

export interface TicketOrder {
  /** The file's name. */
  readonly file: string;
  readonly title: string;
  /** Of the document, and of the ticket if we have its words; else the ticket is in English. */
  readonly lang: string;
  readonly created: Date;
  /** When the file was made, where that is told (SOURCE_DATE_EPOCH). */
  readonly made?: Date | null;
  readonly paper?: TicketPaper | null;
  readonly imposition?: TicketImposition | null;
  /** The width of the spine of a cover, in millimetres. */
  readonly spine?: number | null;
  /** `tri-fold`, `z-fold`, `gate-fold`, `booklet`, `a5-booklet`, `sheets`; other names are shown as they are. */
  readonly layout: string;
  /** The printed sides in their order; none means every page, unfolded. */
  readonly sides: readonly {
    /** From 1. */
    readonly page: number;
    /** From left to right; none for a page that is not folded. */
    readonly panels: readonly TicketPanel[];
    /** What it is called where it is no page of its own. */
    readonly name?: string;
    /** Millimetres from the left of the trim; else between all panels. */
    readonly folds?: readonly number[];
    /** Where it is cut besides its edges, likewise. */
    readonly cuts?: readonly number[];
    /** One for each fold between the panels, where it is known. */
    readonly folding?: readonly TicketFold[];
  }[];
  readonly binding: 'saddle stitch' | 'perfect binding' | 'fold' | 'none';
  /** Which marks stand outside the bleed: `none`, `folds`, `all`; other words are shown as they are. */
  readonly marks: string;
  /** How large type is of what the theme says: less than 1 where it was made smaller so that the text fits. */
  readonly typeScale?: number;
  /** What was converted on the way, such as pictures, in words. */
  readonly conversions: readonly string[];
  readonly steps?: readonly TicketStep[];
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
