/** Addresses of one page in several languages: `/ka/news` and `/en/news`, `ka.example.org` and `en.example.org`, `?lang=ka`. */

/** How sites mark their languages in addresses: tags of ISO 639, and what is in use beside them. */
const marks: Readonly<Record<string, readonly string[]>> = {
  ka: ['ka', 'kat', 'geo', 'ge', 'georgian'],
  en: ['en', 'eng', 'english'],
};

/**
 * What two addresses have in common if they are one page in languages of the document. A site that has a place of its own
 * for each language names its pages in that language: there the site is enough.
 */
export function withoutLanguage(address: string, languages: readonly string[]): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return address;
  const isMark = (part: string): boolean => {
    const [language = '', region] = part.toLowerCase().split(/[-_]/);
    const isRegional = region === undefined || /^[a-z]{2}$/.test(region);
    return isRegional && languages.some((tag) => (marks[tag] ?? [tag]).includes(language));
  };
  const labels = url.hostname.split('.');
  const [first = '', ...site] = labels[0] === 'www' ? labels.slice(1) : labels;
  // `ge.example.org` is the country's.
  if (site.length > 1 && languages.includes(first.toLowerCase())) return `*.${site.join('.')}`;
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
