/** Why a form of the door was not taken. */
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureKind } from '../api/failures.ts';
import { ApiFailure } from '../api/http.ts';

/** Null: it was not refused. */
export function FormFailure({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  if (error === null) return null;
  const many = error instanceof ApiFailure && error.status === 429;
  const offline = failureKind(error) === 'offline';
  return (
    <Alert color="red" variant="light" role="alert">
      {many
        ? t('signIn.many')
        : offline
          ? t('failure.offline')
          : t('failure.other', { message: error.message })}
    </Alert>
  );
}
