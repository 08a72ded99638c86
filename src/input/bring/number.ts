/** Numbers as spreadsheets write them. Which sign parts the decimals is the file's to say: where ; parts the cells, a comma does. */
import { numberMeant } from '../../json/number.ts';

/** The number of a cell; null where it is none, or could be two. `decimal` is null where the file does not say. */
export function numberOf(text: string, decimal: ',' | '.' | null): number | null {
  if (decimal === null) {
    const either = numberOf(text, ',');
    return either === numberOf(text, '.') ? either : null;
  }
  const bare = text.trim();
  const other = decimal === ',' ? '.' : ',';
  // 1.250 in a file of decimal commas: a thousand for one reader, one and a quarter for the next.
  if (decimal === ',' && /^[-+\u2212]?[1-9]\d{0,2}\.\d{3}$/.test(bare)) return null;
  const digits = bare.replace(/[^\d.,]/g, '');
  const once = digits.split(decimal).length === 2 && !digits.includes(other);
  const meant = numberMeant(once ? bare.replace(decimal, '.') : bare);
  return meant === null ? null : Number(meant);
}
