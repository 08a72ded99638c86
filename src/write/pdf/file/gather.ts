/** A page's operators as one text. */
import type { Reference } from 'pdfmake/js/PDFDocument.js';

/** Has a stream take its texts at its end: pdfkit makes bytes of each of them, which a page has thousands of. */
export function gather(stream: Reference): void {
  const write = stream.write.bind(stream);
  const end = stream.end.bind(stream);
  let texts: string[] = [];
  const flush = (): void => {
    if (texts.length > 0) write(texts.join('\n'));
    texts = [];
  };
  stream.write = (chunk) => {
    if (typeof chunk === 'string') texts.push(chunk);
    else {
      flush();
      write(chunk);
    }
  };
  stream.end = (chunk) => {
    flush();
    end(chunk);
  };
}
