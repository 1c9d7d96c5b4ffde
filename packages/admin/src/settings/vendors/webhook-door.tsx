/** The address at which a vendor's webhooks are taken: opened, renewed and closed; it is shown once. */
import type { VendorLine } from '@goalpost/contract/vendors/settings';
import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCloseDoor, useOpenDoor } from '../../api/vendors/vendors.ts';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { useFormat } from '../../ui/format.ts';
import { SecretInput } from '../../ui/fields/secret-input.tsx';
import { NotSaved } from '../../ui/fields/not-saved.tsx';

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
  const { opened_at: openedAt, signs, telling } = webhook;
  // What replaces nothing of the site's is offered as on: without it, only people with a user id or e-mail are matched.
  const [tells, setTells] = useState(openedAt === null ? telling === 'adds' : webhook.tells_visitor);
  const dayOf = (at: number): string => format.day(new Date(at).toISOString());
  const came = ({ first_at: first, last_at: last }: Props['webhook']): string =>
    first === null || last === null
      ? t('vendors.webhook.noneCame')
      : t('vendors.webhook.came', { first: dayOf(first), last: dayOf(last) });
  const words = wordsOfSigning(webhook);
  const failure = open.error ?? close.error;
  return (
    <Stack gap="xs" mt="xs" pl={52}>
      <span className="gp-dim gp-small">
        {openedAt === null
          ? t('vendors.webhook.closed')
          : [
              t('vendors.webhook.open', { day: dayOf(openedAt) }),
              words.check === null ? '' : t(words.check),
              came(webhook),
            ].join(' ')}
      </span>
      <NotSaved reasons={[failure?.message]} />
      {signs !== 'never' && (
        <SecretInput
          label={t('vendors.webhook.secret')}
          description={t(words.secret)}
          aria-label={`${t('vendors.webhook.secret')}: ${name}`}
          autoComplete="off"
          maxLength={200}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      )}
      {telling !== 'cannot' && (
        <Checkbox
          label={t('vendors.webhook.tell', { name })}
          description={t(telling === 'adds' ? 'vendors.webhook.tellAdds' : 'vendors.webhook.tellReplaces')}
          checked={tells}
          onChange={(event) => setTells(event.currentTarget.checked)}
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
              { vendor: id, secret: secret.trim() === '' ? null : secret.trim(), tellsVisitor: tells },
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

/** Which of what comes is taken, and what there is to know of the secret. */
function wordsOfSigning({ signs, is_signed: isSigned }: Props['webhook']) {
  if (isSigned) return { check: 'vendors.webhook.signed', secret: 'vendors.webhook.secretKept' } as const;
  const secret = signs === 'must' ? 'vendors.webhook.secretMust' : 'vendors.webhook.secretMay';
  return { check: signs === 'never' ? null : 'vendors.webhook.unsigned', secret } as const;
}
