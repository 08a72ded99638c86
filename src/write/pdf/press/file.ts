/**
 * A tagged PDF for the press: PDF/X-4 (ISO 15930-7), PDF/A-2a and PDF/UA-1 at once. All three can hold because a printed page
 * has no links: PDF/X wants no annotations within the bleed, PDF/UA wants links that are.
 */
import { createHash, type Hash } from 'node:crypto';
import type { Reference } from 'pdfmake/js/PDFDocument.js';
import { uuid } from '../../uuid.ts';
import { TaggedPdf } from '../file/file.ts';
import { StepLayers } from '../file/layers.ts';
import { deflated } from '../file/profile.ts';
import type { Facts } from '../file/xmp.ts';
import { hexOf } from '../paint/inks.ts';
import type { StructureTree } from '../tag/structure.ts';
import { pressPaint } from './paint.ts';
import { conditionOf, type Press } from './press.ts';

interface Grouped {
  readonly Group?: { CS?: string };
  readonly SMask?: { BC?: readonly number[] };
  readonly Resources?: Reference;
}

export class PressPdf extends TaggedPdf {
  readonly layers = new StepLayers();
  readonly #press: Press;
  readonly #created: Date;
  readonly #facts: Readonly<Record<string, unknown>>;
  readonly #content: Hash = createHash('sha256');

  constructor(tree: StructureTree, facts: Facts, press: Press) {
    super(tree, facts, null);
    this.#press = press;
    this.#created = facts.created;
    // pdfkit writes strings only, and Trapped is a name: the dictionary is written by `endMetadata`.
    this.#facts = this.info;
    this.info = {};
  }

  override get around(): number {
    return this.#press.bleed + this.#press.slug;
  }

  override get bleed(): number {
    return this.#press.bleed;
  }

  override get paintsAlike(): boolean {
    return false;
  }

  /** PDF/X-4 builds on PDF 1.6. */
  protected override get header(): string {
    return '1.6';
  }

  /** Page boxes as ISO 15930-7 wants them; without a CropBox, which would hide the bleed from view. */
  override openPage(width: number, height: number): void {
    const { around } = this;
    const { bleed } = this.#press;
    super.openPage(width + 2 * around, height + 2 * around);
    const { data } = this.page.dictionary;
    data.BleedBox = [around - bleed, around - bleed, around + width + bleed, around + height + bleed];
    data.TrimBox = [around, around, around + width, around + height];
    this.translate(around, around);
  }

  /** A destination is no action: PDF/X has none. */
  protected override leadTo(action: { readonly D: unknown[] }): object {
    return { Dest: action.D };
  }

  /** A plain colour of an SVG picture, and whether it prints over what is under it. */
  override _setColorCore(color: unknown, stroke: boolean): boolean {
    const parts = super._normalizeColor(color);
    if (parts?.length !== 3) return super._setColorCore(color, stroke);
    pressPaint(hexOf(parts), stroke, this.#press.inks, this);
    return true;
  }

  /**
   * All colours of SVG pictures come by here, stops of gradients too. A single number is an opacity along a gradient: it is told in
   * black, because RIPs that convert greys by a profile (Ghostscript) would make another opacity of a grey.
   */
  override _normalizeColor(color: unknown): readonly number[] | null {
    const parts = super._normalizeColor(color);
    if (parts?.length === 1) return [0, 0, 0, 1 - (parts[0] ?? 0)];
    return parts?.length === 3 ? this.#press.inks.inksOf(hexOf(parts)).map((percent) => percent / 100) : parts;
  }

  /** Groups that SVG pictures make are blended in the inks of the page, and their masks' backdrops told in them. */
  override ref(data?: object): Reference {
    const { Group, SMask, Resources } = (data ?? {}) as Grouped;
    if (Group?.CS === 'DeviceRGB' || Group?.CS === 'DeviceGray') {
      Group.CS = 'DeviceCMYK';
      const { hasSpots, spots } = this.#press.inks;
      if (hasSpots && Resources !== undefined) Resources.data.ColorSpace = spots.grouped;
    }
    if (SMask?.BC?.length === 3) SMask.BC = [0, 0, 0, 1 - Math.max(...SMask.BC)];
    return super.ref(data);
  }

  override _write(data: Uint8Array | string): void {
    // pdfkit writes the header before this class has its fields.
    if (#content in this) this.#content.update(data);
    super._write(data);
  }

  /** Names the file by its content: all pages and fonts are written by now. */
  protected override describe(facts: Facts): Facts {
    const digest = createHash('sha256').update(this.#content.copy().digest()).update(JSON.stringify(facts)).digest();
    this._id = digest.subarray(0, 16);
    return { ...facts, press: uuid(digest) };
  }

  override endMetadata(): void {
    super.endMetadata();
    const { properties } = this.layers;
    if (properties !== null) this._root.data.OCProperties = properties;
    const texts = Object.entries(this.#facts).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    this._info = this.ref({
      ...Object.fromEntries(texts.map(([name, text]) => [name, new String(text)])),
      CreationDate: this.#created,
      ModDate: this.#created,
      Trapped: 'False',
    });
    this._info.end();
  }

  /** PDF/X and PDF/A each have their own intent, on one profile: PDF/A-2 allows no second (ISO 19005-2, 6.2.3). */
  protected override outputIntents(): Reference[] {
    // With a filter of its own it is written as it is.
    const icc = this.ref({ N: 4, Length: 0, Filter: 'FlateDecode' });
    icc.end(deflated(this.#press.profile.bytes));
    const { identifier, description, registry } = conditionOf(this.#press.profile);
    return ['GTS_PDFX', 'GTS_PDFA1'].map((standard) => {
      const intent = this.ref({
        Type: 'OutputIntent',
        S: standard,
        OutputConditionIdentifier: new String(identifier),
        OutputCondition: new String(description),
        ...(registry === null ? {} : { RegistryName: new String(registry) }),
        Info: new String(description),
        DestOutputProfile: icc,
      });
      intent.end();
      return intent;
    });
  }
}
