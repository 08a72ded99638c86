import { readableAddress } from '../model/address.ts';

/** An address as people write it, so that formats which may escape its characters differently agree; null for none. */
export function readable(address: string | null): string | null {
  const written = address?.trim() ?? '';
  if (written === '') return null;
  try {
    return readableAddress(decodeURI(written)).normalize('NFC');
  } catch {
    return written;
  }
}
