import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/input/kinds.ts';
import { formOf } from '../../src/studio/form.ts';
import { freshItem } from '../../src/studio/page/form-model.ts';
import { fieldWords, languageName } from '../../src/studio/page/words.ts';
import type { FormModel, FormNode } from '../../src/studio/protocol.ts';

const forms = Object.fromEntries(Object.values(kinds).map((kind) => [kind.name, formOf(kind, ['ka', 'en'])]));

/** The node at names of fields; a list is passed through, a choice by the name of one of its records. */
function at(form: FormModel, ...names: readonly string[]): FormNode | undefined {
  let node = form.nodes[form.root];
  for (const name of names) {
    if (node?.type === 'list') node = form.nodes[node.item];
    const next =
      node?.type === 'union'
        ? node.options.find(({ value }) => value === name)?.node
        : node?.type === 'record'
          ? node.fields.find((field) => field.name === name)?.node
          : undefined;
    node = form.nodes[next ?? -1];
  }
  return node;
}

describe('the form of a kind', () => {
  const brochure = forms.brochure as FormModel;

  it('has a node of the right type for each field', () => {
    expect(at(brochure, 'title')).toEqual({ type: 'texts', marks: 'none' });
    expect(at(brochure, 'date')).toMatchObject({ type: 'text', form: 'date' });
    expect(at(brochure, 'about', 'aims')).toMatchObject({ type: 'list', least: 1, fromFile: false });
    expect(at(brochure, 'overview', 'figure')).toMatchObject({ type: 'record', isPicture: true });
    expect(at(brochure, 'overview', 'figure', 'src')).toMatchObject({ type: 'text', form: 'picture' });
    expect(at(brochure, 'overview', 'figure', 'decorative')).toEqual({ type: 'boolean' });
    expect(at(brochure, 'contact', 'links', 'href')).toMatchObject({ type: 'text', form: 'link' });
    expect(at(brochure, 'sections', 'blocks')).toMatchObject({ type: 'list' });
    expect(at(brochure, 'sections', 'blocks', 'text', 'text')).toEqual({ type: 'texts', marks: 'block' });
    expect(at(brochure, 'sections', 'lead')).toEqual({ type: 'texts', marks: 'inline' });
    expect(at(brochure, 'extra')).toEqual({ type: 'free' });
  });

  it('says what is needed', () => {
    const root = brochure.nodes[brochure.root];
    const needed = root?.type === 'record' ? root.fields.filter((field) => field.needed).map(({ name }) => name) : [];
    expect(needed).toEqual(['kind', 'languages', 'date', 'title', 'description', 'author', 'keywords', 'imprint']);
  });

  it('shares what is alike, so that it stays small enough for a page', () => {
    for (const [name, form] of Object.entries(forms)) {
      expect(form.nodes.length, name).toBeLessThan(700);
      expect(JSON.stringify(form).length, name).toBeLessThan(200_000);
    }
  });

  it('leads to nodes that are there', () => {
    for (const form of Object.values(forms))
      for (const node of form.nodes) {
        const inner =
          node.type === 'record'
            ? node.fields.map((field) => field.node)
            : node.type === 'union'
              ? node.options.map((option) => option.node)
              : node.type === 'list'
                ? [node.item]
                : [];
        expect(inner.every((index) => form.nodes[index] !== undefined)).toBe(true);
      }
  });
});

const words = (name: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../../src/studio/page/words/${name}.json`), 'utf8'));

describe('the words of the page', () => {
  const [en, ka] = [words('en'), words('ka')];

  it('are there in both languages, with the same values in them', () => {
    expect(Object.keys(ka).sort()).toEqual(Object.keys(en).sort());
    const values = (text: unknown) => [...String(text).matchAll(/\{\w+\}/g)].map(([found]) => found).sort();
    for (const key of Object.keys(en)) expect(values(ka[key]), key).toEqual(values(en[key]));
  });

  it('are in their own letters and quotation marks', () => {
    for (const [key, text] of Object.entries(ka)) expect(String(text), key).not.toMatch(/["”]/u);
    for (const [key, text] of Object.entries(en))
      if (!/^(?:ownName|language\.)/.test(key)) expect(String(text), key).not.toMatch(/["„]|\p{Script=Georgian}/u);
  });

  it('name every field, item and choice of the forms of our kinds, in both languages', () => {
    const fields = words('fields');
    const asked = Object.values(forms).flatMap(({ nodes, says }) =>
      nodes.flatMap((node) => {
        if (node.type === 'record')
          return node.fields
            .filter(({ name }) => !['order', 'extra', 'kind', 'type'].includes(name))
            .map((field) => field.says);
        if (node.type === 'union') return node.options.map((option) => option.says);
        if (node.type === 'list') return [says[node.item] ?? ''];
        return node.type === 'choice' && node.values.length > 1 ? node.values.map((value) => `value ${value}`) : [];
      }),
    );
    const plain = new Set(asked.map((text) => text.replace(/\. Marks: .*$/s, '')).filter((text) => text !== ''));
    expect(plain.size).toBeGreaterThan(300);
    const isLanguage = (tag: string) => languageName(tag, 'en') !== tag && languageName(tag, 'ka') !== tag;
    const named = (text: string) => Object.hasOwn(fields, text) || isLanguage(text.replace('value ', ''));
    expect(
      [...plain].filter((text) => !named(text)),
      'not in src/studio/page/words/fields.json',
    ).toEqual([]);
    expect(fieldWords('', 'value ka', 'en').label).toBe('Georgian');
    for (const [says, names] of Object.entries(fields)) {
      const { en = [], ka = [] } = names as Readonly<Record<string, readonly string[]>>;
      expect([en.length, ka.length], says).toEqual([ka.length, en.length]);
      expect(`${ka[0]}`, says).toMatch(/\p{Script=Georgian}|^(?:ISBN|QR)/u);
    }
  });
});

describe('a further item of a list', () => {
  const form: FormModel = {
    nodes: [
      { type: 'choice', values: ['en', 'ka'] },
      { type: 'text', form: 'plain', longest: null },
    ],
    root: 0,
    says: ['', ''],
  };

  it('is a value that is not in it yet, where there are only a few', () => {
    expect(freshItem(form, 0, ['en'], ['en'])).toBe('ka');
    expect(freshItem(form, 0, ['ka', 'en'], ['en', 'ka'])).toBeUndefined();
    expect(freshItem(form, 1, [''], ['en'])).toBe('');
  });
});
