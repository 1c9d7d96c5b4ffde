/** One visitor who is really there. Hits as a page's tag sends them, and a connection as its chat keeps it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LEFT, TALKS, WRITERS } from './chat-talk.ts';
import { hitQuery } from './hit-query.ts';
import type { LiveSite } from './live-site.ts';
import { openTab, type LiveTab, type TabPage } from './live-tab.ts';
import { CHANNELS, ENTRANCES, INNER_PAGES, type ShopPage } from './people.ts';
import type { Chance } from './random.ts';
import { search, type Visitor } from './visits.ts';

export interface LiveDeps {
  readonly site: LiveSite;
  readonly chance: Chance;
  /** Milliseconds of one second of a visitor's life. */
  readonly secondMs: number;
  readonly signal: AbortSignal;
  /** Whether one more conversation may be begun. */
  mayWrite(): Promise<boolean>;
}

/** Seconds that a visitor waits for an answer before they look at the next page. */
const PATIENCE = 600;

/** Resolves when the visitor has left. */
export async function live(visitor: Visitor, writes: boolean, deps: LiveDeps): Promise<void> {
  const { site, chance, signal } = deps;
  const wait = (seconds: number): Promise<void> => pause(seconds * deps.secondMs, undefined, { signal });
  const hits = createHits(visitor, deps);
  const channel = chance.pick(CHANNELS);
  const entrance = chance.pick(ENTRANCES);
  let page = pageOf(site, entrance, search(chance, channel), channel.referrer);
  await hits.view(page);
  const answered = new AbortController();
  await using tab = await disposable(
    openTab(site, visitor, page, (event) => {
      if (event.type === 'message' && event.message.kind === 'operator') answered.abort();
    }),
  );
  if (writes) await talk(tab, wait, answered.signal, deps);
  for (let left = chance.between(2, 7); left > 0; left--) {
    await wait(chance.between(12, 55));
    page = pageOf(site, chance.pick(INNER_PAGES), '', page.url);
    await hits.view(page);
    tab.send({ type: 'page', page });
  }
  await wait(chance.between(12, 55));
}

/** Asks something, and thanks for the answer; writes what is to be left where no one is there. */
async function talk(
  tab: LiveTab,
  wait: (seconds: number) => Promise<void>,
  answered: AbortSignal,
  { chance, secondMs, signal, mayWrite }: LiveDeps,
): Promise<void> {
  await wait(chance.between(2, 6));
  if (!(await mayWrite())) return;
  const key = () => `demo-${randomUUID()}`;
  const contact = chance.pick(WRITERS);
  if (!tab.isOnline()) {
    tab.send({ type: 'offline', key: key(), text: chance.pick(LEFT), contact });
    return;
  }
  const { question, thanks } = chance.pick(TALKS);
  if (contact.name !== undefined) tab.send({ type: 'contact', contact });
  tab.send({ type: 'window', open: true });
  tab.send({ type: 'typing', text: question.slice(0, 12) });
  await wait(3);
  tab.send({ type: 'message', key: key(), text: question, fileId: null, department: null });
  await pause(PATIENCE * secondMs, undefined, { signal: AbortSignal.any([signal, answered]) }).catch(
    () => undefined,
  );
  signal.throwIfAborted();
  if (!answered.aborted) return;
  await wait(4);
  tab.send({ type: 'message', key: key(), text: thanks, fileId: null, department: null });
}

const pageOf = ({ origin }: LiveSite, page: ShopPage, query: string, referrer: string): TabPage => ({
  url: origin + page.path + query,
  title: page.title,
  referrer,
});

function createHits({ id, language, device }: Visitor, { site, chance, signal }: LiveDeps) {
  const hid = chance.between(1, 2 ** 29);
  let count = 0;
  return {
    async view({ url, title, referrer }: TabPage): Promise<void> {
      count++;
      const query = hitQuery(
        {
          kind: 'pv:1',
          pageUrl: url,
          referrer,
          title,
          visitor: { id, language, screen: device.screen },
          hid,
          count,
          at: Date.now(),
        },
        chance,
      );
      const address = `${site.server}/watch/${site.counterId}?${query.toString()}`;
      const answer = await fetch(address, { headers: { 'user-agent': device.agent }, signal });
      await answer.arrayBuffer();
    },
  };
}

async function disposable(opening: Promise<LiveTab>): Promise<LiveTab & AsyncDisposable> {
  const tab = await opening;
  return { ...tab, [Symbol.asyncDispose]: () => tab.close() };
}
