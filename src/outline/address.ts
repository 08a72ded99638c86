import { addressOf, unifiedAddress } from '../model/address.ts';

/**
 * An address as people write it, so that formats which may escape its characters differently agree; null for none. What a web
 * address may not hold stays escaped, as in every format; the name of a file may hold it.
 */
export function readable(address: string | null): string | null {
  const written = address?.trim() ?? '';
  if (written === '') return null;
  const web = addressOf(written);
  if (web !== null) return unifiedAddress(web).normalize('NFC');
  try {
    return unifiedAddress(decodeURI(written)).normalize('NFC');
  } catch {
    return written;
  }
}
