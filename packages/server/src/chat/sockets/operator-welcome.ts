/** What a console is told when it comes: its counters, their open conversations, and who is on the site. */
import type { Person } from '@goalpost/contract/chat';
import type { Permission } from '../../kit/endpoint.ts';
import { ownName } from '../operators/operator-name.ts';
import { personView, viewFor } from '../presence/index.ts';
import { conversationView } from '../conversation/view.ts';
import type { OperatorConsole, OperatorDeps } from './operator-console.ts';

type WelcomeDeps = Pick<
  OperatorDeps,
  'audiences' | 'store' | 'ownViews' | 'people' | 'presence' | 'personFacts' | 'access' | 'roster'
>;

/** Open conversations that a console begins with; older ones are asked for over HTTP. */
const CONVERSATIONS = 500;
/** People of one frame. */
export const PEOPLE_PAGE = 500;

export async function operatorWelcome(core: WelcomeDeps, console: OperatorConsole): Promise<void> {
  const counterIds = [...console.counters()];
  const rights = new Map(counterIds.map((id) => [id, console.roleOn(id) ?? 'view'] as const));
  const open = await core.store.conversations({
    counterIds,
    state: 'open',
    limit: CONVERSATIONS,
    ...(await core.audiences.hiddenFrom(console.accountId, rights)),
  });
  const own = await core.ownViews.forAccount(console.caller.accountId, open);
  const views = await Promise.all(
    open.map(async (one) => conversationView(one, await core.people.byId(one.personId), own(one))),
  );
  const [first = [], ...rest] = peoplePages(core, rights);
  const { accountId, login } = console.caller;
  const name = await ownName(core.access, accountId, login);
  console.send({
    type: 'welcome',
    me: { id: accountId, name, online: !core.roster.isAway(accountId) },
    counters: counterIds,
    conversations: views,
    people: first,
  });
  for (const page of rest) {
    for (const [counterId, changed] of byCounter(page))
      console.send({ type: 'people', counterId, changed, left: [] });
  }
}

function peoplePages(
  { presence, personFacts }: WelcomeDeps,
  rights: ReadonlyMap<number, Permission>,
): Person[][] {
  const all = [...rights].flatMap(([id, role]) =>
    [...presence.people(id)].map((entry) => viewFor(role, personView(entry, personFacts))),
  );
  return pagesOf(all);
}

export function pagesOf<T>(all: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let at = 0; at < all.length; at += PEOPLE_PAGE) pages.push(all.slice(at, at + PEOPLE_PAGE));
  return pages;
}

function byCounter(people: readonly Person[]): Map<number, Person[]> {
  return Map.groupBy(people, ({ counterId }) => counterId);
}
