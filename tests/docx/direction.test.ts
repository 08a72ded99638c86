/** Text from right to left in Word: runs of their own, in the font and the language for complex scripts. */
import { expect, it } from 'vitest';
import { withDirections } from '../../src/write/docx/direction-runs.ts';

const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const back = (text: string, locale: string, before = '', lang = '') =>
  run(text, `${before}<w:rtl/><w:lang${lang} w:bidi="${locale}"/>`);

it.each([
  ['nothing to do', run('სიტყვა 12'), run('სიტყვა 12')],
  // With the number that belongs to it, whose direction Word takes from its run.
  ['unmarked', run('a שלום 2026 עולם b'), run('a ') + back('שלום 2026 עולם', 'he-IL') + run(' b')],
  ['two scripts', run('שלום b سلام'), back('שלום', 'he-IL') + run(' b ') + back('سلام', 'ar-SA')],
  [
    'marked, with what is neutral',
    run('(שלום) IOM.', '<w:b/><w:bCs/><w:lang w:val="he"/>') + run('שלום'),
    back('(שלום) IOM.', 'he-IL', '<w:b/><w:bCs/>', ' w:val="he"') + back('שלום', 'he-IL'),
  ],
  ['marked with a region', run('سلام', '<w:lang w:val="ar-EG"/>'), back('سلام', 'ar-EG', '', ' w:val="ar-EG"')],
])('%s', (_, xml, expected) => {
  expect(withDirections(xml)).toBe(expected);
});
