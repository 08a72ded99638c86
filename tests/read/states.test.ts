/** The state of an item of a timeline is in its words, in the language of those words, and not in its shape alone. */
import { expect, test } from 'vitest';
import { blocks } from './kit.ts';

test.each([
  ['done', 'en', 'done'],
  ['today', 'en', 'now'],
  ['ahead', 'en', 'planned'],
  ['done', 'ka', 'დასრულებულია'],
  ['today', 'ka', 'ახლა'],
  ['ahead', 'ka', 'დაგეგმილია'],
])('%s in %s', async (state, lang, words) => {
  const found = await blocks(
    `<ol look="timeline" lang="${lang}"><li look="${state}"><p look="date">5 2026</p><p>x</p></li></ol>`,
  );
  expect(found).toMatch(new RegExp(`"5 2026"?\\s*"? \\(${words}\\)"`));
  expect(found.match(/\(/g)).toHaveLength(1);
});

test('other looks of items are none', async () => {
  expect(await blocks('<ul><li look="focus"><p>x</p></li></ul>')).not.toContain('(');
});
