/** The QR code to scan, and the first code, which switches the second factor on. */
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useConfirmFactor } from '../../api/sign-in/second-factor.ts';
import { ApiFailure } from '../../api/http.ts';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { QrCode } from './qr-code.tsx';

interface Props {
  /** `otpauth://…` */
  readonly uri: string;
  readonly onDone: () => void;
}

export function ConfirmStep({ uri, onDone }: Props) {
  const { t } = useTranslation();
  const confirm = useConfirmFactor();
  const form = useForm({ initialValues: { code: '' } });
  useUnsaved(true);
  const submit = form.onSubmit(({ code }) =>
    confirm.mutate(code.replaceAll(/\s/g, ''), {
      onSuccess: onDone,
      onError: (error) => form.setErrors({ code: messageOf(error) }),
    }),
  );
  const messageOf = (error: Error): string =>
    error instanceof ApiFailure && error.status === 401
      ? t('factor.wrongCode')
      : t('failure.unsaved', { message: error.message });
  return (
    <Stack gap="md" align="flex-start">
      <p className="gp-plain">{t('factor.scan')}</p>
      <QrCode text={uri} label={t('factor.qr')} />
      <div className="gp-factor-secret">
        <p className="gp-dim">{t('factor.byHand')}</p>
        <CopyBlock text={new URL(uri).searchParams.get('secret') ?? ''} label={t('factor.secret')} />
      </div>
      <form onSubmit={submit} noValidate className="gp-name-form">
        <TextInput
          label={t('factor.code')}
          description={t('factor.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={confirm.isPending} disabled={!form.isDirty()}>
          {t('factor.confirm')}
        </Button>
      </form>
    </Stack>
  );
}
