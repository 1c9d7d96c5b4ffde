/** Sends files up and then as messages, one after the other. */
import type { ConversationView } from '@goalpost/contract/chat';
import { MAX_FILE_BYTES } from '@goalpost/contract/chat/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile } from '../api/files.ts';
import { useDesk } from '../client-scope.tsx';
import { useByteSize } from '../ui/byte-size.ts';

interface Upload {
  readonly pending: boolean;
  /** In words; null: none. */
  readonly problem: string | null;
  start(files: readonly File[]): void;
}

export function useUpload({ id, counterId }: ConversationView): Upload {
  const { t } = useTranslation();
  const byteSize = useByteSize();
  const desk = useDesk();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (files: readonly File[]): Promise<void> => {
    setPending(true);
    setProblem(null);
    for (const file of files) {
      const size = byteSize(MAX_FILE_BYTES);
      if (file.size > MAX_FILE_BYTES) {
        setProblem(t('chat.composer.tooLarge', { name: file.name, size }));
        continue;
      }
      const outcome = await uploadFile(counterId, file);
      if (outcome.ok) desk.write({ conversationId: id, kind: 'message', text: '', file: outcome.file });
      else
        setProblem(t('chat.composer.notSent', { name: file.name, why: t(`chat.refusal.${outcome.reason}`) }));
    }
    setPending(false);
  };
  return { pending, problem, start: (files) => void send(files) };
}
