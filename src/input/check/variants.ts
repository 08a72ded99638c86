/** Addresses of one page in several languages, which are marked in the path, the name of the site or the query. */
import type { Language } from '../../language/language.ts';

/**
 * What two addresses have in common if they are one page in languages of the document. A site that has a place of its own
 * for each language names its pages in that language: there the site is enough.
 */
export function withoutLanguage(address: string, languages: readonly Language[]): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return address;
  const isMark = (part: string): boolean => {
    const [language = '', region] = part.toLowerCase().split(/[-_]/);
    const isRegional = region === undefined || /^[a-z]{2}$/.test(region);
    return isRegional && languages.some(({ tag, addressMarks }) => tag === language || addressMarks.includes(language));
  };
  const labels = url.hostname.split('.');
  const [first = '', ...site] = labels[0] === 'www' ? labels.slice(1) : labels;
  // `ge.example.org` is the country's.
  if (site.length > 1 && languages.some(({ tag }) => tag === first.toLowerCase())) return `*.${site.join('.')}`;
  const segments = url.pathname.split('/').filter((segment) => segment !== '' && !isMark(segment));
  const path = segments.map((segment) =>
    segment
      .split(/(?=[._-])/)
      .filter((part) => !isMark(part.slice(1)))
      .join(''),
  );
  const query = [...url.searchParams].filter(([, value]) => !isMark(value)).map((pair) => pair.join('='));
  return [[first, ...site].join('.'), ...path, '?', ...query, url.hash].join('/');
}
