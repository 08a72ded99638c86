/** The files that a press prints besides single pages: sheets of a booklet, forms of leaves, a block of pages and its cover. */
import type { Job } from '../../targets.ts';
import { foldOf, foldsOf } from '../lay/fold.ts';
import type { Side } from '../paint/sheet.ts';
import { mm } from '../text/type.ts';
import { innerMargin } from './booklet.ts';
import type { Choice } from './choices.ts';
import { blockForms, coverForm, type PressForm, saddleForms, turnedForms } from './forms.ts';

export interface PressFile {
  readonly extension: string;
  readonly forms: readonly PressForm[];
  readonly marks: Choice['marks'];
  /** How much more bleed its pages need, in points. */
  readonly beyond: number;
}

/** @param pages all sides of the single pages */
export function pressFiles(pages: readonly Side[], choice: Choice, job: Job): readonly PressFile[] {
  const [first] = pages;
  if (first === undefined) return [];
  const size = { width: first.width, height: first.height, bleed: job.theme.print.bleed };
  const marks = choice.sheetMarks;
  if (choice.binding === 'perfect') {
    const leaves = (pages.length - 2) / 2;
    const spine = leaves * choice.caliper * mm;
    checkSpine(2 * leaves, spine / mm, job);
    return [
      { extension: 'block.pdf', forms: blockForms(pages.length, size), marks: choice.marks, beyond: 0 },
      { extension: 'cover.pdf', forms: [coverForm(pages.length, size, spine)], marks, beyond: spine },
    ];
  }
  if (choice.binding === 'saddle') checkSaddle(pages.length, choice, job);
  switch (choice.impose) {
    case null:
      return [];
    case 'saddle': {
      const creep = choice.creep * mm;
      const beyond = (pages.length / 4 - 1) * creep;
      return [{ extension: 'saddle.pdf', forms: saddleForms(pages.length, size, creep), marks, beyond }];
    }
    case '2-up': {
      const folds = foldOf(choice.layout, job.theme.print)?.sides.map(foldsOf) ?? [];
      return [{ extension: '2-up.pdf', forms: turnedForms(pages.length, size, folds), marks, beyond: 0 }];
    }
  }
}

/** Millimetres of a spine that glue needs to hold leaves. */
const thin = 2;

function checkSpine(pages: number, spine: number, { report, language, name }: Job): void {
  if (spine >= thin) return;
  const message = `The spine of ${pages} pages is ${spine.toFixed(1)} mm thick (${name}, ${language.tag}); glue holds from ${thin} mm on.`;
  report.warning('spine-thin', null, message, { hints: ['Use --binding saddle, or tell thicker paper by --caliper.'] });
}

/** Pages from which on shops bind in another way than with wire. */
const thick = 64;

function checkSaddle(pages: number, { layout, creep, impose }: Choice, { theme, report, language, name }: Job): void {
  const who = `${name}, ${language.tag}`;
  if (pages >= thick)
    report.warning('booklet-thick', null, `The booklet has ${pages} pages (${who}): shops bind that many with glue.`, {
      hints: ['Use --binding perfect, or ask the shop whether it stitches so many.'],
    });
  if (impose !== 'saddle') return;
  const [most, inner] = [(pages / 4 - 1) * creep, innerMargin(theme, layout === 'a5-booklet' ? 'a5' : 'theme') / mm];
  if (most <= inner / 3) return;
  const message = `The innermost of ${pages / 4} sheets is moved ${most.toFixed(1)} mm to the fold (${who}), more than a third of its inner margin of ${inner.toFixed(1)} mm.`;
  const hints = ['Use --binding perfect, a thinner paper with its --creep, or fewer pages.'];
  report.error('creep-too-large', null, message, { hints });
}
