/** Shows a link that works once, to be copied and handed over. */
import type { OneTimeLink } from '@goalpost/contract/management';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pageOrigin } from '../api/address/address.ts';
import { CopyBlock } from '../ui/copy-block.tsx';
import { linkFrom } from './link-from.ts';

interface Props {
  readonly link: OneTimeLink;
  readonly login: string;
  /** How long it works. */
  readonly text: string;
}

export function LinkNote({ link, login, text }: Props) {
  const { t } = useTranslation();
  return (
    <Alert
      color="accent"
      variant="light"
      title={t('people.linkTitle', { login })}
      mb="md"
      role="status"
      className="gp-link-note"
    >
      <p>
        {text}
        {link.mail === 'sent' && ` ${t('people.linkSent')}`}
        {link.mail === 'failed' && ` ${t('people.linkFailed')}`}
      </p>
      <CopyBlock
        text={linkFrom(link.url, pageOrigin())}
        label={t('people.link')}
        action={t('people.copyLink')}
      />
    </Alert>
  );
}
