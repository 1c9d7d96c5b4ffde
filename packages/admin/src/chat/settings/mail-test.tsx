/** Sends a letter to the team's address, and shows what the SMTP server says to it. */
import { Alert, Button, Group } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTestMail } from '../api/mail.ts';

interface Props {
  readonly counterId: number;
  /** The address that the server knows. */
  readonly saved: string;
  /** The one in the form. */
  readonly typed: string;
}

export function MailTest({ counterId, saved, typed }: Props) {
  const { t } = useTranslation();
  const test = useTestMail(counterId);
  const isSaved = typed === saved;
  return (
    <>
      <Group gap="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSend size={16} stroke={1.6} />}
          loading={test.isPending}
          disabled={saved === '' || !isSaved}
          onClick={() => test.mutate()}
        >
          {t('chat.settings.mail.test')}
        </Button>
        {typed !== '' && !isSaved && (
          <span className="gp-dim gp-small">{t('chat.settings.mail.saveFirst')}</span>
        )}
      </Group>
      {test.data !== undefined && (
        <Alert
          color={test.data.sent ? 'accent' : 'red'}
          variant="light"
          role={test.data.sent ? 'status' : 'alert'}
          title={t(test.data.sent ? 'chat.settings.mail.sent' : 'chat.settings.mail.notSent', {
            to: test.data.to,
          })}
        >
          {t('chat.settings.mail.answer', { answer: test.data.answer })}
        </Alert>
      )}
      {test.isError && (
        <Alert color="red" variant="light" role="alert">
          {test.error.message}
        </Alert>
      )}
    </>
  );
}
