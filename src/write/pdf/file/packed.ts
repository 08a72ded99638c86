/** pdfmake's PDFDocument, which writes its objects packed. */
import { deflateSync } from 'node:zlib';
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import { Packing, rowShape } from './packing.ts';

export class PackedPdf extends pdfDocumentModule.default {
  readonly #packing = new Packing();
  #isEnded = false;

  /** Whether the file names its Info dictionary. */
  protected get hasInfo(): boolean {
    return true;
  }

  override _write(data: Uint8Array | string): void {
    // pdfkit writes the header before this class has its fields.
    const pieces = #packing in this ? this.#packing.take(data, this._offset, this) : [data];
    for (const piece of pieces) super._write(piece);
  }

  override _finalize(): void {
    // The objects that end the file end too.
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#packing.flush(this);
    const start = this._offset;
    const places = this.ref({
      Type: 'XRef',
      Root: this._root,
      ...(this.hasInfo ? { Info: this._info } : {}),
      ID: [this._id, this._id],
      Filter: 'FlateDecode',
      ...rowShape,
    });
    places.data.Size = places.id + 1;
    this.#packing.setPlace(places.id, start);
    places.end(deflateSync(this.#packing.rows(places.id)));
    super._write(`startxref\n${start}\n%%EOF`);
    this.push(null);
  }
}
