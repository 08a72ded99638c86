/** `etrati answer`: what a person has judged, into the project's answers. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { misuse, Refused, Report } from '../diagnostics.ts';
import { visible } from '../render-diagnostics.ts';
import type { AnswerWord } from '../report/answer-words.ts';
import { type Answer, answersFile, loadAnswers, writtenAnswers } from '../report/answers.ts';
import { type ReportData, reportData } from '../report/data.ts';
import { writeWhole } from '../staging.ts';
import { settle } from '../work/settings.ts';
import { openWorld } from '../world.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

export interface AnswerFlags {
  readonly who: string;
  readonly when?: string;
  readonly note?: string;
  readonly out?: string;
}

/** Takes the place of an answer that the question has. Throws `Refused` where no report asks it, or the answers have an error. */
export async function answer(
  keys: readonly string[],
  word: AnswerWord,
  flags: AnswerFlags,
  { cwd, stderr }: Terminal,
): Promise<ExitCode> {
  const report = new Report();
  const { out } = await settle(flags.out === undefined ? {} : { out: flags.out }, cwd, report);
  const before = report.failed ? null : await loadAnswers(await openWorld(cwd), report);
  if (before === null) throw new Refused(report.diagnostics);
  const reports = await readReports(path.resolve(cwd, out));
  const { who } = flags;
  const note = flags.note?.trim() ?? '';
  const given = keys.map((key): Answer => {
    const found = questionOf(key, reports, out);
    const about = found.quote.join(' | ').slice(0, 200).trim();
    return {
      ...{ question: found.question, document: found.source, lang: found.lang as Answer['lang'], node: found.node },
      ...{ answer: word, who, when: flags.when ?? today() },
      ...{ note: note === '' ? null : note, about: about === '' ? null : about },
    };
  });
  const kept = before.filter(({ node }) => given.every((each) => each.node !== node));
  await writeWhole(path.resolve(cwd, answersFile), writtenAnswers([...kept, ...given]));
  for (const { question, document, about } of given)
    stderr.write(`${visible(`${question}, ${document}${about === null ? '' : `: “${about}”`}`)} – ${word}\n`);
  stderr.write(`Saved in ${answersFile}. Build with --report to see it in the report.\n`);
  return exit.done;
}

/** The reports in the folder of the outputs; what is none is passed over. */
async function readReports(folder: string): Promise<readonly ReportData[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('.report.json'))
      .sort()
      .map(async (name) => {
        try {
          return reportData.safeParse(JSON.parse(await readFile(path.join(folder, name), 'utf8'))).data ?? null;
        } catch {
          return null;
        }
      }),
  );
  return found.filter((each) => each !== null);
}

/** A key may be shortened, as long as it means one question. */
function questionOf(key: string, reports: readonly ReportData[], out: string) {
  const all = reports.flatMap(({ source, questions }) => questions.map((each) => ({ ...each, source })));
  const found = all.filter(({ node }) => key.length >= 4 && node.startsWith(key.toLowerCase()));
  const [one] = found;
  if (one !== undefined && new Set(found.map(({ node }) => node)).size === 1) return one;
  const [message, hint] =
    reports.length === 0
      ? [`There is no report in "${out}".`, 'Build with --report first, or name the folder of the reports with --out.']
      : key.length < 4
        ? [`The key "${key}" is too short.`, 'Give at least four of its digits, as the report has them.']
        : found.length === 0
          ? [
              `No report in "${out}" has a question with the key "${key}".`,
              'Copy the key from the newest report: it changes when what is judged changes.',
            ]
          : [`Several questions have keys that start with "${key}".`, 'Give more of the key.'];
  throw new Refused([misuse('unknown-question', message, [hint])]);
}

/** The day on this machine: an answer is given by a person at a time, and no file is made of it. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
