/** What is wrong with an address, and what it was meant to be: only what a link may have is offered. */
import { addressOf, brokenEscape, longestAddress, mixesScripts } from './address.ts';

export interface AddressFault {
  /** Whether it is an address, of a kind that no link may have. */
  readonly unsafe: boolean;
  readonly message: string;
  readonly hint: string;
}

/** Why a link may not have this address. For an address that it may have, a fault of ours. */
export function faultOfAddress(address: string, shown: string): AddressFault {
  const meant = meantBy(address);
  if (meant !== null)
    return { unsafe: false, message: `${shown} ${reason(address)}`, hint: `Did you mean "${meant}"?` };
  if (isPath(address)) {
    const message = `${shown} is a path on a computer, where readers cannot get at it.`;
    return {
      unsafe: /^\s*file:/i.test(address),
      message,
      hint: 'Publish the file and write its web address (https://…).',
    };
  }
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(address)?.[1];
  if (scheme !== undefined && !/^(?:https?|mailto|tel)$/i.test(scheme)) {
    const message = `A link must not lead to a "${scheme}:" address.`;
    return { unsafe: true, message, hint: 'Use https://, http://, mailto: or tel:.' };
  }
  const hint = isMixed(address) ? 'Type the name again with the Latin keyboard.' : wish(scheme?.toLowerCase());
  return { unsafe: false, message: `${shown} ${reason(address)}`, hint };
}

function reason(address: string): string {
  if (address.length > longestAddress)
    return `is ${address.length} characters long; an address may have ${longestAddress}.`;
  if (address !== address.trim()) return 'has spaces around it.';
  if (/^(?:https?|mailto|tel):.*[\s\p{C}\p{Z}]/isu.test(address)) return 'has spaces in it, which no address may have.';
  const broken = brokenEscape.exec(address)?.index;
  if (broken !== undefined && /^\s*(?:https?|mailto):/i.test(address))
    return `has "${address.slice(broken, broken + 3)}" in it, which is not the code of a character.`;
  if (isMixed(address)) return 'has Latin letters and letters of another script, which look alike, in its name.';
  return passwordIn.test(address) ? 'has a password in it.' : 'is not a whole address.';
}

function isMixed(address: string): boolean {
  const [, host = ''] = /^https?:\/\/([^/?#]{1,300})/i.exec(address) ?? [];
  return mixesScripts(host);
}

function wish(scheme: string | undefined): string {
  if (scheme === 'mailto') return 'Write an e-mail address after it, such as mailto:info@example.org.';
  if (scheme === 'tel') return 'Write a telephone number after it, such as tel:+995322000000.';
  return 'Write it whole, such as https://www.iom.int/about.';
}

const passwordIn = /^(https?:\/\/)[^/?#@]*:[^/?#]*@/i;

/** A drive, a network share, a folder of a server or of a home. */
function isPath(address: string): boolean {
  return /^\s*(?:[a-z]:[\\/]|\\\\|file:|~?\/(?!\/))/i.test(address);
}

/** The address that a slip of the pen has made this of; null where that cannot be told. */
export function meantBy(address: string): string | null {
  if (address.length > longestAddress) return null;
  // What is not seen was pasted with it: quotation marks and brackets around it as well.
  const bare = address
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim()
    .replace(/^[<"'“„«]+|(?<![>"'”“»])[>"'”“»]+$/gu, '')
    .replace(/%(?![0-9a-f]{2})(?=[0-9a-z])/gi, '%25');
  if (isPath(bare)) return null;
  for (const candidate of candidates(bare)) {
    const meant = addressOf(candidate);
    if (meant !== null && meant !== address) return meant;
  }
  return null;
}

/** The mend of a text that starts with `](…)` and would end a link if its address had no spaces. */
export function spacedHint(written: string): string | null {
  const [, address = ''] = /^\]\(((?:[^()\n]|\([^()\n]*\))*)\)/.exec(written) ?? [];
  if (!/\S\s+\S/.test(address)) return null;
  const meant = meantBy(address);
  return meant === null ? 'Remove the spaces from the address.' : `An address must have no spaces: write "${meant}".`;
}

/** Endings of files, which a name with points may have in place of a domain. */
const files = /\.(?:pdf|docx?|xlsx?|pptx?|csv|json|html?|xml|txt|zip|png|jpe?g|svg|gif)$/i;

function* candidates(bare: string): Generator<string> {
  const folded = bare.replace(/\\/g, '/');
  yield folded;
  const web = /^h+t+p+(s?)(?:\s*[:;.]\s*\/*|\s*\/+)\s*(.+)$/is.exec(folded) ?? /^(\/)\/(.+)$/s.exec(folded);
  if (web !== null) {
    const [, mark, rest = ''] = web;
    const host = withoutSpaces(rest.split(/[/?#]/, 1)[0] ?? '');
    yield `http${mark === '' ? '' : 's'}://${withoutPassword(host + spaced(rest.replace(/^[^/?#]*/, '')))}`;
    return;
  }
  const mail = /^(?:e-?)?mail(?:to)?\s*[:;.]?\s*\/*\s*(.+)$/is.exec(folded)?.[1] ?? folded;
  if (mail.includes('@') && !/^[a-z]+:/i.test(mail)) {
    const [, to = '', rest = ''] = /^([^?]*)(.*)$/s.exec(mail) ?? [];
    yield `mailto:${withoutSpaces(to).replaceAll(';', ',')}${spaced(rest)}`;
  }
  const call = /^(?:(?:tele?|phone|call)\.?\s*[:;]?\s*\/*)?\s*(\+?[\d\s\p{Z}\p{Pd}().-]+)$/isu.exec(folded)?.[1];
  if (call !== undefined && call.replace(/\D/g, '').length >= 3)
    yield `tel:${withoutSpaces(call).replace(/\p{Pd}/gu, '-')}`;
  const host = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?=$|[/?#:])/u.exec(folded)?.[0];
  if (host !== undefined && (host !== folded || !files.test(host))) yield `https://${spaced(folded)}`;
}

function spaced(text: string): string {
  return text.trim().replace(/[\s\p{Z}]/gu, '%20');
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\p{Z}]/gu, '');
}

function withoutPassword(rest: string): string {
  return rest.replace(/^[^/?#@]*:[^/?#@]*@/, '');
}
