/** What preflight found, as a page for people: each page as it is printed with findings marked, and its plates. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { mm } from '../../finished/pdf/paint/geometry.ts';
import { en } from '../../language/en.ts';
import type { Language } from '../../language/language.ts';
import { formatPercent } from '../../language/numerals.ts';
import { intentOf } from '../../preflight/facts.ts';
import type { Inspection } from '../../preflight/preflight.ts';
import { drawPage, frameOf } from '../drawing.ts';
import { safe } from '../safe.ts';
import { type Shades, shadesOf } from '../shades.ts';
import { section, shellOf } from '../shell.ts';
import { style } from '../style.ts';
import { tableOf } from '../table.ts';
import { type TicketVocabulary, wordsOf } from '../words.ts';
import { heatColours, heatEnds, heatOf, platesAlone, togetherOf } from './pictures.ts';
import { reportStyle } from './style.ts';

export interface ReportedFile {
  readonly name: string;
  readonly inspection: Inspection;
  /** Percent of ink that is allowed. */
  readonly limit: number;
  readonly language: Language;
}

/** Pages whose plates are shown: a page has some seven pictures. */
const mostSeparated = 12;

interface Reporting extends ReportedFile {
  readonly words: TicketVocabulary;
  readonly shades: Shades;
  readonly profile: Uint8Array | null;
}

export async function reportOn(file: ReportedFile): Promise<string> {
  const { name, inspection, language } = file;
  const words = wordsOf(language);
  const shades = await shadesOf(inspection.file, []);
  const profile = intentOf(inspection.file)?.profile;
  const reporting = { ...file, words, shades, profile: profile?.space === 'CMYK' ? profile.bytes : null };
  const { sheets } = inspection.file;
  const separated = separatedOf(inspection);
  const pages: string[] = [];
  for (const sheet of sheets) pages.push(await pageOf(sheet, separated.has(sheet), reporting));
  const { proofing } = words;
  const some = separated.size < sheets.length ? ` ${proofing.some.replace('{n}', String(separated.size))}` : '';
  const main = [
    section(words.findings, findingsOf(reporting), 'findings'),
    `<p class="key">${safe(`${proofing.bars}${some}`)}</p>`,
    ...pages,
  ].join('\n');
  return shellOf({
    language,
    kicker: proofing.report,
    title: safe(name),
    own: '',
    style: `${style}\n${reportStyle}`,
    main,
  });
}

function separatedOf({ file: { sheets }, places }: Inspection): ReadonlySet<Sheet> {
  const found = new Set(places.flat().map(({ sheet }) => sheet));
  const first = [...sheets.filter((sheet) => found.has(sheet)), ...sheets.filter((sheet) => !found.has(sheet))];
  return new Set(first.slice(0, mostSeparated));
}

function messageOf({ code, message, hints }: Diagnostic, language: Language): string {
  const foreign = language === en ? '' : ' lang="en"';
  return `<span${foreign}>${safe(message)} ${safe(hints.join(' '))}</span> <code${foreign}>${safe(code)}</code>`;
}

function findingsOf({ inspection, words, language }: Reporting): string {
  const { diagnostics, places } = inspection;
  if (diagnostics.length === 0) return `<p class="ok">${safe(words.clean)}</p>`;
  const rows = diagnostics.map((found, index) => {
    const pages = [...new Set(places[index]?.map(({ sheet }) => sheet.page))];
    const where = pages.map((page) => `<a href="#page-${page}">${page}</a>`).join(', ');
    return [
      `<span id="finding-${index + 1}">${index + 1}</span>`,
      safe(words[found.severity]),
      messageOf(found, language),
      where === '' ? safe(words.proofing.whole) : where,
    ];
  });
  return tableOf(words.findings, [words.proofing.number, words.severity, words.finding, words.page], rows);
}

async function pageOf(sheet: Sheet, isSeparated: boolean, reporting: Reporting): Promise<string> {
  const { inspection, words, language } = reporting;
  const own = inspection.diagnostics.flatMap((found, index) => {
    const points = (inspection.places[index] ?? []).flatMap((place) => (place.sheet === sheet ? [place.point] : []));
    return points.length === 0 ? [] : [{ found, number: index + 1, points: points.filter((point) => point !== null) }];
  });
  const text = own.length > 0 ? words.proofing.marked : words.proofing.unmarked;
  const list = own.map(
    ({ found, number }) =>
      `<li value="${number}"><a href="#finding-${number}">${safe(words[found.severity])}</a>: ${messageOf(found, language)}</li>`,
  );
  const picture = await pictureOf(sheet, own, text.replace('{n}', String(sheet.page)), reporting);
  const size = words.size(inspection.facts.pages[sheet.page - 1]?.trim ?? null);
  const heading = `${words.page} ${sheet.page}, ${size}`;
  const content = [
    `<div class="proof"><figure>${picture}</figure>${list.length === 0 ? '' : `<ol class="marks">${list.join('')}</ol>`}</div>`,
    isSeparated ? await separationsOf(sheet, reporting) : '',
  ];
  return section(heading, content.join('\n'), `page-${sheet.page}`);
}

interface Marked {
  readonly number: number;
  readonly points: readonly (readonly [number, number])[];
}

async function pictureOf(
  sheet: Sheet,
  marked: readonly Marked[],
  text: string,
  { inspection, shades, profile }: Reporting,
): Promise<string> {
  const frame = frameOf(sheet);
  const tenths = (points: number) => Math.round((points / mm) * 10);
  const [width, height] = [tenths(frame.right - frame.left), tenths(frame.top - frame.bottom)];
  const prefix = `p${sheet.page}`;
  const words = drawPage(
    { ...sheet, paints: sheet.paints.filter(({ type }) => type === 'text') },
    shades,
    200_000,
    prefix,
  );
  const trim = sheet.trim ?? frame;
  const [left, top] = [tenths(trim.left - frame.left), tenths(frame.top - trim.top)];
  const cut = `M${left} ${top}h${tenths(trim.right - trim.left)}v${tenths(trim.top - trim.bottom)}h${-tenths(trim.right - trim.left)}z`;
  const around = Math.max(30, width / 60);
  const marks = marked.flatMap(({ number, points }) =>
    points.map(([x, y]) => {
      const at = [tenths(x - frame.left), tenths(frame.top - y)] as const;
      return `<g class="mark" transform="translate(${at[0]} ${at[1]})"><circle r="${around}"/><text y="${around * 0.36}" font-size="${around}">${number}</text></g>`;
    }),
  );
  const address = await togetherOf(inspection.plates(sheet, 'fine'), sheet, profile);
  return [
    `<svg role="img" aria-labelledby="${prefix}t" viewBox="${-around} ${-around} ${width + 2 * around} ${height + 2 * around}" class="side">`,
    `<title id="${prefix}t">${safe(text)}</title>`,
    `<image href="${address}" width="${width}" height="${height}" preserveAspectRatio="none"/>`,
    words,
    `<path vector-effect="non-scaling-stroke" class="bleed" d="M0 0h${width}v${height}h${-width}z"/>`,
    `<path vector-effect="non-scaling-stroke" class="trim" d="${cut}"/>`,
    ...marks,
    '</svg>',
  ].join('');
}

async function separationsOf(sheet: Sheet, { inspection, words, limit, language }: Reporting): Promise<string> {
  const plates = inspection.plates(sheet, 'bars');
  const { proofing } = words;
  const percent = (value: number) => formatPercent(Math.round(value), language);
  const figure = (address: string, caption: string, name: string) =>
    `<figure><img src="${address}" alt="${safe(name)}" loading="lazy"><figcaption>${safe(caption)}</figcaption></figure>`;
  const alone = (await platesAlone(plates)).map(({ ink, picture, share, most }) => {
    const caption = proofing.plate
      .replace('{ink}', ink)
      .replace('{share}', percent(100 * share))
      .replace('{most}', percent(most));
    return figure(picture, caption, `${ink}, ${words.page} ${sheet.page}`);
  });
  const heat = await heatOf(plates, limit);
  const caption = proofing.heat.replace('{most}', percent(heat.most));
  const total = figure(heat.picture, caption, `${proofing.total}, ${words.page} ${sheet.page}`);
  const ends = heatEnds(limit).map(percent);
  const rows = heat.shares.map((share, index) => {
    const range =
      index === 0
        ? percent(0)
        : index === ends.length
          ? proofing.over.replace('{most}', ends.at(-1) ?? '')
          : `${ends[index - 1]} – ${ends[index]}`;
    const chip = `<span class="chip" style="background:${heatColours[index]}"></span>`;
    return [`${chip} ${safe(range)}`, share > 0 && share < 0.005 ? safe(`< ${percent(1)}`) : percent(100 * share)];
  });
  const key = tableOf(proofing.total, [proofing.total, proofing.share], rows, [1]);
  const title = proofing.separations.replace('{n}', String(sheet.page));
  return `<details><summary>${safe(title)}</summary><div class="plates">${alone.join('')}${total}</div>${key}</details>`;
}
