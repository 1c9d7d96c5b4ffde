/** Lists the people who have access, changes what they may do, and removes them. */
import type { Counter, Grant } from '@goalpost/contract/management';
import { isLimited, may } from '@goalpost/contract/management/roles';
import { Alert, Button, NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grantsQuery, useChangePerson, usePasswordLink, useRemovePerson } from '../api/access.ts';
import { meQuery } from '../api/account.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { tell } from '../ui/tell.ts';
import { LimitOf } from './limit-of.tsx';
import { LinkNote } from './link-note.tsx';
import { permOf, usePermChoices } from './perm-choices.ts';
import { useWanted } from '../ui/edits/use-wanted.ts';

export function PeopleList({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const grants = useQuery(grantsQuery(counter.id));
  const remove = useRemovePerson(counter.id);
  const link = usePasswordLink(counter.id);
  const [leaving, setLeaving] = useState<string | null>(null);
  if (grants.isPending) return <Skeleton height={80} />;
  if (grants.isError) return <Failure error={grants.error} onRetry={() => void grants.refetch()} />;
  const error = remove.error ?? link.error;
  const removed = (login: string): void => {
    setLeaving(null);
    tell(t('people.removed', { login }));
  };
  return (
    <>
      {error && (
        <Alert color="red" variant="light" role="alert" mb="md">
          {t('failure.other', { message: error.message })}
        </Alert>
      )}
      {link.isSuccess && (
        <LinkNote
          link={link.data}
          login={link.variables}
          text={t('people.passwordMade', { login: link.variables })}
        />
      )}
      <ul className="gp-rows gp-people">
        <li>
          <div>
            <Login login={counter.owner_login} />
            <span className="gp-dim">{t('people.owner')}</span>
          </div>
        </li>
        {grants.data.map((grant) => (
          <li key={grant.user_login} className="gp-person-row">
            <Known grant={grant} counterId={counter.id} />
            <div className="gp-person-acts">
              <PermOf counterId={counter.id} grant={grant} />
              {may(counter.permission, 'own') && (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`${t('people.passwordLink')}: ${grant.user_login}`}
                  loading={link.isPending && link.variables === grant.user_login}
                  onClick={() => link.mutate(grant.user_login)}
                >
                  {t('people.passwordLink')}
                </Button>
              )}
              <Button
                variant="default"
                size="xs"
                aria-label={`${t('people.remove')}: ${grant.user_login}`}
                onClick={() => setLeaving(grant.user_login)}
              >
                {t('people.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Confirm
        opened={leaving !== null}
        title={t('people.removeTitle', { login: leaving ?? '' })}
        text={t('people.removeText')}
        action={t('people.remove')}
        pending={remove.isPending}
        onClose={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving !== null) remove.mutate(leaving, { onSuccess: () => removed(leaving) });
        }}
      />
    </>
  );
}

function Login({ login }: { readonly login: string }) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data;
  return (
    <span>
      <strong>{login}</strong> {me?.login === login && <span className="gp-dim">({t('people.you')})</span>}
    </span>
  );
}

function Known({ grant, counterId }: { readonly grant: Grant; readonly counterId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const since = t('people.since', { date: format.moment(grant.created_at) });
  return (
    <div>
      <Login login={grant.user_login} />
      <span className="gp-dim">{grant.comment === '' ? since : `${grant.comment} · ${since}`}</span>
      {isLimited(grant.perm) && <LimitOf key={grant.filters} counterId={counterId} grant={grant} />}
    </div>
  );
}

/** Stands at once as it was chosen; a refusal puts it back. */
function PermOf({ counterId, grant }: { readonly counterId: number; readonly grant: Grant }) {
  const { t } = useTranslation();
  const change = useChangePerson(counterId);
  const choices = usePermChoices();
  const { wanted, setWanted, settled } = useWanted<Grant['perm'] | null>(null);
  return (
    <NativeSelect
      size="xs"
      aria-label={t('people.permOf', { login: grant.user_login })}
      data={choices.map(({ value, label }) => ({ value, label }))}
      value={wanted ?? grant.perm}
      error={change.isError ? t('failure.unsaved', { message: change.error.message }) : undefined}
      onChange={(event) => {
        const perm = permOf(event.currentTarget.value);
        setWanted(perm);
        change.mutate(
          { user_login: grant.user_login, perm },
          { onSuccess: () => tell(t('word.saved')), onSettled: settled },
        );
      }}
    />
  );
}
