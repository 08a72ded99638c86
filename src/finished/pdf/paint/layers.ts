/** Layers (optional content, ISO 32000-1, 8.11): what is switched off at opening is not printed. */
import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import type { PdfValue } from '../lexer.ts';
import { dictionaryAt, lookup, nameAt } from '../objects.ts';

export class Layers {
  readonly #off = new Set<PDFDict>();

  constructor(catalog: PDFDict) {
    const properties = dictionaryAt(catalog, 'OCProperties');
    const usual = properties && dictionaryAt(properties, 'D');
    if (properties === null || usual === null) return;
    if (nameAt(usual, 'BaseState') === 'OFF') for (const layer of groups(properties, 'OCGs')) this.#off.add(layer);
    for (const layer of groups(usual, 'ON')) this.#off.delete(layer);
    for (const layer of groups(usual, 'OFF')) this.#off.add(layer);
  }

  /** Of the operands of BDC: `/OC /name`, with the layer among the resources. */
  hides([tag, name]: readonly PdfValue[], resources: PDFDict | null): boolean {
    if (tag !== 'OC' || typeof name !== 'string') return false;
    const properties = resources && dictionaryAt(resources, 'Properties');
    const layer = properties && dictionaryAt(properties, name);
    return layer !== null && this.#has(layer);
  }

  /** Of a form or picture that belongs to a layer. */
  isOff(owner: PDFDict): boolean {
    const layer = dictionaryAt(owner, 'OC');
    return layer !== null && this.#has(layer);
  }

  /** A membership (OCMD) goes by an expression, or by its policy over layers, of which AnyOn is the usual one (8.11.2.2). */
  #has(layer: PDFDict): boolean {
    if (this.#off.has(layer)) return true;
    if (lookup(layer, 'Type') !== PDFName.of('OCMD')) return false;
    const expression = lookup(layer, 'VE');
    if (expression instanceof PDFArray) return !this.#holds(expression, 0);
    const one = dictionaryAt(layer, 'OCGs');
    const layers = one === null ? groups(layer, 'OCGs') : [one];
    const isOn = (each: PDFDict): boolean => !this.#off.has(each);
    if (layers.length === 0) return false;
    switch (nameAt(layer, 'P')) {
      case 'AllOn':
        return !layers.every(isOn);
      case 'AnyOff':
        return layers.every(isOn);
      case 'AllOff':
        return layers.some(isOn);
      default:
        return !layers.some(isOn);
    }
  }

  /** `[/And …]`, `[/Or …]`, `[/Not …]` of layers and further expressions. */
  #holds(expression: PDFObject | undefined, depth: number): boolean {
    if (expression instanceof PDFDict) return !this.#off.has(expression);
    if (!(expression instanceof PDFArray) || depth > deepest) return true;
    const [operator, ...parts] = expression.asArray().map((_, index) => expression.lookup(index));
    const holds = (part: PDFObject | undefined): boolean => this.#holds(part, depth + 1);
    if (operator === PDFName.of('Not')) return !holds(parts[0]);
    return operator === PDFName.of('Or') ? parts.some(holds) : parts.every(holds);
  }
}

/** Expressions in expressions, at most. */
const deepest = 16;

function groups(owner: PDFDict, key: string): readonly PDFDict[] {
  const list = lookup(owner, key);
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((_, index) => {
    const layer = list.lookup(index);
    return layer instanceof PDFDict ? [layer] : [];
  });
}
