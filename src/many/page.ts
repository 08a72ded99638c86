/** The report of a batch as a web page for people: one file, readable by a screen reader, on a phone and on paper. */
import type { Diagnostic } from '../diagnostics.ts';
import { placeText, visible } from '../render-diagnostics.ts';
import { type BatchSummary, hasTooMany } from './tally.ts';

export function batchPage(summary: BatchSummary): string {
  const { manifest, isWhole, counts, failed, slowest } = summary;
  const title = counts.failed === 0 ? 'All documents are made' : `${count(counts.failed, 'record')} failed`;
  const parts = [
    `<h1>${isWhole ? title : 'The batch was stopped'}</h1>`,
    `<p>${text(manifest)}, ${text(summary.started.slice(0, 16).replace('T', ' '))} UTC.${isWhole ? '' : ' Records after those below were not read; <code>etrati batch --resume</code> goes on.'}</p>`,
    countsTable(summary),
    ...(failed.length === 0 ? [] : [failedPart(summary)]),
    ...(summary.warned.length === 0 ? [] : [warnedPart(summary)]),
    ...(slowest.length === 0 ? [] : [slowestTable(summary)]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} – ${text(manifest)}</title>
<style>${style}</style>
</head>
<body>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function countsTable(summary: BatchSummary): string {
  const { records, counts, files, size, errors, warnings, maxWarnings, allowed, time, recordTime } = summary;
  const bound = hasTooMany(summary) ? `, more than the ${number(maxWarnings ?? 0)} that pass` : '';
  const rows: readonly (readonly [string, string])[] = [
    ['Records', number(records)],
    ['Made now', number(counts.done)],
    ['Made before, unchanged', number(counts.unchanged)],
    ['Checked only', number(counts.checked)],
    ['Failed', number(counts.failed)],
    ['Files', `${number(files)} (${megabytes(size)})`],
    ['Errors', number(errors)],
    ['Warnings', `${number(warnings)}${bound}`],
    ['Warnings that the config allows', number(allowed)],
    ['Time', seconds(time)],
    ['Time of a record (median)', seconds(recordTime.median)],
    ['95 of 100 records take at most', seconds(recordTime.most)],
  ];
  const shown = rows.filter(([, value], index) => index < 2 || value !== '0');
  return table(
    'Counts and times',
    null,
    shown.map(([name, value]) => [name, value]),
  );
}

function failedPart({ failed, counts }: BatchSummary): string {
  const items = failed.map(({ record, at, name, diagnostics }) => {
    const findings = diagnostics.map(findingItem);
    const heading = `Record ${number(record)}${name === null ? '' : `: ${text(name)}`}`;
    return `<h3>${heading}</h3>\n<p><code>${text(placeText(at))}</code></p>\n<ul>\n${findings.join('\n')}\n</ul>`;
  });
  const left = counts.failed - failed.length;
  const more =
    left > 0 ? `<p>${count(left, 'more record')} failed, by these faults or by others: see batch.jsonl.</p>` : '';
  return `<h2>Failed records</h2>\n${items.join('\n')}\n${more}`;
}

function warnedPart({ warned }: BatchSummary): string {
  const parts = warned.map(({ code, count: all, first }) => {
    const left = all - first.length;
    const more = left > 0 ? `\n<p>${number(left)} more are in batch.jsonl.</p>` : '';
    return `<h3>${text(code)}: ${number(all)}</h3>\n<ul>\n${first.map(findingItem).join('\n')}\n</ul>${more}`;
  });
  return `<h2>Warnings</h2>\n${parts.join('\n')}`;
}

function findingItem({ severity, code, at: place, message, hints, related }: Diagnostic): string {
  const where =
    place === null
      ? ''
      : `<br><code>${text(placeText(place))}${place.path === undefined ? '' : ` (${text(place.path)})`}</code>`;
  const other = related.map((each) => `<br>${text(each.message)} <code>${text(placeText(each.at))}</code>`).join('');
  const hint = hints.map((each) => `<br>${text(each)}`).join('');
  return `<li><strong>${severity === 'error' ? 'Error' : 'Warning'}: ${text(message)}</strong> <span class="code">${text(code)}</span>${where}${other}${hint}</li>`;
}

function slowestTable({ slowest }: BatchSummary): string {
  const rows = slowest.map(({ record, name, time }) => [`${number(record)}`, name ?? '–', seconds(time)]);
  return table('Slowest records', ['Record', 'Name', 'Time'], rows);
}

function table(caption: string, head: readonly string[] | null, rows: readonly (readonly string[])[]): string {
  const heads = head?.map((each) => `<th scope="col">${text(each)}</th>`).join('');
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((each) => `<td>${text(each)}</td>`).join('');
    return `<tr><th scope="row">${text(first)}</th>${cells}</tr>`;
  });
  const thead = heads === undefined ? '' : `<thead><tr>${heads}</tr></thead>\n`;
  return `<table>\n<caption>${text(caption)}</caption>\n${thead}<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { line-height: 1.2; }
h3 { margin-bottom: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 2rem 0; }
caption { font-size: 1.25rem; font-weight: 600; text-align: start; padding-bottom: .5rem; }
th, td { text-align: start; padding: .25rem 1.5rem .25rem 0; border-bottom: 1px solid GrayText; font-weight: 400; overflow-wrap: anywhere; vertical-align: top; }
thead th { font-weight: 600; }
td { font-variant-numeric: tabular-nums; }
td:last-child { overflow-wrap: normal; white-space: nowrap; }
code { font-size: .95em; overflow-wrap: anywhere; }
li { margin: .5rem 0; overflow-wrap: anywhere; }
`;

/** Nothing from data is markup, nor obeyed by a reader. */
function text(value: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return visible(value).replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function seconds(milliseconds: number): string {
  const whole = milliseconds / 1000;
  return whole < 100 ? `${whole.toFixed(whole < 10 ? 2 : 1)} s` : spanOf(whole);
}

/** Seconds as people say them. */
export function spanOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
