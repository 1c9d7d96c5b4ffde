/** The second factor: set up, confirmed, given new recovery codes, and taken away. */
import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  secondFactorQuery,
  useDropFactor,
  useNewRecoveryCodes,
  useOfferFactor,
  type FactorOffer,
} from '../../api/sign-in/second-factor.ts';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { Failure } from '../../ui/failure.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { PasswordStep } from './password-step.tsx';

/** What is on the screen. */
type Step =
  | { readonly at: 'state' }
  | { readonly at: 'confirm'; readonly offer: FactorOffer }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

/** @param onDone when the codes have been taken note of */
export function SecondFactor({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useTranslation();
  const state = useQuery(secondFactorQuery);
  const offer = useOfferFactor();
  const renew = useNewRecoveryCodes();
  const drop = useDropFactor();
  const [step, setStep] = useState<Step>({ at: 'state' });
  if (state.isPending) return <Skeleton height={80} />;
  if (state.isError) return <Failure error={state.error} onRetry={() => void state.refetch()} />;
  if (step.at === 'confirm')
    return (
      <ConfirmStep
        uri={step.offer.totpURI}
        onDone={() => setStep({ at: 'codes', codes: step.offer.backupCodes })}
      />
    );
  if (step.at === 'codes')
    return (
      <Stack gap="md" align="flex-start">
        <Alert color="accent" variant="light" title={t('factor.codesTitle')} role="status">
          {t('factor.codesText')}
        </Alert>
        <CopyBlock text={step.codes.join('\n')} label={t('factor.codes')} />
        <Button
          onClick={() => {
            setStep({ at: 'state' });
            onDone?.();
          }}
        >
          {t('factor.kept')}
        </Button>
      </Stack>
    );
  const { on, required, recovery_codes_left: left } = state.data;
  if (!on)
    return (
      <PasswordStep
        actions={[
          {
            label: t('factor.setUp'),
            isPending: offer.isPending,
            run: async (password) => setStep({ at: 'confirm', offer: await offer.mutateAsync(password) }),
          },
        ]}
      />
    );
  const newCodes = {
    label: t('factor.newCodes'),
    isPending: renew.isPending,
    run: async (password: string) => setStep({ at: 'codes', codes: await renew.mutateAsync(password) }),
  };
  const off = { label: t('factor.off'), isPending: drop.isPending, run: drop.mutateAsync };
  return (
    <Stack gap="md">
      <p className="gp-plain">
        {t('factor.on')} {t('factor.left', { count: left })}
        {required && ` ${t('factor.required')}`}
      </p>
      <PasswordStep actions={required ? [newCodes] : [newCodes, off]} />
    </Stack>
  );
}
