/** What the core properties of a DOCX say of its data (ECMA-376, part 2, 11). */
import { child, type Package } from './package.ts';

/** Of the properties of a file those that are from its data; empty for none. */
export interface FileProperties {
  readonly title: string;
  readonly creator: string;
  readonly keywords: string;
  readonly description: string;
  readonly language: string;
}

export function propertiesOf({ properties }: Package): FileProperties {
  const textOf = (name: string) => child(properties, name)?.text.trim() ?? '';
  return {
    title: textOf('dc:title'),
    creator: textOf('dc:creator'),
    keywords: textOf('keywords'),
    description: textOf('dc:description'),
    language: textOf('dc:language'),
  };
}
