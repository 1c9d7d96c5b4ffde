/** Where an invitation leads: a new account, or the one that is there. */
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JoinOffer } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { useTranslation } from 'react-i18next';
import { languageNow } from '../i18n/i18n.ts';
import { Door } from '../account/door.tsx';
import { joinQuery, useJoin, type JoinForm } from '../api/access.ts';
import { meQuery, useSignOut } from '../api/account.ts';
import { ApiFailure } from '../api/http.ts';
import { Failure } from '../ui/failure.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { FormFailure } from './form-failure.tsx';
import { SecretInput } from '../ui/fields/secret-input.tsx';

const MIN_PASSWORD = 8;

export function Join() {
  const { token } = useSearch({ from: '/join' });
  const offer = useQuery(joinQuery(token));
  if (offer.isPending) return <PageSkeleton />;
  if (offer.isError) {
    const dead = offer.error instanceof ApiFailure && [400, 403].includes(offer.error.status);
    return dead ? <Dead /> : <Failure error={offer.error} onRetry={() => void offer.refetch()} />;
  }
  const { has_account: known } = offer.data;
  return known ? <Known token={token} offer={offer.data} /> : <New token={token} offer={offer.data} />;
}

interface Props {
  readonly token: string;
  readonly offer: JoinOffer;
}

/** Who answers in the chat begins in the Inbox, all others with the reports. */
function useComeIn() {
  const navigate = useNavigate();
  const join = useJoin();
  const comeIn = (form: JoinForm): void =>
    join.mutate(form, {
      onSuccess: ({ counter_id: id, perm }) => {
        const params = { counterId: String(id) };
        if (may(perm, 'chat:answer'))
          void navigate({ to: '/counter/$counterId/chat/inbox', params, replace: true });
        else void navigate({ to: '/counter/$counterId', params, replace: true });
      },
    });
  return { join, comeIn };
}

function New({ token, offer }: Props) {
  const { t } = useTranslation();
  const { join, comeIn } = useComeIn();
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('join.noName') : null),
      password: (value) =>
        value.length >= MIN_PASSWORD ? null : t('setup.shortPassword', { n: String(MIN_PASSWORD) }),
    },
  });
  const submit = form.onSubmit((values) => comeIn({ ...values, token, language: languageNow() }));
  return (
    <Door title={t('join.title', { site: offer.site })} text={t('join.text', { login: offer.login })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormFailure error={join.error} />
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            readOnly
            value={offer.login}
          />
          <TextInput
            label={t('join.name')}
            description={may(offer.perm, 'chat:answer') && t('join.nameHint')}
            autoComplete="name"
            required
            withAsterisk={false}
            maxLength={255}
            autoFocus
            {...form.getInputProps('name')}
          />
          <SecretInput
            label={t('signIn.password')}
            description={t('setup.passwordHint', { n: String(MIN_PASSWORD) })}
            autoComplete="new-password"
            required
            withAsterisk={false}
            maxLength={128}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={join.isPending}>
            {t('join.submit')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

function Known({ token, offer: { login, site } }: Props) {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  const signOut = useSignOut();
  const { join, comeIn } = useComeIn();
  if (me.isPending) return <PageSkeleton />;
  const mine = me.data?.login ?? null;
  return (
    <Door title={t('join.title', { site })}>
      <Stack gap="md">
        <FormFailure error={join.error} />
        {mine === null && (
          <>
            <p className="gp-plain">{t('join.signInText', { login })}</p>
            <ButtonLink to="/sign-in" search={{ next: `/join?token=${token}` }}>
              {t('signIn.title')}
            </ButtonLink>
          </>
        )}
        {mine !== null && mine !== login && (
          <>
            <p className="gp-plain">{t('join.otherText', { login, me: mine })}</p>
            <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
              {t('menu.signOut')}
            </Button>
          </>
        )}
        {mine === login && (
          <>
            <p className="gp-plain">{t('join.acceptText', { login })}</p>
            <Button loading={join.isPending} onClick={() => comeIn({ token })}>
              {t('join.accept')}
            </Button>
          </>
        )}
      </Stack>
    </Door>
  );
}

function Dead() {
  const { t } = useTranslation();
  return (
    <Door title={t('join.used')}>
      <Stack gap="md">
        <p className="gp-plain">{t('join.usedText')}</p>
        <ButtonLink to="/sign-in">{t('signIn.title')}</ButtonLink>
      </Stack>
    </Door>
  );
}
