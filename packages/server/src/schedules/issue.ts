/** One issue of a scheduled report: a letter with the table, the file and the chart. */
import type { ScheduleInput } from '@goalpost/contract/notices';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { isProblem, type Problem } from '../kit/problem.ts';
import { askChart, askFile, understand, type RawParams, type StatDeps } from '../query/index.ts';
import { displayName } from '../goals/index.ts';
import { htmlOf, textOf, type Attachment, type LetterBody, type Message } from '../notify/index.ts';
import type { Issue } from './calendar.ts';
import { cellWriter } from './cells.ts';
import { chartSvg, draw, type DrawnReport } from './drawing/draw.ts';
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
/** Of the letter and the picture, the totals among them. */
const ROWS_SHOWN = 21;
/** Of the pages: what a person may leaf through. */
const ROWS_OF_PDF = 501;

/** What a schedule asks, for any days. */
export function questionOf(
  { report, metrics, levels, filters, segment, language }: ScheduleInput,
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
    ...(levels.length === 0 ? {} : { dimensions: levels.join() }),
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
  const { language, format, picture } = settings;
  // The server asks for itself: the person who set the schedule may see the counter.
  const context = { authorise: async () => null, signal };
  const raw = questionOf(settings, counterId, issue);
  const file = await askFile(deps, raw, context, format);
  if (isProblem(file)) return file;
  const goals = new Map(
    (await deps.goals.list(counterId, false)).map((goal) => [goal.id, displayName(goal, language)]),
  );
  const chart = await chartOf(deps, raw, file.metrics[0] ?? '', context);
  if (isProblem(chart)) return chart;
  const words = WORDS[language];
  const [names = [], ...rows] = file.lines;
  const write = cellWriter(names, language, file.currency);
  const title = settings.name === '' ? titleOf(settings) : settings.name;
  const days = issue.date1 === issue.date2 ? issue.date1 : `${issue.date1} – ${issue.date2}`;
  const subject = `${site}: ${title}, ${days}`;
  const head = columnNames(names, language, goals);
  const part = settings.filters === '' && settings.segment === '' ? '' : words.part;
  const said = [part, ...file.notes].filter((text) => text !== '');
  const more = (shown: number): string => (rows.length > shown ? words.more(shown - 1, rows.length - 1) : '');
  const shown = (most: number): Pick<DrawnReport, 'rows' | 'more'> => ({
    rows: rows.slice(0, most).map(write),
    more: more(most),
  });
  const body: LetterBody = {
    language,
    lead: `${title}\n${days}`,
    messages: [],
    facts: [],
    table: { head, rows: shown(ROWS_SHOWN).rows },
    button: { text: words.open, url },
    foot: [...[more(ROWS_SHOWN), ...said].filter((text) => text !== ''), words.foot],
  };
  const drawn = {
    language,
    site,
    title,
    days: words.days(issue),
    chart,
    head,
    names: file.dimensions,
    foot: said.join('\n'),
  };
  const pictures: Record<typeof picture, () => Promise<Attachment[]>> = {
    svg: async () => (chart === null ? [] : [attached('chart.svg', 'image/svg+xml', Buffer.from(chart))]),
    png: async () => [
      attached('report.png', 'image/png', await draw('png', { ...drawn, ...shown(ROWS_SHOWN) }, signal)),
    ],
    pdf: async () => [
      attached(
        'report.pdf',
        'application/pdf',
        await draw('pdf', { ...drawn, ...shown(ROWS_OF_PDF) }, signal),
      ),
    ],
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
    attachments: [attached(file.name, file.type, file.bytes), ...(await pictures[picture]())],
  };
}

const attached = (name: string, type: string, bytes: Buffer): Attachment => ({
  name,
  type,
  bytes: bytes.toString('base64'),
});

/** By days, of the first column, within the rows of the table; one day has no line to draw. */
async function chartOf(
  deps: StatDeps,
  raw: RawParams,
  metric: string,
  context: Parameters<typeof understand>[2],
): Promise<string | null | Problem> {
  const { limit: _limit, metrics: _metrics, ...within } = raw;
  if (raw['date1'] === raw['date2']) return null;
  const question = await understand(
    deps,
    { ...within, metrics: metric, group: 'day', top_keys: '1' },
    context,
  );
  if (isProblem(question)) return question;
  const chart = await askChart(deps, question, context);
  if (isProblem(chart)) return chart;
  const language = raw['lang'] === 'ru' ? 'ru' : 'en';
  const [name = ''] = columnNames([metric], language);
  const points = chart.time_intervals.map(([day], at) => ({
    day: day.slice(0, 10),
    value: chart.totals[0]?.[at] ?? null,
  }));
  return chartSvg(name, points, language);
}

function titleOf({ report, language }: ScheduleInput): string {
  const entry = REPORTS.find(({ id }) => id === report);
  return entry === undefined ? report : entry.title[language];
}
