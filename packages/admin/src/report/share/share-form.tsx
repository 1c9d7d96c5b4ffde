/** The form of a shared link: what it shows, of which visits and days, and its password. */
import type { ShareInput } from '@goalpost/contract/management';
import { Alert, Button, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMakeShare } from '../../api/sharing/shares.ts';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { useFormat } from '../../ui/format.ts';
import type { Report } from '../use-report.ts';
import { SecretInput } from '../../ui/fields/secret-input.tsx';

interface Props {
  readonly report: Report;
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

const ALL = '*';

export function ShareForm({ report, id, title, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const make = useMakeShare(report.counterId);
  const { days } = report;
  const form = useForm({
    initialValues: { what: id, filters: filtersOf(report), days: 'free', name: '', password: '' },
  });
  useUnsaved(form.isDirty() && !make.isSuccess);
  const submit = form.onSubmit(({ what, filters, days: chosen, name, password }) => {
    const share: ShareInput = {
      report: what,
      name,
      filters,
      period: chosen === 'fixed' ? { date1: days.from, date2: days.to } : null,
      password: password === '' ? null : password,
    };
    make.mutate(share);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('share.title', { report: title })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      {make.isSuccess ? (
        <Made url={make.data.url} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text className="gp-dim">{t('share.text')}</Text>
            <NativeSelect
              label={t('share.what')}
              data={[
                { value: id, label: t('share.one') },
                { value: ALL, label: t('share.all') },
              ]}
              {...form.getInputProps('what')}
            />
            <TextInput
              label={t('share.filters')}
              description={t('share.filtersText')}
              maxLength={10_000}
              {...form.getInputProps('filters')}
            />
            <NativeSelect
              label={t('share.days')}
              data={[
                { value: 'free', label: t('share.free') },
                { value: 'fixed', label: t('share.fixed', { days: format.range(days.from, days.to) }) },
              ]}
              {...form.getInputProps('days')}
            />
            <SecretInput
              label={t('share.password')}
              description={t('share.passwordText')}
              minLength={8}
              maxLength={128}
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
            <TextInput label={t('share.name')} maxLength={255} {...form.getInputProps('name')} />
            {make.isError && (
              <Alert color="red" variant="light" role="alert">
                {t('share.failed', { message: make.error.message })}
              </Alert>
            )}
            <Button type="submit" loading={make.isPending}>
              {t('share.make')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

/** What the report shows now, its saved segments too. */
function filtersOf({ within: { filters, segment } }: Report): string {
  const segments = (segment ?? '').split(',').filter((id) => /^\d+$/.test(id));
  const all = [...(filters === undefined ? [] : [filters]), ...segments.map((id) => `ym:s:segment==${id}`)];
  return all.length === 1 ? (all[0] ?? '') : all.map((one) => `(${one})`).join(' AND ');
}

function Made({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const embed = `<iframe src="${url}" width="100%" height="600" style="border:0" loading="lazy"></iframe>`;
  return (
    <Stack gap="md" role="status">
      <Text>{t('share.made')}</Text>
      <CopyBlock text={url} label={t('share.link')} />
      <Text size="sm">{t('share.embed')}</Text>
      <CopyBlock text={embed} label={t('share.embed')} />
    </Stack>
  );
}
