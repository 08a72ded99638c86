/** The style sheet as a part of text, and the lists that it counts with: docx numbers those when it writes a document. */

import { type File, type IContext, type IXmlableObject, XmlComponent } from 'docx';
import { matchesIn } from '../../text.ts';

export const sheetPart = 'word/styles.xml';

/** docx's placeholder for the number of a list: its reference, and which list of that form it is. */
const list = /\{([^{}"]+)-(\d+)\}/g;

/** In the place of styles: has docx number their lists, at the time when it would for the styles themselves, and writes nothing. */
export class Counting extends XmlComponent {
  readonly #sheet: string;

  constructor(sheet: string) {
    super('');
    this.#sheet = sheet;
  }

  override prepForXml({ file }: IContext): IXmlableObject | undefined {
    for (const [, reference = '', instance] of matchesIn(this.#sheet, list))
      file.Numbering.createConcreteNumberingInstance(reference, Number(instance));
    return undefined;
  }
}

/** A sheet with the numbers that docx has given to its lists. */
export function counted(sheet: string, { Numbering }: File): string {
  const numbers = new Map(
    Numbering.ConcreteNumbering.map(({ reference, instance, numId }) => [`{${reference}-${instance}}`, `${numId}`]),
  );
  return sheet.replace(list, (placeholder) => numbers.get(placeholder) ?? placeholder);
}
