/** The place of the conversation while none is chosen: who has waited longest, and the keys. */
import { Button, Kbd } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDeskState } from '../client-scope.tsx';
import { concernsMe } from '../client/unread.ts';
import { usePlace } from '../place.ts';
import { useVisitorName } from '../ui/names.ts';
import { longestWaiting } from './filters.ts';

export function NothingChosen() {
  const { t } = useTranslation();
  const { counterId, search, go } = usePlace();
  const visitorName = useVisitorName();
  const conversations = useDeskState((state) => state.conversations);
  const me = useDeskState((state) => state.me);
  const scope = { counterId, department: search.department ?? null };
  const mine = [...conversations.values()].filter((view) => concernsMe(view, me));
  const first = longestWaiting(mine, scope);
  return (
    <div className="gp-nothing-chosen">
      <IconMessageCircle size={32} stroke={1.2} aria-hidden="true" />
      <p className="gp-dim">{t('chat.inbox.choose')}</p>
      {first !== undefined && (
        <Button variant="default" onClick={() => go('inbox', { ...search, conversation: first.id })}>
          {t('chat.inbox.longest', { name: visitorName(first.contact, first.visitor) })}
        </Button>
      )}
      <p className="gp-dim gp-small gp-keys">
        <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd> {t('chat.inbox.keys')}
      </p>
    </div>
  );
}
