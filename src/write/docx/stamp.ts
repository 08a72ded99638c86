/** What is stamped across each page of a draft: Word's own watermark, which Design > Watermark > Remove Watermark takes away. */
import { Run, type XmlComponent } from 'docx';
import { element } from './elements.ts';
import type { Story } from './story.ts';
import { hex } from './units.ts';

/** What Word computes the lettering's outline from, in the order in which one refers to another. */
const formulas = [
  ...['sum #0 0 10800', 'prod #0 2 1', 'sum 21600 0 @1', 'sum 0 0 @2', 'sum 21600 0 @3', 'if @0 @3 0'],
  ...[
    'if @0 21600 @1',
    'if @0 0 @2',
    'if @0 @4 21600',
    'mid @5 @6',
    'mid @8 @5',
    'mid @7 @8',
    'mid @6 @7',
    'sum @6 0 @5',
  ],
];

/** A text along a path (ECMA-376, part 4, 19.1.2.20), as Word describes it. */
function lettering(): XmlComponent {
  return element(
    'v:shapetype',
    {
      id: '_x0000_t136',
      coordsize: '21600,21600',
      'o:spt': 136,
      adj: 10800,
      path: 'm@7,l@8,m@5,21600l@6,21600e',
    },
    element('v:formulas', {}, ...formulas.map((eqn) => element('v:f', { eqn }))),
    element('v:path', { textpathok: 't', 'o:connecttype': 'rect' }),
    element('v:textpath', { on: 't', fitshape: 't' }),
    element('o:lock', { 'v:ext': 'edit', text: 't', shapetype: 't' }),
  );
}

/** How wide a letter is in the mean, and how much of the page's diagonal the words take. */
const [letter, part] = [0.55, 0.56];

/** Behind the text of a page's head, in the middle of the page. Screen readers pass over heads; the document's title says the same. */
export function stampRun(story: Story, turned: boolean): Run {
  const { theme } = story;
  const { draft: words } = story.job.language.chrome;
  const { page, roles, styles } = theme;
  const [across, down] = turned ? [page.height, page.width] : [page.width, page.height];
  const width = Math.hypot(across, down) * part;
  const height = width / (words.length * letter);
  const angle = 360 - (Math.atan2(down, across) * 180) / Math.PI;
  const place = (direction: string) => `mso-position-${direction}:center;mso-position-${direction}-relative:page`;
  const style = [
    'position:absolute;margin-left:0;margin-top:0',
    `width:${Math.round(width)}pt;height:${Math.round(height)}pt;rotation:${Math.round(angle)};z-index:-251658752`,
    place('horizontal'),
    place('vertical'),
  ].join(';');
  const id = story.next();
  const shape = element(
    'v:shape',
    {
      // Word knows its watermarks by this name.
      id: `PowerPlusWaterMarkObject${id}`,
      type: '#_x0000_t136',
      alt: '',
      style,
      'o:allowincell': 'f',
      // Outlines alone: they take nothing from the text over them.
      filled: 'f',
      strokecolor: `#${hex(theme, roles.rail)}`,
      strokeweight: `${theme.looks.word.stamp.pen}pt`,
    },
    element('v:textpath', {
      style: `font-family:"${styles.title.family}";font-size:1pt;font-weight:bold`,
      string: words,
    }),
  );
  const run = new Run({ noProof: true });
  run.addChildElement(element('w:pict', {}, lettering(), shape));
  return run;
}
