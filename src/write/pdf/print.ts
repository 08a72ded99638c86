/** The print target: what the document becomes on paper, with bleed, in inks, without links; on request as the files of a press. */
import type { Document } from '../../model/document.ts';
import type { FormatWriter, Job, WrittenFile } from '../targets.ts';
import { choiceOf } from './press/choices.ts';
import { impose } from './press/impose.ts';
import { orderOf } from './press/order.ts';
import { type PressFile, pressFiles } from './press/press-files.ts';
import { checkResolution, conversionsOf } from './press/resolution.ts';
import { type DrawnPages, drawForPress, factsOf, type Shop, shopOf, type UsedInks } from './press/shop.ts';
import { printExtension, ticketed, toldAtTheirPlaces } from './press/ticketed.ts';

export const print: FormatWriter<readonly WrittenFile[]> = { format: 'print', extension: printExtension, write };

/**
 * The pages and their ticket for the shop, and on request what the pages are put together to, each with a ticket of its own. What
 * preflight finds in the finished files goes to the report. For a preview, the pages alone.
 */
async function write(document: Document, job: Job): Promise<readonly WrittenFile[]> {
  const choice = choiceOf(document, job);
  const shop = await shopOf(job, choice.paper);
  const { layout, marks, binding } = choice;
  const bare: DrawnPages = { layout, binding, marks: 'none', bleed: job.theme.print.bleed, used: none };
  const marked =
    marks !== 'none' || (choice.sheetMarks !== 'none' && (choice.impose !== null || binding === 'perfect'));
  const used = marked ? await usedIn(document, job, shop, bare) : none;
  const drawn = { ...bare, used };
  const { bytes, sides, typeScale, used: found } = await drawForPress(document, job, shop, { ...drawn, marks });
  checkResolution(sides, job.report);
  checkSteps(found, job);
  if (job.shown !== undefined) return [{ extension: printExtension, bytes }];
  const conversions = conversionsOf(sides, shop.profile, shop.pictures);
  const printed = { ...choice, conversions, typeScale, inks: shop.inks };
  const order = (file: PressFile | null) => orderOf(document, job, { ...printed, file });
  const reported = new Set(toldAtTheirPlaces);
  const parts = await ticketed(printExtension, bytes, order(null), { report: job.report, reported });
  for (const file of pressFiles(sides, choice, job)) {
    if (job.report.failed) break;
    // The pages need so much more bleed as the sheets move them.
    const wide = { ...drawn, bleed: drawn.bleed + file.beyond };
    const behind = await drawForPress(document, job, shop, wide, { ...file, bleed: drawn.bleed });
    const made = await impose(behind.bytes, { forms: file.forms, bleed: drawn.bleed, facts: factsOf(document, job) });
    parts.push(...(await ticketed(file.extension, made, order(file), { report: job.report, reported })));
  }
  return parts;
}

const none: UsedInks = { spots: [], steps: [] };

/** The warning `step-nowhere` for what the theme asks of the press, and no side of the document has anything for. */
function checkSteps({ steps }: UsedInks, { theme, report }: Job): void {
  const done = new Set(steps.flat());
  for (const step of theme.print.steps) {
    // A cut has at least an edge or a hole, on each side.
    if (step.step === 'cut' || done.has(step)) continue;
    const message = `No side has "${step.ink.name}" (${step.step}): the document has nothing of what it is on (${step.on.join(', ')}).`;
    const hint = `Name in "on" what the document has, such as "cover" or "sheet", or remove "${step.step}" from the theme.`;
    report.warning('step-nowhere', step.at, message, { hints: [hint] });
  }
}

/** Which of the theme's own inks the document uses, for its marks: known when it has been drawn. */
async function usedIn(document: Document, job: Job, shop: Shop, bare: DrawnPages): Promise<UsedInks> {
  const own = Object.values(shop.inks).some(({ spot }) => spot !== null) || job.theme.print.steps.length > 0;
  return own ? (await drawForPress(document, job, shop, bare)).used : none;
}
