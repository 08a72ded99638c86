/** The furniture of pages that go with a job: tickets and reports. One file each, no scripts, nothing fetched. */
import type { Language } from '../language/language.ts';
import { safe } from './safe.ts';

export interface Shell {
  readonly language: Language;
  /** What the page is, over its title. */
  readonly kicker: string;
  /** As HTML. */
  readonly title: string;
  /** Attributes of the title where it is in another language than the page. */
  readonly own: string;
  readonly style: string;
  /** As HTML. */
  readonly main: string;
}

export function shellOf({ language, kicker, title, own, style, main }: Shell): string {
  return `<!DOCTYPE html>
<html lang="${language.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(kicker)}: ${title}</title>
<style>
${style}
</style>
</head>
<body>
<a class="skip" href="#main">${safe(language.chrome.skipToContent)}</a>
<header><div><p>${safe(kicker)}</p><h1${own}>${title}</h1></div></header>
<main id="main" tabindex="-1">
${main}
</main>
</body>
</html>
`;
}

export function section(heading: string, content: string, id: string | null = null): string {
  const named = id === null ? '' : ` id="${id}"`;
  return `<section${named}>\n<h2>${safe(heading)}</h2>\n${content}\n</section>`;
}

export function listOf(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`;
}
