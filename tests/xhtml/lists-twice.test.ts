import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { html } from '../../src/write/html/html.ts';
import { contents, document, section } from '../make.ts';
import { gza } from '../theme/gza.ts';

it('tells lists of the same apart by their names, since they are landmarks', async () => {
  const list = () => contents('sections', [[1, 'one', null, 'One']]);
  const made = document({ title: 'T', body: [section('one', 'One', [list(), list(), list()])] });
  const [theme, language] = [await gza(), languageOf(made.lang)];
  const bytes = await html.write(made, { theme, language, name: 't', created: new Date(0), report: new Report() });
  const page = new TextDecoder().decode(bytes);
  const names = [...page.matchAll(/<nav class="toc[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toEqual(['List of sections', 'List of sections (2)', 'List of sections (3)']);
});
