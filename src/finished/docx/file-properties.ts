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
  const valueOf = (name: string) => child(properties, name)?.text.trim() ?? '';
  return {
    title: valueOf('dc:title'),
    creator: valueOf('dc:creator'),
    keywords: valueOf('keywords'),
    description: valueOf('dc:description'),
    language: valueOf('dc:language'),
  };
}
