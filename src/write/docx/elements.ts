/** Elements that docx has no options for, in its own kind. */
import { type BaseXmlComponent, NextAttributeComponent, XmlComponent } from 'docx';

type Values = Readonly<Record<string, string | number | undefined>>;

/** Attributes by their names; those without a value are left out. */
export function attributes(values: Values): BaseXmlComponent {
  const present = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, { key, value }] as const],
  );
  return new NextAttributeComponent<Record<string, string | number>>(Object.fromEntries(present));
}

export function element(name: string, values: Values = {}, ...children: readonly BaseXmlComponent[]): XmlComponent {
  return new Element(name, values, children);
}

class Element extends XmlComponent {
  constructor(name: string, values: Values, children: readonly BaseXmlComponent[]) {
    super(name);
    if (Object.keys(values).length > 0) this.root.push(attributes(values));
    for (const child of children) this.root.push(child);
  }
}
