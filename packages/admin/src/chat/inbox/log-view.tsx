/** The log of a conversation, with its days, what is on its way, and what the visitor is typing. */
import type { ConversationView } from '@goalpost/contract/chat';
import { Skeleton } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { useDeskState } from '../client-scope.tsx';
import type { Log } from '../client/state.ts';
import { daysOf, localDay, sameBreath } from './days.ts';
import { MessageView } from './message-view.tsx';
import { OutgoingView } from './outgoing-view.tsx';
import { seenAt } from './seen.ts';
import { TypingLine } from './typing-line.tsx';

/** Nearer to the end than this, the log follows what comes. */
const NEAR_END = 120;

export function LogView({ view, log }: { readonly view: ConversationView; readonly log: Log }) {
  const { t } = useTranslation();
  const outbox = useDeskState((state) => state.outbox);
  const typing = useDeskState((state) => state.typing.get(view.id) ?? '');
  const told = useDeskState((state) => state.readTo.get(view.id) ?? 0);
  const seen = seenAt(log, view, told);
  const pending = outbox.filter((one) => one.conversationId === view.id);
  const place = useFollowing(`${log.length} ${pending.length} ${seen ?? ''} ${typing}`, pending.length);
  const days = daysOf(log);
  return (
    <div ref={place} className="gp-log" role="log" aria-label={t('chat.conversation.messages')} tabIndex={0}>
      {log.length === 0 && view.lastSeq > 0 && <LogSkeleton />}
      {days.map(({ day, messages }) => (
        <div key={day} className="gp-log-day">
          <DayLine day={day} />
          {messages.map((message, index) => (
            <MessageView
              key={message.seq}
              message={message}
              view={view}
              continued={sameBreath(messages[index - 1], message)}
              seen={message.seq === seen}
            />
          ))}
        </div>
      ))}
      {pending.map((one) => (
        <OutgoingView key={one.key} outgoing={one} />
      ))}
      <TypingLine view={view} text={typing} />
    </div>
  );
}

function DayLine({ day }: { readonly day: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = localDay(Date.now());
  return (
    <p className="gp-log-line">
      <span>{day === today ? t('chat.conversation.today') : format.day(day)}</span>
    </p>
  );
}

function LogSkeleton() {
  return (
    <div aria-hidden="true">
      <Skeleton height={40} width="50%" mb={12} radius={10} />
      <Skeleton height={40} width="40%" mb={12} ml="auto" radius={10} />
      <Skeleton height={40} width="60%" radius={10} />
    </div>
  );
}

/** Keeps the end in sight, unless the reader has gone up; what one sends oneself always comes into sight. */
function useFollowing(grown: string, sent: number) {
  const place = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const before = useRef(0);
  useLayoutEffect(() => {
    if (sent > before.current) isAtEnd.current = true;
    before.current = sent;
    toEnd(place.current, isAtEnd.current);
  }, [grown, sent]);
  useEffect(() => {
    const log = place.current;
    if (log === null) return;
    const look = (): void => {
      isAtEnd.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    };
    // The box to answer in grows, a keyboard comes up: what was at the end stays there.
    const sizes = new ResizeObserver(() => toEnd(log, isAtEnd.current));
    sizes.observe(log);
    log.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      log.removeEventListener('scroll', look);
    };
  }, []);
  return place;
}

function toEnd(log: HTMLElement | null, wanted: boolean): void {
  if (log !== null && wanted) log.scrollTop = log.scrollHeight;
}
