/** A browser that tries goals out: its hits as a tag sends them, and what its owner changes. */
import { newVisitorId, reach, sendHit } from '../path/wire.ts';
import type { Stage } from './stage.ts';

const SITE = 'https://shop.example';

export interface TestedBrowser {
  readonly counter: number;
  /** From here on its landing page is that of the link. */
  opens(link: string): void;
  /** Views the landing page, on its own site or on another one. */
  land(site?: string): Promise<void>;
  view(path: string): Promise<void>;
  link(url: string): Promise<void>;
  /** @param secondsAgo how long ago it happened; hits of one second count once [G7] */
  event(identifier: string, secondsAgo?: number, agent?: string): Promise<void>;
  /** Two of one second, whatever time sending takes. */
  twice(identifier: string, secondsAgo: number): Promise<void>;
  makeGoal(goal: Record<string, unknown>): Promise<void>;
  removeGoals(): Promise<void>;
  switchOff(vendor: string): Promise<void>;
}

export async function testedBrowser(
  { server, api }: Pick<Stage, 'server' | 'api'>,
  settings: Record<string, unknown> = {},
  goals: readonly Record<string, unknown>[] = [],
): Promise<TestedBrowser> {
  const counter = await api.createCounter(settings);
  const goalsPath = `/management/v1/counter/${counter}/goals`;
  const browser = { counter, visitor: newVisitorId() };
  const state = { link: '' };
  const send = async (hit: Omit<Parameters<typeof sendHit>[1], 'counter' | 'visitor'>) =>
    void (await (await sendHit(server.url, { ...browser, ...hit })).arrayBuffer());
  const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;
  const makeGoal = async (goal: Record<string, unknown>): Promise<void> => {
    const { status, body } = await api.call('POST', goalsPath, { goal });
    if (status !== 200) throw new Error(`no goal: ${JSON.stringify(body)}`);
  };
  const reachAt = async (identifier: string, et: number, agent?: string): Promise<void> => {
    const hit = { ...browser, et, ...(agent !== undefined && { agent }) };
    await (await reach(server.url, hit, identifier)).arrayBuffer();
  };
  for (const goal of goals) await makeGoal(goal);
  return {
    counter,
    makeGoal,
    opens: (link) => void (state.link = link),
    land: (site = SITE) => send({ pageUrl: state.link.replace(SITE, site), et: ago(20) }),
    view: (path) => send({ pageUrl: SITE + path }),
    link: (url) => send({ kind: 'ln:1', pageUrl: url, pageRef: `${SITE}/` }),
    event: (identifier, secondsAgo = 0, agent?) => reachAt(identifier, ago(secondsAgo), agent),
    twice: async (identifier, secondsAgo) => {
      const et = ago(secondsAgo);
      await reachAt(identifier, et);
      await reachAt(identifier, et);
    },
    removeGoals: async () => {
      for (const { id } of await api.goals(counter))
        await api.call('DELETE', `/management/v1/counter/${counter}/goal/${id}`);
    },
    switchOff: async (vendor) =>
      void (await api.call('PUT', `/api/v1/counters/${counter}/vendors/${vendor}`, { on: false })),
  };
}
