/** The canned replies that fit, above the text box. */
import type { CannedReply, ConversationView } from '@goalpost/contract/chat';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly replies: readonly CannedReply[];
  readonly at: number;
  /** Whether the counter has any at all. */
  readonly any: boolean;
  readonly view: ConversationView;
  readonly onPick: (reply: CannedReply) => void;
}

export function CannedList({ replies, at, any, view, onPick }: Props) {
  const { t } = useTranslation();
  if (replies.length === 0)
    return (
      <p className="gp-canned gp-canned-none gp-dim">
        {any ? (
          t('chat.composer.noCanned')
        ) : (
          <>
            {t('chat.composer.neverCanned')}{' '}
            <Link
              className="gp-link"
              to="/counter/$counterId/settings/chat"
              params={{ counterId: String(view.counterId) }}
              hash="canned"
            >
              {t('chat.composer.addCanned')}
            </Link>
          </>
        )}
      </p>
    );
  return (
    <ul id="gp-canned" role="listbox" aria-label={t('chat.composer.canned')} className="gp-canned">
      {replies.map((reply, index) => (
        <li
          key={reply.shortcut}
          id={`gp-canned-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => {
            // The text box keeps the focus.
            event.preventDefault();
            onPick(reply);
          }}
        >
          <strong>/{reply.shortcut}</strong>
          <span className="gp-dim">{reply.text}</span>
        </li>
      ))}
    </ul>
  );
}
