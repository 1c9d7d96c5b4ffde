/** A conversation in its place on the timeline, with what was said. */
import type { TimelineItem } from '@goalpost/contract/chat';
import { useCounter } from '../counter/counter-scope.tsx';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import { AnchorLink } from '../ui/links.tsx';

type Conversation = Extract<TimelineItem, { kind: 'conversation' }>;

interface Props {
  readonly talk: Conversation;
  readonly counterId: number;
  /** Of the visitor. */
  readonly name: string;
}

export function Talk({ talk, counterId, name }: Props) {
  const { t } = useTranslation();
  const format = useFormat(useCounter().time_zone_name);
  const authorOf = ({ kind, author }: Conversation['messages'][number]): string => {
    if (kind === 'visitor') return name;
    const said = author || t('timeline.operator');
    return kind === 'note' ? `${said} · ${t('chat.conversation.note')}` : said;
  };
  const link = (
    <AnchorLink
      size="sm"
      to="/counter/$counterId/chat/inbox"
      params={{ counterId: String(counterId) }}
      search={{ conversation: talk.id }}
    >
      {t('timeline.toInbox')}
    </AnchorLink>
  );
  return (
    <section className="gp-talk" aria-label={t('timeline.conversation')}>
      <p className="gp-talk-head">
        <span className="gp-timeline-main">{t(`timeline.opened.${talk.openedBy}`)}</span>
        {link}
      </p>
      <ul className="gp-talk-messages">
        {talk.messages.map((message) => (
          <li key={message.seq} data-kind={message.kind}>
            <span className="gp-dim gp-small">
              {message.kind === 'system' ? '' : `${authorOf(message)} · `}
              {format.time(message.at)}
            </span>
            <span className="gp-talk-text">{message.text}</span>
            {message.file !== null && <span className="gp-talk-text">{message.file.name}</span>}
          </li>
        ))}
      </ul>
      {talk.left_out > 0 && (
        <p className="gp-dim gp-small">{t('timeline.moreMessages', { count: talk.left_out })}</p>
      )}
    </section>
  );
}
