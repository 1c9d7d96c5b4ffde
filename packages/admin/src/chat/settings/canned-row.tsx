/** One canned reply while it is edited. */
import type { CannedReply } from '@goalpost/contract/chat';
import { ActionIcon, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly reply: CannedReply;
  readonly error: string | undefined;
  readonly onChange: (changes: Partial<CannedReply>) => void;
  readonly onRemove: () => void;
}

export function CannedRow({ reply, error, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <div className="gp-canned-row">
      <TextInput
        aria-label={t('chat.settings.shortcut')}
        placeholder={t('chat.settings.shortcut')}
        leftSection="/"
        maxLength={32}
        error={error}
        value={reply.shortcut}
        onChange={(event) => onChange({ shortcut: event.currentTarget.value.replace(/[\s/]/g, '') })}
      />
      <Textarea
        aria-label={t('chat.settings.cannedReply')}
        placeholder={t('chat.settings.cannedReply')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4_000}
        value={reply.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('chat.settings.removeCanned', { name: reply.shortcut })}
        onClick={onRemove}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
