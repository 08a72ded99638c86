declare module 'bidi-js' {
  /** The Unicode Bidirectional Algorithm. The package's own types are those of a module that Node does not read. */
  export default function bidiOf(): {
    getEmbeddingLevels(text: string, base: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
    /** The Bidi_Class of a character: `R`, `AL`, `EN`, … */
    getBidiCharTypeName(character: string): string;
    getReorderedIndices(text: string, levels: { readonly levels: Uint8Array }): readonly number[];
  };
}
