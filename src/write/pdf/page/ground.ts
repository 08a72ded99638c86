/** The ground of pages on screens. On paper it is the paper. */
import { rectangle } from '../../../theme/lanes.ts';
import { colorOf, white } from '../../../theme/theme.ts';
import type { Job } from '../../targets.ts';
import type { LaidOut } from '../set/node.ts';
import type { Furniture } from './furniture.ts';

/** The furniture of each page on a ground of the theme's, where that is not white. */
export function grounded(
  furniture: readonly Furniture[],
  { pages }: Pick<LaidOut, 'pages'>,
  { theme }: Pick<Job, 'theme'>,
): readonly Furniture[] {
  const { page, roles } = theme;
  if (colorOf(theme, roles.page).light === white) return furniture;
  return furniture.map((each, index) => {
    const { width, height } = pages[index]?.pageSize ?? page;
    const drawing = { width, height, shapes: [rectangle(0, 0, width, height, roles.page)] };
    return { ...each, art: [{ drawing, x: 0, y: 0 }, ...each.art] };
  });
}
