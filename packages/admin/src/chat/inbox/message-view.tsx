/** One message. Whatever a visitor sent is text, never markup. */
import type { ChatMessage, ConversationView } from '@goalpost/contract/chat';
import { IconNote } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { useClock } from '../ui/clock.ts';
import { useVisitorName } from '../ui/names.ts';
import { FileView } from './file-view.tsx';
import { MessageText } from './message-text.tsx';

interface Props {
  readonly message: ChatMessage;
  readonly view: ConversationView;
  /** Said in one breath with the one before. */
  readonly continued: boolean;
  /** The last one that the visitor has seen. */
  readonly seen: boolean;
}

export const MessageView = memo(Message);

/** Shown by no rule, but by the visitor's page: no operator wrote these words. */
function InvitationMark({ message: { author, authorId } }: Pick<Props, 'message'>) {
  const { t } = useTranslation();
  const mark = t(authorId === null ? 'chat.conversation.pageInvitation' : 'chat.conversation.invitation');
  return author === '' ? mark : ` · ${mark}`;
}

function Message({ message, view, continued, seen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const clock = useClock();
  const visitorName = useVisitorName();
  const { kind, text, file, at } = message;
  if (kind === 'system')
    return (
      <p className="gp-log-line" data-kind="system">
        <span>{text}</span>
      </p>
    );
  const author = kind === 'visitor' ? visitorName(view.contact, view.visitor) : message.author;
  return (
    <article className="gp-message" data-kind={kind} data-continued={continued}>
      {!continued && (
        <p className="gp-message-author">
          {kind === 'note' && <IconNote size={14} stroke={1.6} aria-hidden="true" />}
          {author}
          {kind === 'note' && ` · ${t('chat.conversation.note')}`}
          {kind === 'invitation' && <InvitationMark message={message} />}
        </p>
      )}
      <div className="gp-bubble">
        <MessageText text={text} />
        {file !== null && <FileView file={file} />}
        <span className="gp-message-at" title={format.moment(at)}>
          <time dateTime={new Date(at).toISOString()}>{clock(at)}</time>
        </span>
      </div>
      {seen && <p className="gp-message-seen">{t('chat.conversation.seen')}</p>}
    </article>
  );
}
