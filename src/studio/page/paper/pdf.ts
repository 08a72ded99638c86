/**
 * Pages of a PDF drawn as pictures, by pdf.js in a thread of its own. It is loaded when pages are looked at, not before; of the
 * file nothing is run and nothing is fetched (no scripts, no WebAssembly, no fonts or maps from elsewhere).
 */
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { server } from '../api.ts';
import type { SheetCrop } from './geometry.ts';

/** One for all files: it takes longer to start than to draw a page. */
let worker: PDFWorker | null = null;

function ownWorker(): PDFWorker {
  if (worker === null || worker.destroyed) {
    const port = new Worker(new URL('pdf.worker.mjs', document.baseURI), { type: 'module' });
    worker = PDFWorker.create({ port: port as never });
  }
  return worker;
}

/** The pixels of a canvas that browsers can draw for certain (Safari on phones: 16 777 216). */
const mostPixels = 16_000_000;

export class PdfPages {
  readonly #file: PDFDocumentProxy;

  private constructor(file: PDFDocumentProxy) {
    this.#file = file;
  }

  /** Throws `ServerError` where the file has been drawn again since. */
  static async open(key: string): Promise<PdfPages> {
    const data = new Uint8Array(await server.paperFile(key));
    const options = {
      data,
      worker: ownWorker(),
      useWasm: false,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
    };
    const file = await getDocument({ ...options, enableXfa: false, disableAutoFetch: true }).promise;
    return new PdfPages(file);
  }

  /**
   * A part of a page, so many pixels wide at most. Null where it was stopped before it was whole.
   * @param number from 1
   */
  async draw(number: number, crop: SheetCrop, width: number, signal: AbortSignal): Promise<HTMLCanvasElement | null> {
    const page = await this.#file.getPage(number).catch(() => null);
    if (page === null || signal.aborted) return null;
    const ratio = crop.height / crop.width;
    const across = Math.max(1, Math.min(Math.round(width), Math.floor(Math.sqrt(mostPixels / ratio))));
    const scale = across / crop.width;
    const canvas = document.createElement('canvas');
    canvas.width = across;
    canvas.height = Math.max(1, Math.round(across * ratio));
    const [left = 0, , , top = 0] = page.view;
    const viewport = page.getViewport({
      scale,
      offsetX: (left - crop.left) * scale,
      offsetY: (crop.top - top) * scale,
    });
    const task = page.render({ canvas, viewport });
    signal.addEventListener('abort', () => task.cancel());
    return task.promise.then(
      () => (signal.aborted ? null : canvas),
      () => null,
    );
  }

  close(): void {
    void this.#file.loadingTask.destroy();
  }
}
