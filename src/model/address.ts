/**
 * Addresses of links: which ones a link may have, how they are written in files that know ASCII alone, and what a wrong one
 * was meant to be. An address is kept as people write it, with the letters of any script.
 */
import { domainToASCII, domainToUnicode } from 'node:url';
import { matchesIn } from '../text.ts';

/** The parts of an address that are encoded each in its own way. */
type Parts =
  | { readonly scheme: 'http' | 'https'; readonly user: string; readonly host: string; readonly rest: string }
  | { readonly scheme: 'mailto'; readonly boxes: readonly Mailbox[]; readonly rest: string }
  | { readonly scheme: 'tel'; readonly rest: string };

interface Mailbox {
  readonly name: string;
  readonly domain: string;
}

/** UTF-16 units. Word opens no address that is much longer. */
export const longestAddress = 2000;

// Nothing that is not seen may stand in an address: white space, controls, marks of direction, joiners.
const unseen = /[\s\p{C}\p{Z}]/u;
/** A % before a letter or a digit that is no code of a character: nobody can tell what was meant. */
export const brokenEscape = /%(?![0-9a-f]{2})[0-9a-z]/i;
/** Latin letters beside others that look like them: a name that nobody types, and that leads elsewhere than it seems to. */
export function mixesScripts(host: string): boolean {
  return host
    .split('.')
    .some((label) => /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label));
}
const telephone = /^\+?[().*#-]*\d[\d().*#-]*(?:;[\w.=+;-]+)?$/;
const mailbox = /^([^@]+)@([^@]+\.[^@.]+)$/;

/** The parts of a whole http, https, mailto or tel address without a password; null for anything else. */
function partsOf(given: string): Parts | null {
  // Telephone numbers are written with blanks everywhere but in addresses.
  const address = /^tel:/i.test(given) ? given.replace(/\p{Zs}/gu, '') : given;
  if (address.length > longestAddress || unseen.test(address) || /\\/.test(address) || brokenEscape.test(address))
    return null;
  const [, name = '', rest = ''] = /^(https?|mailto|tel):(.*)$/is.exec(address) ?? [];
  switch (name.toLowerCase()) {
    case 'http':
      return webPartsOf('http', rest);
    case 'https':
      return webPartsOf('https', rest);
    case 'mailto':
      return mailPartsOf(rest);
    case 'tel':
      return telephone.test(rest) ? { scheme: 'tel', rest } : null;
    default:
      return null;
  }
}

function webPartsOf(scheme: 'http' | 'https', written: string): Parts | null {
  const [, authority = '', rest = ''] = /^\/\/([^/?#]+)(.*)$/s.exec(written) ?? [];
  const at = authority.lastIndexOf('@');
  const [user, host] = [authority.slice(0, at + 1), authority.slice(at + 1)];
  if (mixesScripts(host)) return null;
  if (host === '' || user.includes(':') || !URL.canParse(`${scheme}://${host}`)) return null;
  return { scheme, user, host, rest };
}

function mailPartsOf(written: string): Parts | null {
  const [, to = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
  const boxes: Mailbox[] = [];
  for (const box of to.split(',')) {
    const [, name, domain] = mailbox.exec(box) ?? [];
    if (name === undefined || domain === undefined || domainToASCII(domain) === '') return null;
    boxes.push({ name, domain });
  }
  return { scheme: 'mailto', boxes, rest };
}

/** Puts an address together again, with its texts and its host written in some way. */
function written(parts: Parts, text: (part: string) => string, host: (part: string) => string): string {
  switch (parts.scheme) {
    case 'http':
    case 'https':
      return `${parts.scheme}://${text(parts.user)}${host(parts.host)}${text(parts.rest)}`;
    case 'mailto': {
      const to = parts.boxes.map(({ name, domain }) => `${text(name)}@${host(domain)}`);
      return `mailto:${to.join(',')}${text(parts.rest)}`;
    }
    case 'tel':
      return `tel:${text(parts.rest)}`;
    default:
      return parts satisfies never;
  }
}

/** An address that a link may have, its scheme in small letters and with the signs of ASCII escaped that none may hold; null for any other. */
export function addressOf(address: string): string | null {
  const parts = partsOf(address);
  return parts && written(parts, escapeSigns, (host) => host);
}

/**
 * The same address in ASCII, for files and devices that know no other: the host in Punycode (RFC 3492), all else in UTF-8
 * with `%` (RFC 3987, 3.1).
 */
export function uriOf(address: string): string {
  const parts = partsOf(address);
  return parts === null
    ? escapeLetters(address)
    : written(parts, (text) => escapeLetters(escapeSigns(text)), asciiHost);
}

/**
 * The same address as people read it: what is escaped in letters again, but its host as it is written. One in Punycode may look like
 * another in letters, and lead elsewhere.
 */
export function readableAddress(address: string): string {
  const parts = partsOf(address);
  return parts === null ? unescapeLetters(address) : written(parts, unescapeLetters, (host) => host);
}

/** The same for all forms of an address, its host in letters too: of files that are read back, whose format may know ASCII alone. */
export function unifiedAddress(address: string): string {
  const parts = partsOf(address);
  return parts === null ? unescapeLetters(address) : written(parts, unescapeLetters, unicodeHost);
}

/**
 * The same address as paper shows it: what people type or dial, without the scheme; of a mail address its boxes alone. A web
 * address that nobody would know for one without its scheme keeps it. `ascii` where its letters have no glyphs.
 */
export function printedAddress(address: string, { ascii = false } = {}): string {
  const parts = partsOf(address);
  const whole = ascii ? uriOf(address) : readableAddress(address);
  if (parts?.scheme === 'tel') return parts.rest;
  if (parts?.scheme === 'mailto') return (whole.replace(/^mailto:/, '').split(/[?#]/)[0] ?? '').replaceAll(',', ', ');
  const bare = whole.replace(/^(https?:\/\/[^/?#]+)\/$/, '$1');
  const isPlain = parts !== null && parts.user === '' && parts.host.includes('.');
  return isPlain ? bare.replace(/^https?:\/\//, '') : bare;
}

/** Whether a text names an address already, in words of its author's: `www.` and a last `/` are nobody's loss. */
export function saysAddress(text: string, address: string): boolean {
  // Whichever of its two forms a host has, in words and address: what is shown of it is another question.
  const printed = printedAddress(unifiedAddress(address));
  if (address.startsWith('tel:')) {
    const digits = (number: string) => number.replace(/[^+\d]/g, '');
    const numbers = [...matchesIn(text, /\+?\d(?:[\d\s().–-]*\d)?/g)].map(([number]) => digits(number));
    return numbers.includes(digits(printed));
  }
  const bare = (shown: string) => shown.toLowerCase().replace(/^(?:https?:\/\/|mailto:)?(?:www\.)?|\/$/g, '');
  const around = /^[\p{P}\p{S}]+|(?<![.,;:!?)\]}>"'”’“»])[.,;:!?)\]}>"'”’“»]+$/gu;
  const inLetters = (word: string) =>
    word
      .split(/(?<=[/?#@:])|(?=[/?#@:])/)
      .map((part) => (/xn--/i.test(part) ? domainToUnicode(part) || part : part))
      .join('');
  const words = new Set(text.split(/\s+/).map((word) => bare(inLetters(word.replace(around, '')))));
  const named = address.startsWith('mailto:') ? printed.split(', ') : [printed];
  return named.every((part) => words.has(bare(part)));
}

function asciiHost(host: string): string {
  return withPort(host, (name) => domainToASCII(name) || escapeLetters(name));
}

function unicodeHost(host: string): string {
  return withPort(host, (name) => domainToUnicode(name) || name);
}

/** A host in ASCII stays as it is written, unless it hides letters in Punycode. */
function withPort(host: string, change: (name: string) => string): string {
  const [, name = host, port = ''] = /^(.*?)(:\d*)?$/s.exec(host) ?? [];
  return isPlain(name) ? host : `${change(name)}${port}`;
}

function isPlain(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  return /^[\x00-\x7F]*$/.test(name) && !/(?:^|\.)xn--/i.test(name);
}

/** What RFC 3986 lets no part of an address hold; a % that escapes nothing, a second #. */
function escapeSigns(text: string): string {
  let hash = false;
  return text.replace(/%(?![0-9a-f]{2})|["<>\\^`{|}[\]#]/gi, (sign) => {
    if (sign !== '#') return encodeURIComponent(sign);
    const first = !hash;
    hash = true;
    return first ? sign : '%23';
  });
}

function escapeLetters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all beyond ASCII
  return text.replace(/[^\x00-\x7F]+/g, (letters) => encodeURIComponent(letters.replace(/\p{Cs}/gu, '\uFFFD')));
}

/** What was escaped; a text that escapes nothing, as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Escapes that are letters of another script, and only those: `%2F` is not `/`. */
function unescapeLetters(text: string): string {
  return text.replace(/(?:%[89a-f][0-9a-f])+/gi, decoded);
}
