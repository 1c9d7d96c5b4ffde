/** Uploads an operator's picture into the chat's own files, whose addresses are public. */
import { ActionIcon } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { fileAddress } from '@goalpost/contract/chat/limits';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../api/address/address.ts';
import { uploadFile } from '../api/files.ts';

interface Props {
  readonly counterId: number;
  /** The address of what was uploaded. */
  readonly onPicture: (address: string) => void;
  /** Why it was not taken, in words; null: nothing is wrong. */
  readonly onProblem: (problem: string | null) => void;
}

export function UploadPicture({ counterId, onPicture, onProblem }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  const upload = async (file: File): Promise<void> => {
    setPending(true);
    const outcome = await uploadFile(counterId, file);
    setPending(false);
    if (!outcome.ok) return onProblem(t(`chat.refusal.${outcome.reason}`));
    // What it is, its first bytes have decided.
    if (!outcome.file.type.startsWith('image/')) return onProblem(t('chat.settings.noPicture'));
    onProblem(null);
    onPicture(whole(fileAddress(outcome.file.id)));
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        hidden
        aria-label={t('chat.settings.uploadPicture')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void upload(file);
          event.currentTarget.value = '';
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        loading={pending}
        aria-label={t('chat.settings.uploadPicture')}
        title={t('chat.settings.uploadPicture')}
        onClick={() => input.current?.click()}
      >
        <IconUpload size={18} stroke={1.6} />
      </ActionIcon>
    </>
  );
}
