/** The form of a shared link: what it shows, of which visits and days, and its password. */
import { SHARE_ATTRIBUTIONS, type ShareInput } from '@goalpost/contract/management';
import { Alert, Button, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMakeShare } from '../../api/sharing/shares.ts';
import { fieldMessages } from '../../api/failures.ts';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { useFormat } from '../../ui/format.ts';
import { plainCredit } from '../state/sharing.ts';
import type { Report } from '../use-report.ts';
import { SecretInput } from '../../ui/fields/secret-input.tsx';
import { conditionsOf, ConditionsField } from '../filters/conditions-field.tsx';

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
  const [editing, setEditing] = useState(false);
  const { days } = report;
  const form = useForm({
    initialValues: {
      what: id,
      filters: conditionsOf(report.search),
      days: 'free',
      attribution: plainCredit(report.within.attribution),
      name: '',
      password: '',
    },
  });
  const { filters: atFilters, ...others } = make.isError ? fieldMessages(make.error, 'share') : {};
  const fault = Object.values(others).join(' ');
  useUnsaved(form.isDirty() && !make.isSuccess);
  const submit = form.onSubmit(({ what, filters, days: chosen, attribution, name, password }) => {
    const share: ShareInput = {
      report: what,
      name,
      filters,
      attribution: SHARE_ATTRIBUTIONS.find((one) => one === attribution) ?? 'lastsign',
      period: chosen === 'fixed' ? { date1: days.from, date2: days.to } : null,
      password: password === '' ? null : password,
    };
    make.mutate(share);
  });
  return (
    <Modal
      // Over it the editor of a condition opens, and Escape closes that alone.
      closeOnEscape={!editing}
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
            <ConditionsField
              label={t('share.filters')}
              description={t('share.filtersText')}
              report={report}
              value={form.values.filters}
              error={atFilters}
              onEditing={setEditing}
              onChange={(filters) => {
                form.setFieldValue('filters', filters);
                make.reset();
              }}
            />
            <NativeSelect
              label={t('attribution.title')}
              description={t('attribution.help')}
              data={SHARE_ATTRIBUTIONS.map((value) => ({ value, label: t(`attribution.${value}`) }))}
              {...form.getInputProps('attribution')}
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
            {fault !== '' && (
              <Alert color="red" variant="light" role="alert">
                {t('share.failed', { message: fault })}
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
