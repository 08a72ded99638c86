/** The formats that are read: a module of its own, since the help of the commands names them and reads no file. */

/** By the endings of files. `projections` says what a format leaves unsaid. */
export const outlineFormats = ['pdf', 'docx', 'html', 'epub', 'txt', 'md'] as const;
export type OutlineFormat = (typeof outlineFormats)[number];

/** The format of a file by its ending; null for one that cannot be read. */
export function formatOfFile(name: string): OutlineFormat | null {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return outlineFormats.find((format) => format === ending) ?? null;
}
