/** A long title is set in smaller type: the parts of its size that are tried, the largest first. */
export const titleSizes: readonly number[] = [1, 0.85, 0.7, 0.58, 0.48, 0.4, 0.33, 0.27];

/** The smallest that a title is set in. */
export const leastTitle = Math.min(...titleSizes);

/** Where the text is long the type of a folded sheet is smaller: 9 points become 8.1, the least that is read with ease in print. */
export const panelSizes = [1, 0.95, 0.9] as const;
export const leastPanel = Math.min(...panelSizes);
