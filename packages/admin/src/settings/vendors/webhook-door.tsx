/** The address at which a vendor's webhooks are taken: opened, renewed and closed; it is shown once. */
import type { VendorLine } from '@goalpost/contract/vendors/settings';
import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCloseDoor, useOpenDoor } from '../../api/vendors/vendors.ts';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { useFormat } from '../../ui/format.ts';

interface Props {
  readonly counterId: number;
  readonly vendor: VendorLine;
  readonly webhook: NonNullable<VendorLine['webhook']>;
}

export function WebhookDoor({ counterId, vendor: { id, name }, webhook }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useOpenDoor(counterId);
  const close = useCloseDoor(counterId);
  const [secret, setSecret] = useState('');
  const { opened_at: openedAt, signs } = webhook;
  const failure = open.error ?? close.error;
  return (
    <Stack gap="xs" mt="xs" pl={52}>
      <span className="gp-dim gp-small">
        {openedAt === null
          ? t('vendors.webhook.closed')
          : `${t('vendors.webhook.open', { day: format.day(new Date(openedAt).toISOString()) })} ${t('vendors.webhook.hands', { name })}`}
      </span>
      {failure !== null && (
        <Alert color="red" variant="light" role="alert">
          {t('failure.unsaved', { message: failure.message })}
        </Alert>
      )}
      {signs !== 'never' && (
        <PasswordInput
          label={t('vendors.webhook.secret')}
          description={t(signs === 'must' ? 'vendors.webhook.secretMust' : 'vendors.webhook.secretMay')}
          aria-label={`${t('vendors.webhook.secret')}: ${name}`}
          autoComplete="off"
          maxLength={200}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      )}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={open.isPending}
          disabled={signs === 'must' && secret.trim() === ''}
          onClick={() =>
            open.mutate(
              { vendor: id, secret: secret.trim() === '' ? null : secret.trim() },
              { onSuccess: () => setSecret('') },
            )
          }
        >
          {t(openedAt === null ? 'vendors.webhook.take' : 'vendors.webhook.renew', { name })}
        </Button>
        {openedAt !== null && (
          <Button size="xs" variant="subtle" loading={close.isPending} onClick={() => close.mutate(id)}>
            {t('vendors.webhook.close', { name })}
          </Button>
        )}
      </Group>
      {open.data !== undefined && openedAt !== null && (
        <>
          <span className="gp-small">{t('vendors.webhook.address', { name })}</span>
          <CopyBlock
            text={open.data.url}
            label={t('vendors.webhook.address', { name })}
            action={t('vendors.webhook.copy')}
          />
        </>
      )}
    </Stack>
  );
}
