// The package has no types of its own; these are the two entries that we use.
interface Hyphenation {
  readonly hyphenateSync: (text: string, options?: { readonly hyphenChar?: string }) => string;
}
declare module 'hyphen/ka/index.js' {
  const language: Hyphenation;
  export default language;
}
declare module 'hyphen/en-gb/index.js' {
  const language: Hyphenation;
  export default language;
}
