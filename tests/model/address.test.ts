/** Addresses of links: which are whole, how they are written in ASCII, and what the others were meant to be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  printedAddress,
  readableAddress,
  saysAddress,
  unifiedAddress,
  uriOf,
} from '../../src/model/address.ts';
import { faultOfAddress, meantBy } from '../../src/model/meant-address.ts';
import { processorTime } from '../clock.ts';

const ascii = /^[!-~]+$/;
/** What RFC 3986 lets an address be made of. */
const legal = /^[a-z]+:(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/;

describe('an address in ASCII', () => {
  it.each([
    [
      'https://ka.wikipedia.org/wiki/თბილისი',
      'https://ka.wikipedia.org/wiki/%E1%83%97%E1%83%91%E1%83%98%E1%83%9A%E1%83%98%E1%83%A1%E1%83%98',
    ],
    ['https://იუსთიცია.გე/', 'https://xn--lodncba5cn3d.xn--node/'],
    ['https://example.org/?q=ა&b=1#ბ', 'https://example.org/?q=%E1%83%90&b=1#%E1%83%91'],
    ['https://bücher.example:8080/ü', 'https://xn--bcher-kva.example:8080/%C3%BC'],
    ['https://EXAMPLE.org/Path?A=b', 'https://EXAMPLE.org/Path?A=b'],
    ['HTTPS://example.org', 'https://example.org'],
    ['https://example.org/a%20b/%E1%83%90', 'https://example.org/a%20b/%E1%83%90'],
    ['https://example.org/wiki/Poti_(city)?a=1&b=2', 'https://example.org/wiki/Poti_(city)?a=1&b=2'],
    ['https://example.org/100%/a|b"c', 'https://example.org/100%25/a%7Cb%22c'],
    ['https://example.org/#a#b', 'https://example.org/#a%23b'],
    ['https://[2001:db8::1]:8080/x[1]', 'https://[2001:db8::1]:8080/x%5B1%5D'],
    [
      'mailto:ნინო@example.org?subject=გამარჯობა',
      'mailto:%E1%83%9C%E1%83%98%E1%83%9C%E1%83%9D@example.org?subject=%E1%83%92%E1%83%90%E1%83%9B%E1%83%90%E1%83%A0%E1%83%AF%E1%83%9D%E1%83%91%E1%83%90',
    ],
    ['mailto:a@იუსთიცია.გე,b@example.org', 'mailto:a@xn--lodncba5cn3d.xn--node,b@example.org'],
    [
      'mailto:office@example.org?subject=Hello%20there&body=A%20%26%20B',
      'mailto:office@example.org?subject=Hello%20there&body=A%20%26%20B',
    ],
    ['tel:+995-32-200-00-00', 'tel:+995-32-200-00-00'],
    ['tel:112', 'tel:112'],
    ['tel:+995 32\u00A0200', 'tel:+99532200'],
  ])('%s', (address, uri) => {
    const kept = addressOf(address);
    expect(kept).not.toBeNull();
    expect(uriOf(kept ?? '')).toBe(uri);
    expect(uri).toMatch(legal);
  });

  it('is the address again when its letters are unescaped, whatever it is made of', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'აბგდჰАяéüλ中أa1-'), minLength: 1, maxLength: 8 });
    const label = fc.string({ unit: fc.constantFrom(...'აბგდჰяéüλa1'), minLength: 1, maxLength: 8 });
    const path = fc.array(letters, { maxLength: 4 }).map((parts) => parts.map((part) => `/${part}`).join(''));
    const query = fc.option(
      fc.tuple(letters, letters).map(([key, value]) => `?${key}=${value}`),
      { nil: '' },
    );
    const web = fc.tuple(label, path, query).map(([host, rest, asked]) => `https://${host}.გე${rest}${asked}`);
    const mail = fc.tuple(letters, label, query).map(([name, host, asked]) => `mailto:${name}@${host}.org${asked}`);
    fc.assert(
      fc.property(fc.oneof(web, mail), (address) => {
        const kept = addressOf(address.normalize('NFC'));
        if (kept === null) return;
        const uri = uriOf(kept);
        expect(uri).toMatch(ascii);
        expect(uri).toMatch(legal);
        expect(unifiedAddress(uri)).toBe(kept);
        // Twice is once: what is escaped is not escaped again.
        expect(addressOf(uri)).toBe(uri);
        expect(uriOf(uri)).toBe(uri);
        if (kept.startsWith('https:')) expect(new URL(uri).href).toBe(new URL(kept).href);
      }),
    );
  });

  it('is legal of any text that is an address at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        for (const address of [`https://example.org/${text}`, `mailto:a@b.org?subject=${text}`, `tel:${text}`, text]) {
          const kept = addressOf(address);
          if (kept !== null) expect(uriOf(kept)).toMatch(legal);
        }
      }),
    );
  });
});

describe('no address of a link', () => {
  it.each([
    ...[
      'www.iom.int',
      'https:/iom.int',
      'https:iom.int',
      'https:///iom.int',
      'https://',
      'https://a b.org',
      'http//a.org',
    ],
    ...['info@example.org', 'mailto:info', 'mailto:', 'mailto:@example.org', 'mailto:a@b', 'mailto:a b@c.org'],
    ...['tel:', 'tel:now', '+995 32 200', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'],
    ...['C:\\annex.pdf', '\\\\server\\share', '/home/nino', './x.pdf', 'annex.pdf', '#place', ' https://iom.int', ''],
    ...[
      'https://a:b@iom.int',
      'https://iom.int/\u202Ex',
      'https://iom.int/\u200Bx',
      'https:\\\\iom.int',
      'java\nscript:x',
    ],
    `https://example.org/${'a'.repeat(2000)}`,
  ])('%s', (address) => {
    expect(addressOf(address)).toBeNull();
  });
});

describe('an address whose name mixes scripts that look alike', () => {
  it.each(['https://\u0456om.int/', 'http://www.i\u043Em.int', 'https://\u03BFpen.example.org'])(
    '%s is none',
    (address) => {
      expect(addressOf(address)).toBeNull();
      const { message, hint } = faultOfAddress(address, address);
      expect(`${message} ${hint}`).toMatch(/look alike.*Latin keyboard/);
    },
  );
  it.each(['https://президент.рф', 'https://სსიპ.გე', 'https://www.διαύγεια.gr'])('%s is one', (address) => {
    expect(addressOf(address)).not.toBeNull();
  });
});

describe('what an address was meant to be', () => {
  it.each([
    ['info@example.org', 'mailto:info@example.org'],
    ['mailto: info@example.org', 'mailto:info@example.org'],
    ['mailto://info@example.org', 'mailto:info@example.org'],
    ['e-mail: info@example.org', 'mailto:info@example.org'],
    ['Mailto;info@example.org', 'mailto:info@example.org'],
    ['a@example.org; b@example.org', 'mailto:a@example.org,b@example.org'],
    ['mailto:info@example.org?subject=Annual report', 'mailto:info@example.org?subject=Annual%20report'],
    ['www.iom.int', 'https://www.iom.int'],
    ['iom.int/about', 'https://iom.int/about'],
    ['იუსთიცია.გე', 'https://იუსთიცია.გე'],
    ['https:/iom.int/a', 'https://iom.int/a'],
    ['https:iom.int', 'https://iom.int'],
    ['https;//iom.int', 'https://iom.int'],
    ['https//iom.int', 'https://iom.int'],
    ['http:\\\\iom.int\\a', 'http://iom.int/a'],
    ['htttps://iom.int', 'https://iom.int'],
    ['https:// iom.int', 'https://iom.int'],
    ['https://iom .int', 'https://iom.int'],
    ['//iom.int/a', 'https://iom.int/a'],
    [' https://iom.int ', 'https://iom.int'],
    ['<https://iom.int>', 'https://iom.int'],
    ['„https://iom.int“', 'https://iom.int'],
    ['https://iom.int/\u200Babout', 'https://iom.int/about'],
    ['https://iom.int/a b', 'https://iom.int/a%20b'],
    ['https://iom.int/%zz', 'https://iom.int/%25zz'],
    ['https://iom.int/a%2', 'https://iom.int/a%252'],
    ['tel:+995 32 2', 'tel:+995322'],
    ['https://nino:secret@iom.int/a', 'https://iom.int/a'],
    ['+995 32 200 00 00', 'tel:+995322000000'],
    ['tel: +995 32 200–00–00', 'tel:+99532200-00-00'],
    ['(0322) 20 00 00', 'tel:(0322)200000'],
    ['Tel. +995 32 200 00 00', 'tel:+995322000000'],
  ])('%s', (address, meant) => {
    expect(meantBy(address)).toBe(meant);
    expect(faultOfAddress(address, address).hint).toBe(`Did you mean "${meant}"?`);
  });

  it.each([
    ...['annex.pdf', '../x', './annex.docx', 'C:\\annex.pdf', '\\\\server\\x', '/home/nino', '~/x', 'file:///x', ''],
    ...['javascript:alert(1)', 'data:text/html,a@b.ge', 'ftp://example.org', 'words', 'two words', 'mailto:info', '12'],
  ])('cannot be told of %s', (address) => {
    expect(meantBy(address)).toBeNull();
  });

  it('is always an address, and found in no time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'htps:/@. \u00A0ab1-+(მ'), maxLength: 60 }), (text) => {
        const meant = meantBy(text);
        if (meant !== null) expect(addressOf(meant)).toBe(meant);
      }),
    );
    for (const unit of ['h', ' ', 'a.', '@', 't', ':/', '- ', 'a@', '1 ', '(', '?', '%']) {
      const started = processorTime();
      meantBy(unit.repeat(1000));
      meantBy(`https:${unit.repeat(900)}`);
      addressOf(`mailto:${unit.repeat(900)}`);
      expect(processorTime() - started).toBeLessThan(200);
    }
  });
});

it('shows a host as it is written: one in Punycode may look like another, and lead elsewhere', () => {
  const hidden = 'https://xn--pple-43d.com/%E1%83%90';
  expect(readableAddress(hidden)).toBe('https://xn--pple-43d.com/ა');
  expect(printedAddress(hidden)).toBe('xn--pple-43d.com/ა');
  expect(readableAddress('https://იუსთიცია.გე/')).toBe('https://იუსთიცია.გე/');
  expect(unifiedAddress('https://xn--lodncba5cn3d.xn--node/')).toBe('https://იუსთიცია.გე/');
  for (const host of ['იუსთიცია.გე', 'xn--lodncba5cn3d.xn--node'])
    for (const other of ['იუსთიცია.გე', 'xn--lodncba5cn3d.xn--node'])
      expect(saysAddress(`See ${host}.`, `https://${other}/`)).toBe(true);
});
