/** The formats of finished files that an outline can be read from. */
export const outlineFormats = ['pdf', 'docx', 'html', 'epub', 'txt', 'md'] as const;
export type OutlineFormat = (typeof outlineFormats)[number];
