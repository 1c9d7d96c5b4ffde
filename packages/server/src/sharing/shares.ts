/** Making, listing, taking back and opening links to reports, without HTTP. */
import {
  MAX_SHARES,
  type Share,
  type SharedAnswer,
  type SharedPathAnswer,
  type SharedPathQuestion,
  type SharedQuestion,
  type SharedReport,
  type ShareInput,
  type SharePath,
} from '@goalpost/contract/management';
import { RETENTION_MODES, RETENTION_UNITS } from '@goalpost/contract/reports/retention';
import { randomUUID } from 'node:crypto';
import { displayName } from '../goals/index.ts';
import type { Clock } from '../kit/clock.ts';
import type { EndpointContext } from '../kit/endpoint.ts';
import { createSlidingLimit } from '../kit/limits/rate-limit.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import type { StatDeps } from '../query/index.ts';
import { askedOnce, inputFault } from './making.ts';
import { answerPath } from './path.ts';
import { answerOf } from './answer.ts';
import type { ShareRecord, ShareStore } from './port.ts';
import { questionOf, reportsOf } from './question.ts';
import { cookieOf, keyIn, SHARED_DOORS } from './cookie.ts';
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

/** `ym:s:goal12reaches` and its like. */
const GOAL_METRIC = /^ym:s:goal(\d+)[a-z]/i;

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
      is_part: share.filters !== '',
      period: share.period,
      columns: await columnsOf(share),
      sort: share.sort,
      levels: [...share.levels],
      sides: share.sides && {
        a: share.sides.a.name,
        b: share.sides.b.name,
        days_b: share.sides.days_b,
      },
      path: share.path && shownPath(share.path),
    };
  }

  /** With the names of the goals that the link shows, and of no others. */
  async function columnsOf({ counterId, metrics }: ShareRecord): Promise<SharedReport['columns']> {
    const goals = metrics.length === 0 ? [] : await deps.goals.list(counterId, false);
    return metrics.map((metric) => {
      const number = GOAL_METRIC.exec(metric)?.[1];
      const goal = goals.find(({ id }) => String(id) === number);
      const names = goal && { en: displayName(goal, 'en'), ru: displayName(goal, 'ru') };
      return { metric, goal: names ?? null };
    });
  }

  return {
    list: async (counterId: number): Promise<Share[]> => (await shares.list(counterId)).map(shareView),

    async make(counterId: number, input: ShareInput, accountId: string, context: Asking) {
      const { password, ...rest } = input;
      const fault = inputFault(input);
      if (fault !== null) return fault;
      const { token, hash } = newToken();
      const share: ShareRecord = {
        ...rest,
        id: randomUUID(),
        counterId,
        passwordHash: password === null ? '' : await hashPassword(password),
        createdBy: accountId,
        createdAt: clock.now(),
      };
      const refused = await askedOnce(deps, share, token, context);
      if (refused !== null) return refused;
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
      return isProblem(share) || key === '' ? null : cookieOf(share, key, new URL(deps.linkTo(SHARED_DOORS)));
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
      return answerOf(deps, share, { asked, raw }, onlyOf(share, signal));
    },

    async askPath(asked: SharedPathQuestion, signal: AbortSignal): Promise<SharedPathAnswer | Problem> {
      const share = await opened(asked.token, asked.key);
      return isProblem(share) ? share : answerPath(deps, share, asked, onlyOf(share, signal));
    },
  };
}

const LOCKED: SharedReport = {
  needs_password: true,
  key: '',
  site: '',
  currency: '',
  today: '',
  reports: [],
  is_part: false,
  period: null,
  columns: [],
  sort: '',
  levels: [],
  sides: null,
  path: null,
};

/** Of its steps guests get the words that they were given, and what the answer is read by. */
function shownPath({ kind, question, labels, people }: SharePath): NonNullable<SharedReport['path']> {
  return {
    kind,
    labels: [...labels],
    unit: RETENTION_UNITS.find((unit) => unit === question['unit']) ?? 'week',
    mode: RETENTION_MODES.find((mode) => mode === question['mode']) ?? 'calendar',
    people,
  };
}

const shareView = (share: ShareRecord): Share => {
  const {
    id,
    report,
    name,
    filters,
    period,
    attribution,
    metrics,
    sort,
    levels,
    sides,
    path,
    passwordHash,
    createdAt,
  } = share;
  return {
    id,
    report,
    name,
    filters,
    period,
    attribution,
    metrics: [...metrics],
    sort,
    levels: [...levels],
    sides,
    path,
    has_password: passwordHash !== '',
    create_time: new Date(createdAt).toISOString(),
  };
};

const todayIn = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
