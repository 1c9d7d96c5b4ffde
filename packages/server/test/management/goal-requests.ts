/** For tests: bodies and addresses of goal requests, and what comes of them. */
import type { ManagementApi } from './management-api.ts';

/** A goal of one event. */
export function action(identifier: string, rest: Record<string, unknown> = {}) {
  const name = `On ${identifier}`.slice(0, 255);
  return { goal: { name, type: 'action', conditions: [{ type: 'exact', url: identifier }], ...rest } };
}

/** A goal of steps with one exact condition each. */
export function funnel(...parts: readonly (readonly [type: string, value: string])[]) {
  const steps = parts.map(([type, url], index) => ({
    name: String(index),
    type,
    conditions: [{ type: 'exact', url }],
  }));
  return { goal: { name: 'Funnel', type: 'step', steps } };
}

export interface GoalRequests {
  readonly counter: number;
  /** Path of the list. */
  readonly all: string;
  one(goalId: number | null): string;
  /** @returns the new goal's id @throws if it is refused */
  make(body: unknown): Promise<number>;
  /** Ids of the standing goals. */
  listed(): Promise<number[]>;
  /** Status, then kind and field of each fault of a refused request. */
  refusal(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<(number | string)[]>;
}

/** Requests about the goals of a new counter. */
export async function newGoalRequests(api: ManagementApi): Promise<GoalRequests> {
  const counter = await api.makeCounter();
  const all = `/counter/${counter}/goals`;
  return {
    counter,
    all,
    one: (goalId) => `/counter/${counter}/goal/${goalId}`,
    async make(body) {
      const answer = await api.call('POST', all, body);
      if (answer.status !== 200) throw new Error(`no goal: ${JSON.stringify(answer.body)}`);
      return answer.body.goal.id;
    },
    listed: async () => (await api.call('GET', all)).body.goals.map(({ id }) => id),
    async refusal(method, path, body) {
      const { status, body: answer } = await api.call(method, path, body);
      return [status, ...answer.errors.map(({ error_type, location }) => `${error_type} ${location}`)];
    },
  };
}
