/** The rooms of a web page, in rem: what the sheets lay out and tables are measured for. */
import type { Theme } from '../theme/theme.ts';

export interface ScreenRooms {
  /** What stands beside the text in a wide window, and in a narrow one, with a scroll bar. */
  readonly beside: number;
  readonly narrowBeside: number;
  /** The text, and all that it may go out to in the widest windows. */
  readonly text: number;
  readonly widest: number;
  /** The text of a window of 320 px, in whole rem. */
  readonly narrowest: number;
}

/** The widest scroll bar: windows are wider by it than what is in them. */
const scrollBar = 1;
/** A window of 320 px, in which nothing may be cut off (WCAG 2.2, 1.4.10). */
const leastWindow = 20;

export function screenRooms({ looks }: Pick<Theme, 'looks'>): ScreenRooms {
  const { width, margin, narrowMargin, contents, gap, text } = looks.screen.page;
  const beside = contents + gap + 2 * margin;
  return {
    ...{ beside: beside + scrollBar, narrowBeside: 2 * narrowMargin + scrollBar },
    ...{ text, widest: width - beside, narrowest: Math.floor(leastWindow - 2 * narrowMargin) },
  };
}
