/** The mends that are certain: what a finding's own hint says to write, made of the value as it stands. */
import type { Diagnostic } from '../diagnostics.ts';
import type { CertainFix } from './protocol.ts';

export function fixFor(_diagnostic: Diagnostic, _file: string, _text: string): CertainFix | null {
  return null;
}
