/** One issue of a scheduled report: a letter with the table, the file and the chart. */
import type { ScheduleInput } from '@goalpost/contract/notices';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { isProblem, type Problem } from '../kit/problem.ts';
import { askChart, askFile, understand, type RawParams, type StatDeps } from '../query/index.ts';
import { htmlOf, textOf, type Attachment, type LetterBody, type Message } from '../notify/index.ts';
import type { Issue } from './calendar.ts';
import { chartSvg } from './chart-svg.ts';
import { columnNames, WORDS } from './words.ts';

export interface IssueOf {
  readonly counterId: number;
  readonly site: string;
  readonly scheduleId: string;
  readonly settings: ScheduleInput;
  readonly url: string;
}

/** Of the file. */
const ROWS = 1_000;
/** Of the letter, the totals among them. */
const ROWS_SHOWN = 21;

/** What a schedule asks, for any days. */
export function questionOf(
  { report, metrics, filters, segment, language }: ScheduleInput,
  counterId: number,
  { date1, date2 }: Pick<Issue, 'date1' | 'date2'>,
): RawParams {
  return {
    ids: String(counterId),
    preset: report,
    date1,
    date2,
    lang: language,
    limit: String(ROWS),
    ...(metrics === '' ? {} : { metrics }),
    ...(filters === '' ? {} : { filters }),
    ...(segment === '' ? {} : { segment }),
  };
}

export async function makeIssue(
  deps: StatDeps,
  { counterId, site, scheduleId, settings, url }: IssueOf,
  issue: Issue,
  signal: AbortSignal,
): Promise<Message | Problem> {
  const { language, format } = settings;
  // The server asks for itself: the person who set the schedule may see the counter.
  const context = { authorise: async () => null, signal };
  const raw = questionOf(settings, counterId, issue);
  const file = await askFile(deps, raw, context, format);
  if (isProblem(file)) return file;
  const chart = await chartOf(deps, raw, file.metrics[0] ?? '', context);
  if (isProblem(chart)) return chart;
  const words = WORDS[language];
  const [, ...rows] = file.lines;
  const head = columnNames(file.lines[0] ?? [], language);
  const title = settings.name === '' ? titleOf(settings) : settings.name;
  const days = issue.date1 === issue.date2 ? issue.date1 : `${issue.date1} – ${issue.date2}`;
  const subject = `${site}: ${title}, ${days}`;
  const body: LetterBody = {
    language,
    lead: `${title}\n${days}`,
    messages: [],
    facts: [],
    table: { head, rows: rows.slice(0, ROWS_SHOWN).map((row) => row.map((cell) => words.cell(cell))) },
    button: { text: words.open, url },
    foot: [...(rows.length > ROWS_SHOWN ? [words.more(ROWS_SHOWN - 1, rows.length - 1)] : []), words.foot],
  };
  return {
    subject,
    text: textOf(body).trim(),
    html: htmlOf(subject, body),
    data: {
      event: 'report',
      counter_id: counterId,
      schedule: { id: scheduleId, report: settings.report },
      date1: issue.date1,
      date2: issue.date2,
      url,
    },
    attachments: [{ name: file.name, type: file.type, bytes: file.bytes.toString('base64') }, ...chart],
  };
}

/** By days, of the first column; one day has no line to draw. */
async function chartOf(
  deps: StatDeps,
  raw: RawParams,
  metric: string,
  context: Parameters<typeof understand>[2],
): Promise<Attachment[] | Problem> {
  const { preset: _preset, limit: _limit, metrics: _metrics, ...within } = raw;
  if (raw['date1'] === raw['date2']) return [];
  const question = await understand(deps, { ...within, metrics: metric, group: 'day' }, context);
  if (isProblem(question)) return question;
  const chart = await askChart(deps, question, context);
  if (isProblem(chart)) return chart;
  const language = raw['lang'] === 'ru' ? 'ru' : 'en';
  const [name = ''] = columnNames([metric], language);
  const points = chart.time_intervals.map(([day], at) => ({
    day: day.slice(0, 10),
    value: chart.totals[0]?.[at] ?? null,
  }));
  const svg = chartSvg(name, points, language);
  return [{ name: 'chart.svg', type: 'image/svg+xml', bytes: Buffer.from(svg).toString('base64') }];
}

function titleOf({ report, language }: ScheduleInput): string {
  const entry = REPORTS.find(({ id }) => id === report);
  return entry === undefined ? report : entry.title[language];
}
