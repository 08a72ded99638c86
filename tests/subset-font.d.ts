// The package has no types of its own; this is the part that tests use.
declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'sfnt';
    readonly keepFeatures?: readonly string[];
  }
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
