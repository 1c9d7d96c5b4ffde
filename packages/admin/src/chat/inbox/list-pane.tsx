/** The list of conversations with its filters; j and k go through it. */
import { Button, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useSettingsOf } from '../api/settings-of.ts';
import { useDeskState } from '../client-scope.tsx';
import { usePlace } from '../place.ts';
import { departmentName } from '../ui/departments.ts';
import { useLoneEscape } from '../use-lone-escape.ts';
import { useNow } from '../use-now.ts';
import { whyEmpty } from './empty-list.ts';
import { EmptyListNote } from './empty-list-note.tsx';
import { listFor, SHOWS, waitingByShow, type Show } from './filters.ts';
import { DepartmentFilter } from './department-filter.tsx';
import { ListRow } from './list-row.tsx';
import { USUAL_WAITING } from './waiting.ts';
import { useHasClosed } from './use-has-closed.ts';
import { useOlder } from './use-older.ts';

/** Of more counters than these an operator sees the usual waiting limits, and no departments. */
const MAX_ASKED = 50;

export function ListPane() {
  const { t } = useTranslation();
  const { counterId, search, go } = usePlace();
  const show: Show = search.show ?? 'all';
  const conversations = useDeskState((state) => state.conversations);
  const me = useDeskState((state) => state.me);
  const counters = useDeskState((state) => state.counters);
  const scope = { counterId, department: search.department ?? null };
  const list = listFor(conversations.values(), show, me, scope);
  const hasClosed = useHasClosed();
  const waiting = waitingByShow(conversations.values(), me, scope);
  const here = counterId === null ? counters : [counterId];
  const older = useOlder(show === 'closed' ? 'closed' : 'open', here);
  const settingsOf = useSettingsOf(here.slice(0, MAX_ASKED));
  const now = useNow(1_000);
  const open = (conversation: string): void => go('inbox', { ...search, conversation });
  const step = (by: number): void => {
    const at = list.findIndex(({ id }) => id === search.conversation);
    const next = list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + by))];
    if (next !== undefined) open(next.id);
  };
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ]);
  useLoneEscape(() => {
    if (search.conversation !== undefined) go('inbox', { ...search, conversation: undefined });
  });
  return (
    <section className="gp-inbox-list" aria-label={t('chat.inbox.list')}>
      <SegmentedControl
        fullWidth
        size="xs"
        className="gp-inbox-shows"
        aria-label={t('chat.inbox.shows')}
        value={show}
        onChange={(value) => go('inbox', { ...search, show: SHOWS.find((known) => known === value) })}
        data={SHOWS.map((name) => ({
          value: name,
          label: (
            <span className="gp-inbox-show">
              <span>{t(`chat.inbox.show.${name}`)}</span>
              {waiting[name] > 0 && (
                <span className="gp-count" data-loud aria-hidden="true">
                  {waiting[name]}
                </span>
              )}
            </span>
          ),
        }))}
      />
      <DepartmentFilter counters={here.slice(0, MAX_ASKED)} settingsOf={settingsOf} />
      {list.length === 0 && !older.isFetching ? (
        <EmptyListNote
          why={whyEmpty({ views: [...conversations.values()], show, me, scope, hasClosed })}
          show={show}
        />
      ) : (
        <ul className="gp-inbox-rows" aria-label={t('chat.inbox.list')}>
          {list.map((view) => (
            <ListRow
              key={view.id}
              view={view}
              chosen={view.id === search.conversation}
              mine={view.assignedTo?.id === me?.id}
              showCounter={counterId === null && counters.length > 1}
              limits={settingsOf(view.counterId)?.waiting ?? USUAL_WAITING}
              department={departmentName(settingsOf(view.counterId), view)}
              now={now}
              onOpen={() => open(view.id)}
            />
          ))}
        </ul>
      )}
      {older.hasMore && (
        <Button variant="subtle" color="gray" size="xs" loading={older.isFetching} onClick={older.more}>
          {t('chat.inbox.older')}
        </Button>
      )}
    </section>
  );
}
