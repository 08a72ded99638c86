/** Text as Markdown that says it: no sign of a text is markup, whatever it is. */

/**
 * What is markup wherever it stands (CommonMark 0.31, tables and notes of GFM; `$` is mathematics to many programs). An `&` is that
 * only where it begins a reference; in an address without a link GitHub would show the backslash, and lead elsewhere.
 */
const anywhere = /[\\`*[\]<|~${]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Without markup but where a line begins: see `escapeStart`. */
export function escapeText(text: string): string {
  return text
    .replace(anywhere, '\\$&')
    .replace(/(^| )(#+)/g, (_, before: string, signs: string) => before + signs.replaceAll('#', '\\#'));
}

/** What opens a block at the start of a line: a list, a heading, its underline, a quote, a rule. */
export function escapeStart(line: string): string {
  return line.replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2').replace(/^[-+=>:_]/, '\\$&');
}

/** An address between the brackets of a link. */
export function escapeAddress(address: string): string {
  const safe = address.replaceAll('&', '&amp;').replace(/[\\*_`~]/g, '\\$&');
  return /[()\s]/.test(safe) ? `<${safe.replace(/[<>]/g, '\\$&')}>` : safe;
}
