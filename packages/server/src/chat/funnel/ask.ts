/** The chat's funnel [M19]–[M24]: figures of reports and what the chat kept, put together. */
import type { ChatFunnel } from '@goalpost/contract/chat';
import type { EndpointContext } from '../../kit/endpoint.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { createLocalTime } from '../../kit/dates/local-time.ts';
import { createSums, type Sums } from '../../kit/sums.ts';
import {
  aboutSums,
  askTable,
  leavingOut,
  understand,
  type Question,
  type StatDeps,
  addDays,
  type RawParams,
  type Plan,
  run,
} from '../../query/index.ts';
import { chatGoals } from './chat-goals.ts';
import { compileRevenue, compileRobots, type Since } from './compile.ts';
import type { FunnelConversation, FunnelRecords } from './port.ts';

export interface FunnelDeps extends StatDeps {
  readonly records: FunnelRecords;
}

/** Visitors asked for in one query; they travel in its address. */
const CHUNK = 1_000;
const LAST_NUMBER = 2n ** 64n - 1n;

type Context = Pick<EndpointContext, 'authorise' | 'signal'>;

/** @param days `date1` and `date2` as reports take them */
export async function askFunnel(
  deps: FunnelDeps,
  counterId: number,
  days: RawParams,
  context: Context,
): Promise<ChatFunnel | Problem> {
  const ids = chatGoals(await deps.goals.list(counterId, false));
  const metrics = ['ym:s:users', ...ids.map((id) => `ym:s:goal${id}reaches`)].join(',');
  const question = await understand(deps, { ...days, ids: String(counterId), metrics }, context);
  if (isProblem(question)) return question;
  const { plan } = question;
  const [report, chat, all] = await Promise.all([
    // Conversations and revenue of these days are not summed: nothing of them is.
    askTable(deps, { ...question, plan: { ...plan, marks: [] } }, context),
    chatFigures(deps, plan, counterId, context),
    revenue(deps, plan, context),
  ]);
  if (isProblem(report)) return report;
  if (isProblem(chat)) return chat;
  if (isProblem(all)) return all;
  const theirs = await revenueSince(deps, plan, chat.conversations, context);
  if (isProblem(theirs)) return theirs;
  const [visitors = 0, ...reaches] = report.totals.map((total) => total ?? 0);
  return {
    date1: plan.from,
    date2: plan.to,
    currency: plan.currency,
    visitors,
    invited: chat.invited,
    conversations: chat.conversations.length,
    conversing: new Set(chat.conversations.map(({ visitor }) => visitor)).size,
    goals: reaches.reduce((sum, one) => sum + one, 0),
    goal_ids: ids,
    revenue: theirs.of(plan.currency),
    other_revenue: theirs.others(plan.currency),
    revenue_of_all: all.of(plan.currency),
    other_revenue_of_all: all.others(plan.currency),
    ...aboutSums(leavingOut(plan, 'rows', ['visits'])),
  };
}

/** What the chat counted, without those who came as robots only. */
async function chatFigures(
  { olap, records }: FunnelDeps,
  plan: Plan,
  counterId: number,
  { signal }: Context,
) {
  const { from, before } = instantsOf(plan);
  const [invited, conversations] = await Promise.all([
    records.invited(counterId, from, before),
    records.conversations(counterId, from, before),
  ]);
  if (plan.robots || invited.length + conversations.length === 0) {
    return { invited: invited.length, conversations };
  }
  const found = await run<{ visitor: string }>(olap, compileRobots(plan), signal);
  if (isProblem(found)) return found;
  const robots = new Set(found.map(({ visitor }) => visitor));
  return {
    invited: invited.filter((visitor) => !robots.has(visitor)).length,
    conversations: conversations.filter(({ visitor }) => !robots.has(visitor)),
  };
}

/** The period's days as instants: from the first on, before the second. */
function instantsOf({ zone, from, to }: Question['plan']): { from: number; before: number } {
  const local = createLocalTime(zone.intl);
  return { from: local.startOfDay(from), before: local.startOfDay(addDays(to, 1)) };
}

interface RevenueRow {
  readonly currency: string;
  readonly millionths: string;
}

async function revenue(
  { olap }: FunnelDeps,
  plan: Plan,
  { signal }: Context,
  only?: readonly Since[],
): Promise<Sums | Problem> {
  const rows = await run<RevenueRow>(olap, compileRevenue(plan, only), signal);
  if (isProblem(rows)) return rows;
  const sums = createSums();
  for (const { currency, millionths } of rows) sums.add(currency, BigInt(millionths));
  return sums;
}

async function revenueSince(
  deps: FunnelDeps,
  plan: Plan,
  conversations: readonly FunnelConversation[],
  context: Context,
): Promise<Sums | Problem> {
  const list = firstSeconds(conversations);
  const sums = createSums();
  for (let start = 0; start < list.length; start += CHUNK) {
    const part = await revenue(deps, plan, context, list.slice(start, start + CHUNK));
    if (isProblem(part)) return part;
    sums.addAll(part);
  }
  return sums;
}

/** Times of reaches are whole seconds: one in the second of the message follows it. */
function firstSeconds(conversations: readonly FunnelConversation[]): Since[] {
  const first = new Map<string, number>();
  for (const { visitor, at } of conversations) {
    // No visitor has a number that the store cannot hold.
    if (BigInt(visitor) > LAST_NUMBER) continue;
    const second = Math.floor(at / 1_000);
    first.set(visitor, Math.min(second, first.get(visitor) ?? second));
  }
  return [...first].map(([visitor, second]) => ({ visitor, second }));
}
