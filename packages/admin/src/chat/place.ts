/** Where in the console one is, as it stands in the address; the same under `/chat` and under a counter. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCounterId } from '../counter/counter-scope.tsx';
import { SHOWS, type Show } from './inbox/filters.ts';
import { USERS_SORTS, type UsersSort } from './users/arrange.ts';
import { TALKS, type Talk } from './users/find-people.ts';

export const TABS = ['inbox', 'users', 'invitations'] as const;
export type Tab = (typeof TABS)[number];

export interface ConsoleSearch {
  readonly conversation?: string | undefined;
  readonly show?: Show | undefined;
  /** Id of the department that the list is narrowed to. */
  readonly department?: string | undefined;
  /** What Users is filtered by. */
  readonly find?: string | undefined;
  readonly talk?: Talk | undefined;
  /** How Users is sorted; absent: the newest on top. */
  readonly sort?: UsersSort | undefined;
  /** The rule being edited; `new` for one that is not there yet. */
  readonly rule?: string | undefined;
  /** A page that a new rule is to be for. */
  readonly page?: string | undefined;
  /** Of which counter rules are shown, where the address does not say. */
  readonly site?: string | undefined;
}

const ID = /^[\w-]{1,64}$/;
const id = (value: unknown): string | undefined =>
  typeof value === 'string' && ID.test(value) ? value : undefined;

export function readConsoleSearch(search: Record<string, unknown>): ConsoleSearch {
  const { find, page } = search;
  const read: ConsoleSearch = {
    conversation: id(search['conversation']),
    show: SHOWS.find((show) => show === search['show']),
    department: id(search['department']),
    find: typeof find === 'string' && find !== '' ? find.slice(0, 200) : undefined,
    talk: TALKS.find((talk) => talk === search['talk'] && talk !== 'any'),
    sort: USERS_SORTS.find((sort) => sort === search['sort']),
    rule: id(search['rule']),
    page: typeof page === 'string' && page !== '' ? page.slice(0, 2_048) : undefined,
    site: id(search['site']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

const EVERYWHERE = { inbox: '/chat', users: '/chat/users', invitations: '/chat/invitations' } as const;
const OF_COUNTER = {
  inbox: '/counter/$counterId/chat/inbox',
  users: '/counter/$counterId/chat/users',
  invitations: '/counter/$counterId/chat/invitations',
} as const;

export interface Place {
  /** Null: every counter the operator may use. */
  readonly counterId: number | null;
  readonly search: ConsoleSearch;
  /** Goes to a tab, with this much of the address's state. */
  go(tab: Tab, search?: ConsoleSearch, options?: { readonly replace?: boolean }): void;
}

export function usePlace(): Place {
  const counterId = useCounterId();
  const search = readConsoleSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    counterId,
    search,
    go: (tab, wanted = {}, { replace = false } = {}) => {
      if (counterId === null) void navigate({ to: EVERYWHERE[tab], search: wanted, replace });
      else
        void navigate({
          to: OF_COUNTER[tab],
          params: { counterId: String(counterId) },
          search: wanted,
          replace,
        });
    },
  };
}
