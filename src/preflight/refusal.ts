/** Files that cannot be judged are refused with words for people; a place has no meaning in a binary file. */
import { Refused } from '../diagnostics.ts';

export function refusal(code: string, message: string, hint: string): Refused {
  return new Refused([{ severity: 'error', code, at: null, message, hints: [hint], related: [] }]);
}
