/** Writes to a visitor who has not written yet. */
import type { Person } from '@goalpost/contract/chat';
import { MAX_MESSAGE_LENGTH } from '@goalpost/contract/chat/limits';
import { Button, Stack, Textarea } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useDeskState } from '../client-scope.tsx';
import { tell } from '../../ui/tell.ts';

interface Props {
  readonly person: Person;
  readonly name: string;
  readonly onDone: () => void;
}

export function InviteBox({ person, name, onDone }: Props) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [text, setText] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const outcome = useDeskState((state) => (key === null ? undefined : state.invitations.get(key)?.outcome));
  const waiting = outcome?.kind === 'waiting';
  useEffect(() => {
    if (outcome?.kind !== 'stored') return;
    tell(t('chat.users.sent', { name }));
    onDone();
  }, [outcome?.kind]);
  const send = (): void => {
    const said = text.trim();
    if (said === '' || said.length > MAX_MESSAGE_LENGTH || waiting) return;
    setKey(desk.invite(person.counterId, person.visitor, said));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const refused = outcome?.kind === 'refused' ? t(`chat.refusal.${outcome.reason}`) : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="xs">
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          maxRows={6}
          label={t('chat.users.message')}
          description={t('chat.users.messageHint')}
          error={refused}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <Button type="submit" size="xs" ml="auto" loading={waiting} disabled={text.trim() === ''}>
          {t('chat.send')}
        </Button>
      </Stack>
    </form>
  );
}
