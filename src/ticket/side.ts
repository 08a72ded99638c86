/** A printed side as a picture: the page in small, with its trim, its bleed and its folds. */
import type { Sheet } from '../finished/pdf/paint/file.ts';
import { mm } from '../finished/pdf/paint/geometry.ts';
import type { TicketSide } from './data.ts';
import { drawPage, frameOf } from './drawing.ts';
import { safe } from './safe.ts';
import type { Shades } from './shades.ts';
import type { TicketVocabulary } from './words.ts';

/** Tenths of a millimetre. */
const around = 20;

/** The width of a sheet for tri-fold on A4, for which the sizes below are; on another sheet they grow or shrink with it. */
const usual = 3030;
const above = 165;

/**
 * @param limit most characters of the picture
 * @param prefix that makes its ids its own on the ticket
 */
export function drawSide(
  sheet: Sheet,
  side: TicketSide,
  shades: Shades,
  words: TicketVocabulary,
  limit: number,
  prefix: string,
): string {
  const frame = frameOf(sheet);
  const tenths = (points: number) => Math.round((points / mm) * 10);
  const [width, height] = [tenths(frame.right - frame.left), tenths(frame.top - frame.bottom)];
  const trim = sheet.trim ?? frame;
  const [left, top] = [tenths(trim.left - frame.left), tenths(frame.top - trim.top)];
  const [right, foot] = [tenths(trim.right - frame.left), tenths(frame.top - trim.bottom)];
  const unit = width / usual;
  const head = side.panels.length > 0 ? Math.round(above * unit) : 0;
  const page = drawPage(sheet, shades, limit - 4000, prefix);
  const view = `${-around} ${-around - head} ${width + 2 * around} ${height + 2 * around + head}`;
  const cut = `M0 0h${width}v${height}h${-width}zM${left} ${top}V${foot}H${right}V${top}z`;
  return [
    `<svg role="img" aria-labelledby="${prefix}t" viewBox="${view}" class="side">`,
    `<title id="${prefix}t">${safe(words.sideTitle(side))}</title>`,
    `<clipPath id="${prefix}f"><path d="M0 0h${width}v${height}h${-width}z"/></clipPath>`,
    `<path fill="#fff" d="M0 0h${width}v${height}h${-width}z"/>`,
    `<g clip-path="url(#${prefix}f)">${page}</g>`,
    // What will be cut off is veiled.
    `<path fill="#fff" fill-opacity=".6" d="${cut}"/>`,
    `<path vector-effect="non-scaling-stroke" class="bleed" d="M0 0h${width}v${height}h${-width}z"/>`,
    `<path vector-effect="non-scaling-stroke" class="trim" d="M${left} ${top}H${right}V${foot}H${left}z"/>`,
    folds(side, left, height),
    panels(side, left, unit, words),
    '</svg>',
  ].join('');
}

/** A light line under a dark dashed one, so that a fold is seen on every ground. */
function folds({ folds: places }: TicketSide, left: number, height: number): string {
  if (places.length === 0) return '';
  const lines = places.map((place) => `M${left + Math.round(place * 10)} ${-around}V${height + around}`).join('');
  return `<path vector-effect="non-scaling-stroke" class="under" d="${lines}"/><path vector-effect="non-scaling-stroke" class="fold" d="${lines}"/>`;
}

/** Over each panel its width between arrows, and its name where it has room. */
function panels({ panels: all }: TicketSide, start: number, unit: number, words: TicketVocabulary): string {
  let at = start / unit;
  const drawn = all.map(({ width, name }) => {
    const [from, to] = [Math.round(at), Math.round(at + (width * 10) / unit)];
    at += (width * 10) / unit;
    const middle = Math.round((from + to) / 2);
    const line = `M${from + 6} -34H${to - 6}M${from + 26} -46l-20 12 20 12M${to - 26} -46l20 12-20 12`;
    const letters = [...name];
    // Letters are a little wider than half their height, Georgian ones too.
    const room = Math.max(1, Math.floor((to - from) / 24));
    const short = letters.length <= room ? name : `${letters.slice(0, room - 1).join('')}…`;
    return [
      `<path vector-effect="non-scaling-stroke" class="measure" d="${line}"/>`,
      `<text class="width" x="${middle}" y="-58">${safe(`${words.number(width)} ${words.mm}`)}</text>`,
      `<text class="name" x="${middle}" y="-116">${safe(short)}</text>`,
    ].join('');
  });
  return drawn.length === 0 ? '' : `<g transform="scale(${Math.round(unit * 1000) / 1000})">${drawn.join('')}</g>`;
}
