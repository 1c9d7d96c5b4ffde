/** People who were invited and have not come yet: a new link, or none at all. */
import type { AccessInvitation } from '@goalpost/contract/management';
import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessInvitationsQuery, useRenewInvitation, useRevokeInvitation } from '../api/access.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { LinkNote } from './link-note.tsx';

export function InvitationList({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const invitations = useQuery(accessInvitationsQuery(counterId));
  const renew = useRenewInvitation(counterId);
  const revoke = useRevokeInvitation(counterId);
  const [leaving, setLeaving] = useState<AccessInvitation | null>(null);
  if (invitations.isError)
    return <Failure error={invitations.error} onRetry={() => void invitations.refetch()} />;
  const all = invitations.data ?? [];
  if (all.length === 0) return null;
  const error = renew.error ?? revoke.error;
  return (
    <Section title={t('people.invited')}>
      {error && (
        <Alert color="red" variant="light" role="alert" mb="md">
          {t('failure.other', { message: error.message })}
        </Alert>
      )}
      {renew.isSuccess && (
        <LinkNote
          link={renew.data.link}
          login={renew.data.invitation.user_login}
          text={t('people.linkText')}
        />
      )}
      <ul className="gp-rows gp-people">
        {all.map((one) => (
          <li key={one.id} className="gp-person-row">
            <Invited invitation={one} />
            <div className="gp-person-acts">
              <Button
                variant="default"
                size="xs"
                aria-label={`${t('people.newLink')}: ${one.user_login}`}
                loading={renew.isPending && renew.variables.id === one.id}
                onClick={() => renew.mutate(one)}
              >
                {t('people.newLink')}
              </Button>
              <Button
                variant="default"
                size="xs"
                aria-label={`${t('people.takeBack')}: ${one.user_login}`}
                onClick={() => setLeaving(one)}
              >
                {t('people.takeBack')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Confirm
        opened={leaving !== null}
        title={t('people.takeBackTitle', { login: leaving?.user_login ?? '' })}
        text={t('people.takeBackText')}
        action={t('people.takeBack')}
        pending={revoke.isPending}
        onClose={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving) revoke.mutate(leaving, { onSuccess: () => setLeaving(null) });
        }}
      />
    </Section>
  );
}

function Invited({ invitation }: { readonly invitation: AccessInvitation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { user_login: login, perm, expires_at: until } = invitation;
  const works = Date.parse(until) > Date.now();
  return (
    <div>
      <strong>{login}</strong>
      <span className="gp-dim">
        {t(`people.${perm}`)} ·{' '}
        {works ? t('people.until', { date: format.moment(until) }) : t('people.expired')}
      </span>
    </div>
  );
}
