/** The button that sends a file. */
import { ActionIcon } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly pending: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function Attach({ pending, onFiles }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('chat.composer.attach')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        loading={pending}
        aria-label={t('chat.composer.attach')}
        onClick={() => input.current?.click()}
      >
        <IconPaperclip size={20} stroke={1.6} />
      </ActionIcon>
    </>
  );
}
