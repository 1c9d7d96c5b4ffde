/** One conversation in the list: who, what was said last, how long they wait. */
import type { ChatWaiting, ConversationView } from '@goalpost/contract/chat';
import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskState } from '../client-scope.tsx';
import { personKey } from '../client/state.ts';
import { useDuration } from '../ui/duration.ts';
import { givenName, useCounterName, useVisitorName } from '../ui/names.ts';
import { VisitorSign } from '../ui/visitor-sign.tsx';
import { lateness } from './filters.ts';

interface Props {
  readonly view: ConversationView;
  readonly chosen: boolean;
  readonly mine: boolean;
  readonly showCounter: boolean;
  readonly limits: ChatWaiting;
  /** Empty: none. */
  readonly department: string;
  readonly now: number;
  readonly onOpen: () => void;
}

export const ListRow = memo(Row, (before, after) => {
  const same = (['view', 'chosen', 'mine', 'showCounter', 'limits', 'department'] as const).every(
    (name) => before[name] === after[name],
  );
  // Those who wait are counted in seconds, the others in minutes.
  const unit = after.view.waitingSince === null ? 60_000 : 1_000;
  return same && Math.floor(before.now / unit) === Math.floor(after.now / unit);
});

function Row({ view, chosen, mine, showCounter, limits, department, now, onOpen }: Props) {
  const { t } = useTranslation();
  const visitorName = useVisitorName();
  const counterName = useCounterName();
  const here = useDeskState(
    (state) => state.people.get(personKey(view.counterId, view.visitor))?.online === true,
  );
  const typing = useDeskState((state) => state.typing.has(view.id));
  const name = visitorName(view.contact, view.visitor);
  const unread = view.state === 'open' ? view.unread : 0;
  const calls = view.state === 'open' && (view.calledAt ?? null) !== null;
  return (
    <li>
      <UnstyledButton
        className="gp-row"
        aria-current={chosen ? 'true' : undefined}
        data-unread={unread > 0 || calls}
        onClick={onOpen}
      >
        <VisitorSign visitor={view.visitor} name={givenName(view.contact)} here={here} />
        <span className="gp-row-words">
          <span className="gp-row-line">
            <span className="gp-row-name">{name}</span>
            <Since view={view} limits={limits} now={now} />
          </span>
          <span className="gp-row-line">
            <span className="gp-row-text">
              {typing ? <em className="gp-typing-word">{t('chat.inbox.typing')}</em> : view.lastText || '…'}
            </span>
            {unread > 0 && (
              <span className="gp-count" data-loud title={t('chat.inbox.unread', { count: unread })}>
                {unread}
              </span>
            )}
          </span>
          <RowFacts
            view={view}
            mine={mine}
            department={department}
            counter={showCounter ? counterName(view.counterId) : null}
          />
        </span>
      </UnstyledButton>
    </li>
  );
}

interface FactsProps {
  readonly view: ConversationView;
  readonly mine: boolean;
  readonly department: string;
  readonly counter: string | null;
}

function RowFacts({ view, mine, department, counter }: FactsProps) {
  const { t } = useTranslation();
  const facts = [
    ...(view.calledAt ? [t('chat.inbox.handed')] : []),
    ...(view.offline ? [t('chat.inbox.offline')] : []),
    ...(view.blocked ? [t('chat.inbox.blocked')] : []),
    ...(view.state === 'open' && view.assignedTo !== null && !mine ? [view.assignedTo.name] : []),
    ...(department === '' ? [] : [department]),
    ...view.tags,
    ...(counter === null ? [] : [counter]),
  ];
  return facts.length === 0 ? null : <span className="gp-row-facts">{facts.join(' · ')}</span>;
}

interface SinceProps {
  readonly view: ConversationView;
  readonly limits: ChatWaiting;
  readonly now: number;
}

/** Waiting time, or the time since the last message. */
function Since({ view, limits, now }: SinceProps) {
  const { t } = useTranslation();
  const duration = useDuration();
  if (view.waitingSince === null)
    return (
      <span className="gp-row-since" data-late="none">
        {duration(Math.max(0, now - view.lastMessageAt))}
      </span>
    );
  const waits = Math.max(0, now - view.waitingSince);
  return (
    <span
      className="gp-row-since gp-number"
      data-late={lateness(waits / 1_000, limits)}
      title={t('chat.inbox.waits', { time: duration(waits) })}
    >
      {duration(waits)}
    </span>
  );
}
