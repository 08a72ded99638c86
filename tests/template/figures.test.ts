/** Helpers for numbers, dates and the template's own words: what they write, whose place it has, what they refuse. */
import { describe, expect, test } from 'vitest';
import { unmark } from '../../src/model/markup.ts';
import { compile, fill, line, written } from './kit.ts';

const data = {
  n: 25000.5,
  zero: 0,
  none: null,
  text: 'x',
  part: 412,
  whole: 480,
  cur: 'GEL',
  from: '2026-01-05',
  to: '2026-03-31',
  lines: [{ spent: 0.1 }, { spent: null }, { spent: 0.2 }],
  list: [1, 2, 3],
  status: 'behind',
};
const messages = {
  ka: '{ "hello": "გამარჯობა, {name}!", "status": { "behind": "ჩამორჩება", "done": "შესრულდა" } }',
  en: '{ "hello": "Hello, {name}!", "status": { "behind": "behind", "done": "done" } }',
};
const seen = (text: string) => text.replaceAll('\u00A0', '␣');

describe('written', () => {
  test.each([
    ['{{number n}}', '25␣000,5', '25,000.5'],
    ['{{number n decimals=2}}', '25␣000,50', '25,000.50'],
    ['{{number zero}}', '0', '0'],
    ['{{number none}}', '', ''],
    ['{{number 1234}}', '1␣234', '1,234'],
    ['{{percent part whole}}', '86␣%', '86%'],
    ['{{percent part whole decimals=1}}', '85,8␣%', '85.8%'],
    ['{{percent part zero}}', '', ''],
    ['{{percent n}}', '25␣000,5␣%', '25,000.5%'],
    ['{{percent n 100}}', '25␣000,5␣%', '25,000.5%'],
    ['{{percent n decimals=0}}', '25␣001␣%', '25,001%'],
    ['{{percent none whole}}', '', ''],
    ['{{share part whole}}', '0.8583', '0.8583'],
    ['{{share part none}}', '', ''],
    ['{{machine n}}', '25000.5', '25000.5'],
    ['{{money n cur}}', '25␣000,50␣₾', 'GEL␣25,000.50'],
    ['{{money whole "EUR"}}', '480␣€', 'EUR␣480'],
    ['{{money none cur}}', '', ''],
    ['{{date from}}', '5 იანვარი, 2026', '5 January 2026'],
    ['{{date from form="axis"}}', 'იანვ.', 'Jan'],
    ['{{date none}}', '', ''],
    ['{{period from to}}', '5 იანვარი – 31 მარტი, 2026', '5 January – 31 March 2026'],
    ['{{period from to form="month"}}', 'იანვარი–მარტი, 2026', 'January–March 2026'],
    ['{{period from none}}', '', ''],
    ['{{sum lines "spent"}}', '0.3', '0.3'],
    ['{{number (sum list)}}', '6', '6'],
    ['{{money (sum lines "spent") cur}}', '0,30␣₾', 'GEL␣0.30'],
    ['{{t "hello" name=text}}', 'გამარჯობა, x!', 'Hello, x!'],
    ['{{t "hello" name=(number n)}}', 'გამარჯობა, 25␣000,5!', 'Hello, 25,000.5!'],
    ['{{t "status" status}}', 'ჩამორჩება', 'behind'],
    ['{{t "status.done"}}', 'შესრულდა', 'done'],
    ['{{t none}}', '', ''],
    ['{{#if (eq (number zero) "0")}}y{{/if}}', 'y', 'y'],
  ])('%s', async (text, inGeorgian, inEnglish) => {
    expect(seen(await written(text, { data, messages, lang: 'ka' }))).toBe(inGeorgian);
    expect(seen(await written(text, { data, messages, lang: 'en' }))).toBe(inEnglish);
  });

  test('texts keep the place of the first argument, and of the message', async () => {
    const text = '{{number n}}|{{percent part whole}}|{{date from}}|{{sum lines "spent"}}|{{t "hello" name=text}}';
    const { markup } = await fill(text, { data, messages });
    const places = unmark(markup?.text ?? '').flatMap(({ origin }) => {
      const place = origin === null ? undefined : markup?.origins[origin]?.place;
      return place === undefined ? [] : [`${place.file} ${place.path}`];
    });
    const own = ['$.n', '$.part', '$.from', '$.lines[0].spent'].map((path) => `data.json ${path}`);
    expect(places).toEqual([...own, 't/messages.en.json $.hello']);
  });

  test('what is written is escaped', async () => {
    const angry = { en: '{"a": "<b>&{name}"}', ka: '{"a": "<b>&{name}"}' };
    expect(await written('{{t "a" name="\'>"}}', { messages: angry })).toBe('&lt;b&gt;&amp;&#x27;&gt;');
  });
});

describe('refused before anything is filled', () => {
  test.each([
    ['{{number}}', 'wrong-arguments'],
    ['{{number n n}}', 'wrong-arguments'],
    ['{{number n decimal=1}}', 'wrong-arguments'],
    ['{{number list}}', 'not-text'],
    ['{{number typo}}', 'unknown-path'],
    ['{{number n decimals=typo}}', 'unknown-path'],
    ['{{#number n}}x{{/number}}', 'bare-section'],
    ['{{sum n}}', 'not-a-list'],
    ['{{sum lines "spend"}}', 'unknown-path'],
    ['{{t "hallo"}}', 'unknown-message'],
    ['{{t "state" status}}', 'unknown-message'],
    ['{{if n}}', 'misplaced-helper'],
  ])('%s', async (text, code) => {
    const { template, report } = await compile(text, { data, messages });
    expect(template).toBeNull();
    expect(report.diagnostics.map((found) => found.code)).toEqual([code]);
    expect(report.diagnostics[0]?.at?.line).toBe(1);
  });
});

describe('refused while filling, with the place of the helper', () => {
  test.each([
    ['\n {{number text}}', 'not-a-number t/document.hbs:2:2 "x" is not a number.'],
    ['{{sum (lookup @root "list")}}{{date text}}', 'not-a-date t/document.hbs:1:30 "x" is not a date.'],
    ['{{date from form="week"}}', 'wrong-arguments t/document.hbs:1:1 There is no form "week".'],
    ['{{number n decimals=1.5}}', 'wrong-arguments t/document.hbs:1:1 "decimals" must be a whole number from 0 to 10.'],
    ['{{t "status" text}}', 'unknown-message t/document.hbs:1:1 There is no message "status.x" in en.'],
    ['{{t "hello"}}', 'wrong-arguments t/document.hbs:1:1 The message "hello" needs name=….'],
  ])('%j', async (text, finding) => {
    const { markup, report } = await fill(text, { data, messages });
    expect(markup).toBeNull();
    expect(report.diagnostics.map(line)).toEqual([finding]);
  });
});

describe('message files', () => {
  test.each([
    ['a key in one language', { en: '{"a":"A","b":"B"}', ka: '{"a":"ა"}' }, 'missing-message t/messages.en.json:1:14'],
    ['a number', { en: '{"a":1}' }, 'message-not-text t/messages.en.json:1:6'],
    ['a list', { en: '{"a":["x"]}' }, 'message-not-text t/messages.en.json:1:6'],
    ['broken', { en: '{"a":' }, 'broken-json t/messages.en.json:1:6'],
    ['no object', { en: '"a"' }, 'message-not-text t/messages.en.json:1:1'],
  ])('%s', async (_, files, finding) => {
    const { template, report } = await compile('x', { messages: files });
    expect(template).toBeNull();
    expect(report.diagnostics.map(line).join('\n')).toContain(finding);
  });
});
