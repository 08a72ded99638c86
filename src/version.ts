/** Which Etrati this is. */
import { readFileSync } from 'node:fs';

/** As in this package's own manifest: one folder up from src/ and from dist/. */
export function version(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
