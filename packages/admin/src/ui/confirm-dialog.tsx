/** A dialog that asks before something is taken away, and says what disappears. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface ConfirmProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly pending: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

export function ConfirmDialog({ opened, title, text, action, pending, onClose, onConfirm }: ConfirmProps) {
  const { t } = useTranslation();
  // One that is open from the start does not know where the focus was, and cannot give it back.
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);
  return (
    <Modal
      opened={opened && isReady}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      <Text mb="lg">{text}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('word.cancel')}
        </Button>
        <Button color="red.8" loading={pending} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
