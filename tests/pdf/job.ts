/** A job in English with our own theme, as most documents of tests are written. */
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Job } from '../../src/write/targets.ts';
import { l } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();

export const job: Job = {
  theme,
  language: languageOf(l('en')),
  name: 'test',
  created: new Date('2026-11-22T00:00:00Z'),
  report: new Report(),
};
