/** A file that comes back from a translator’s program. */
export interface XliffAnswer {
  /** The path, as the unit’s name says it. */
  readonly path: string;
  readonly source: string;
  readonly target: string;
}

/** Its translations; what is wrong with it where it is none for these languages. */
export function readXliff(
  text: string,
  { source, target }: { readonly source: string; readonly target: string },
): readonly XliffAnswer[] | 'not-xliff' | 'other-languages' {
  const page = new DOMParser().parseFromString(text, 'application/xml');
  const root = page.documentElement;
  if (root.localName !== 'xliff' || !(root.getAttribute('version') ?? '').startsWith('2.')) return 'not-xliff';
  if (root.getAttribute('srcLang') !== source || root.getAttribute('trgLang') !== target) return 'other-languages';
  return [...root.getElementsByTagNameNS('*', 'unit')].flatMap((unit) => {
    const joined = (name: string) =>
      [...unit.getElementsByTagNameNS('*', name)].map((each) => each.textContent ?? '').join('');
    const path = unit.getAttribute('name');
    const hasTarget = unit.getElementsByTagNameNS('*', 'target').length > 0;
    return path === null || !hasTarget ? [] : [{ path, source: joined('source'), target: joined('target') }];
  });
}
