/** A stub of Armenian: what one more language takes. What is not said here is still English. */
import { overEnglish } from '../../src/language/over-english.ts';

const nbsp = '\u00A0';

export const hy = overEnglish({
  tag: 'hy',
  locale: 'hy-AM',
  name: 'հայերեն',
  addressMarks: ['hye', 'arm', 'armenian'],
  script: 'Armn',
  numerals: {
    decimal: ',',
    group: nbsp,
    groupedFrom: 5,
    percent: '%',
    money: (number, currency) => `${number}${nbsp}${currency}`,
  },
  quotes: { open: '«', close: '»', example: 'վերնագիր', straightIsFault: true, mistakenClose: null },
  setting: { stress: 'weight', spine: 'up', divisions: () => [], clinging: ['և'], units: [], openers: [] },
  labels: {
    counted: { table: 'Աղյուսակ', figure: 'Նկար', chart: 'Գծապատկեր' },
    section: 'Գլուխ',
    subsection: 'Ենթագլուխ',
    annex: 'Հավելված',
    letters: 'ԱԲԳԴԵԶԷԸԹԺ',
    qr: 'QR կոդ',
    missing: 'տվյալ չկա',
    states: { done: 'կատարված է', today: 'հիմա', ahead: 'պլանավորված է' },
  },
  chrome: { skipToContent: 'Անցնել բովանդակությանը' },
});
