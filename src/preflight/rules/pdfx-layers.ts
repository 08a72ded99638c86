import { PDFArray, PDFDict } from '@cantoo/pdf-lib';
import { dictionaryAt, lookup, stringAt } from '../../finished/pdf/objects.ts';
import { clause } from '../clause.ts';

export const pdfxLayers = clause({
  code: 'pdfx-layers',
  severity: 'error',
  says: 'Layers change by themselves, or a setting of layers has no name.',
  mend: 'Export it again without layers, or with layers that are set by hand.',
  clause: 'ISO 15930-7, optional content',
  *find({ parts: { catalog } }) {
    const properties = dictionaryAt(catalog, 'OCProperties');
    if (properties === null) return;
    const others = lookup(properties, 'Configs');
    const list = others instanceof PDFArray ? others.asArray().map((_, index) => others.lookup(index)) : [];
    const settings = [lookup(properties, 'D'), ...list].filter((each) => each instanceof PDFDict);
    if (settings.some((setting) => lookup(setting, 'AS') !== undefined)) {
      yield 'Layers are switched by what is done with the file (AS)';
    }
    if (list.some((each) => each instanceof PDFDict && stringAt(each, 'Name') === null)) {
      yield 'A setting of layers has no name';
    }
  },
});
