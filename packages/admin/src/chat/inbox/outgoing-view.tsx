/** A message of the operator's that the server has not confirmed yet, or has refused. */
import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../client-scope.tsx';
import type { Outgoing } from '../client/state.ts';
import { FileView } from './file-view.tsx';
import { MessageText } from './message-text.tsx';

export function OutgoingView({ outgoing }: { readonly outgoing: Outgoing }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { key, kind, text, file, refused } = outgoing;
  return (
    <article className="gp-message" data-kind={kind === 'note' ? 'note' : 'operator'} data-pending>
      <div className="gp-bubble">
        <MessageText text={text} />
        {file !== null && <FileView file={file} />}
        {refused === null && (
          <span className="gp-message-at">
            <IconClock size={14} stroke={1.6} role="img" aria-label={t('chat.conversation.sending')} />
          </span>
        )}
      </div>
      {refused !== null && (
        <p role="alert" className="gp-message-refused">
          <IconAlertTriangle size={14} stroke={1.6} aria-hidden="true" />
          {t('chat.conversation.notSent', { why: t(`chat.refusal.${refused}`) })}{' '}
          <UnstyledButton className="gp-text-button" onClick={() => desk.retry(key)}>
            {t('word.retry')}
          </UnstyledButton>{' '}
          <UnstyledButton className="gp-text-button" onClick={() => desk.drop(key)}>
            {t('word.delete')}
          </UnstyledButton>
        </p>
      )}
    </article>
  );
}
