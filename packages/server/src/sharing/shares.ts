/** Making, listing, taking back and opening links to reports, without HTTP. */
import {
  MAX_SHARES,
  type Share,
  type SharedAnswer,
  type SharedQuestion,
  type SharedReport,
  type ShareInput,
} from '@goalpost/contract/management';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../kit/clock.ts';
import type { EndpointContext } from '../kit/endpoint.ts';
import { createSlidingLimit } from '../kit/limits/rate-limit.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import { askChart, askDrilldown, understand, type StatDeps } from '../query/index.ts';
import type { ShareRecord, ShareStore } from './port.ts';
import { questionOf, reportsOf } from './question.ts';
import { cookieOf, keyIn } from './cookie.ts';
import { createKeys, hashOf, hashPassword, isPassword, newToken } from './secrets.ts';

export interface ShareDeps extends StatDeps {
  readonly shares: ShareStore;
  /** The server's own. */
  readonly secret: string;
  readonly clock: Clock;
  linkTo(path: string): string;
}

/** Wrong passwords that one link takes [A34]. */
const TRIES = 10;
const TRIES_MS = 15 * 60_000;

type Asking = Pick<EndpointContext, 'authorise' | 'signal'>;

const NO_SUCH_LINK = problem('not_found', 'This link does not exist, or was taken back.', 'token');
const NEEDS_PASSWORD = problem('access_denied', 'This link needs its password.', 'password');

/** The counter that the link shows, and no other one. */
const onlyOf = ({ counterId }: ShareRecord, signal: AbortSignal): Asking => ({
  signal,
  authorise: async (id, needed) => (id === counterId && needed === 'view' ? null : NO_SUCH_LINK),
});

export function createShares(deps: ShareDeps) {
  const { shares, clock } = deps;
  const keys = createKeys(deps.secret);
  const tries = createSlidingLimit(TRIES, TRIES_MS, clock);

  async function find(token: string): Promise<ShareRecord | Problem> {
    const share = await shares.byHash(hashOf(token));
    if (share === null) return NO_SUCH_LINK;
    const counter = await deps.counters.get(share.counterId);
    return counter?.status === 'Active' ? share : NO_SUCH_LINK;
  }

  /** The link, where its password was given or it has none. */
  async function opened(token: string, key: string | undefined): Promise<ShareRecord | Problem> {
    const share = await find(token);
    if (isProblem(share) || share.passwordHash === '') return share;
    return keys.opens(share, key ?? '', clock.now()) ? share : NEEDS_PASSWORD;
  }

  async function shown(
    share: ShareRecord,
    key = share.passwordHash === '' ? '' : keys.make(share, clock.now()),
  ): Promise<SharedReport> {
    const counter = await deps.counters.get(share.counterId);
    return {
      needs_password: false,
      key,
      site: counter?.site ?? '',
      currency: counter?.currency ?? '',
      today: todayIn(counter?.timeZone ?? 'UTC', clock.now()),
      reports: reportsOf(share).map(({ id }) => id),
      period: share.period,
    };
  }

  return {
    list: async (counterId: number): Promise<Share[]> => (await shares.list(counterId)).map(shareView),

    async make(counterId: number, input: ShareInput, accountId: string, context: Asking) {
      const { password, ...rest } = input;
      if (reportsOf(input).length === 0)
        return problem('invalid_parameter', 'There is no such report.', 'share.report');
      const { token, hash } = newToken();
      const share: ShareRecord = {
        ...rest,
        id: randomUUID(),
        counterId,
        passwordHash: password === null ? '' : await hashPassword(password),
        createdBy: accountId,
        createdAt: clock.now(),
      };
      // What the link will ask is asked for once, so that a fault is told now and here.
      for (const { id } of reportsOf(share)) {
        const raw = questionOf(share, { ...FIRST_QUESTION, parent: [], token, report: id });
        const question = isProblem(raw) ? raw : await understand(deps, raw, context);
        if (isProblem(question)) return question;
        if (question.plan.having.length > 0)
          return problem(
            'invalid_parameter',
            'A link is restricted by visits, not by metrics.',
            'share.filters',
          );
      }
      if (!(await shares.add(share, hash)))
        return problem('limit_exceeded', `A counter has at most ${MAX_SHARES} shared links.`);
      return { share: shareView(share), token, url: deps.linkTo(`/s/${token}`) };
    },

    async remove(counterId: number, id: string): Promise<Problem | null> {
      return (await shares.remove(counterId, id))
        ? null
        : problem('not_found', 'There is no such link.', 'shareId');
    },

    /** What the link shows. Before its password it says nothing but that it needs one. */
    async look(token: string, cookies = ''): Promise<SharedReport | Problem> {
      const share = await find(token);
      if (isProblem(share)) return share;
      if (share.passwordHash === '') return shown(share);
      // The same key again: looking makes the twelve hours no longer.
      const key = keyIn(cookies, share);
      return keys.opens(share, key, clock.now()) ? shown(share, key) : LOCKED;
    },

    /** The cookie by which a link that was opened stays open where it was opened [M146]. */
    async cookieFor(token: string, { key }: SharedReport): Promise<string | null> {
      const share = await find(token);
      const isSecure = deps.linkTo('/').startsWith('https:');
      return isProblem(share) || key === '' ? null : cookieOf(share, key, isSecure);
    },

    async unlock(token: string, password: string): Promise<SharedReport | Problem> {
      const share = await find(token);
      if (isProblem(share)) return share;
      if (share.passwordHash === '') return shown(share);
      const attempt = tries(share.id);
      if (attempt === null)
        return problem(
          'quota_requests_by_uid',
          'There were too many wrong passwords. Try again in a quarter of an hour.',
          'password',
        );
      if (!(await isPassword(password, share.passwordHash)))
        return problem('access_denied', 'The password is wrong.', 'password');
      attempt.giveBack();
      return shown(share);
    },

    async ask(asked: SharedQuestion, signal: AbortSignal): Promise<SharedAnswer | Problem> {
      const share = await opened(asked.token, asked.key);
      if (isProblem(share)) return share;
      const raw = questionOf(share, asked);
      if (isProblem(raw)) return raw;
      const context = onlyOf(share, signal);
      const question = await understand(deps, raw, context);
      if (isProblem(question)) return question;
      const { from: date1, to: date2 } = question.plan;
      if (asked.what === 'chart') {
        const chart = await askChart(deps, question, context);
        if (isProblem(chart)) return chart;
        const rows = chart.time_intervals.map(([begin], index) => ({
          id: begin,
          name: begin,
          metrics: [chart.totals[0]?.[index] ?? null],
          expand: false,
        }));
        return { date1, date2, rows, totals: [], total_rows: rows.length };
      }
      const level = await askDrilldown(deps, question, context);
      if (isProblem(level)) return level;
      // The echo of the question stays behind: it would tell the filters.
      return {
        date1,
        date2,
        rows: level.data.map(({ dimension: { id = null, name }, metrics, expand }) => ({
          id: id ?? name,
          name,
          metrics,
          expand,
        })),
        totals: level.totals,
        total_rows: level.total_rows,
      };
    },
  };
}

const FIRST_QUESTION = { what: 'rows', group: 'day', offset: 1, lang: 'en' } as const;

const LOCKED: SharedReport = {
  needs_password: true,
  key: '',
  site: '',
  currency: '',
  today: '',
  reports: [],
  period: null,
};

const shareView = (share: ShareRecord): Share => {
  const { id, report, name, filters, period, attribution, passwordHash, createdAt } = share;
  return {
    id,
    report,
    name,
    filters,
    period,
    attribution,
    has_password: passwordHash !== '',
    create_time: new Date(createdAt).toISOString(),
  };
};

const todayIn = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
