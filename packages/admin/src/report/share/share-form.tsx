/** The form of a shared link: what it shows, of which visits and days, and its password. */
import { SHARE_ATTRIBUTIONS, type ShareInput, type SharePath } from '@goalpost/contract/management';
import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMakeShare } from '../../api/sharing/shares.ts';
import { fieldMessages } from '../../api/failures.ts';
import { CopyBlock } from '../../ui/copy-block.tsx';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { useFormat } from '../../ui/format.ts';
import { firstDays } from './first-days.ts';
import { sharedSides } from './shared-sides.ts';
import { plainCredit } from '../state/sharing.ts';
import type { Report } from '../use-report.ts';
import { SecretInput } from '../../ui/fields/secret-input.tsx';
import { conditionsOf, ConditionsField } from '../filters/conditions-field.tsx';
import { Dialog } from '../../ui/screen/dialog.tsx';

interface Props {
  readonly report: Report;
  readonly id: string;
  readonly title: string;
  /** The columns that stand, and by which they are sorted; absent: the link shows the report's own. */
  readonly shown?: Pick<ShareInput, 'metrics' | 'sort'> | undefined;
  readonly levels: readonly string[];
  /** What both sides are called; null: one side. */
  readonly words: { readonly a: string; readonly b: string } | null;
  /** What is shared instead of a report, whose id is then its kind. */
  readonly path?: SharePath | undefined;
  readonly onClose: () => void;
}

const ALL = '*';
const NO_COLUMNS = { metrics: [], sort: '' };

export function ShareForm({ report, id, title, shown, levels, words, path, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const make = useMakeShare(report.counterId);
  const [editing, setEditing] = useState(false);
  const { days } = report;
  const form = useForm({
    initialValues: {
      what: id,
      filters: firstFilters(report),
      days: firstDays(report),
      attribution: plainCredit(report.within.attribution),
      name: '',
      password: '',
      ...namesOf(words),
    },
  });
  const isSided = report.sides !== null && form.values.what !== ALL;
  const { filters: atFilters, ...others } = make.isError ? fieldMessages(make.error, 'share') : {};
  const fault = Object.values(others).join(' ');
  useUnsaved(form.isDirty() && !make.isSuccess);
  const submit = form.onSubmit(
    ({ what, filters, days: chosen, attribution, name, password, nameA, nameB }) => {
      const share: ShareInput = {
        report: what,
        name,
        filters,
        attribution: SHARE_ATTRIBUTIONS.find((one) => one === attribution) ?? 'lastsign',
        period: chosen === 'fixed' ? { date1: days.from, date2: days.to } : null,
        password: password === '' ? null : password,
        path: path ?? null,
        ...(what === ALL ? NO_COLUMNS : (shown ?? NO_COLUMNS)),
        levels: what === ALL ? [] : [...levels],
        sides: isSided ? sharedSides(report, { a: nameA, b: nameB }, chosen === 'fixed') : null,
      };
      make.mutate(share);
    },
  );
  return (
    <Dialog
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
            <Text className="gp-dim">
              {t(
                path !== undefined
                  ? 'share.pathText'
                  : form.values.what === ALL
                    ? 'share.allText'
                    : 'share.text',
              )}
            </Text>
            {path === undefined && (
              <NativeSelect
                label={t('share.what')}
                data={[
                  { value: id, label: t('share.one') },
                  { value: ALL, label: t('share.all') },
                ]}
                {...form.getInputProps('what')}
              />
            )}
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
            {path === undefined && <AttributionField inputOf={form.getInputProps} />}
            <NativeSelect
              label={t('share.days')}
              data={[
                { value: 'free', label: t('share.free') },
                { value: 'fixed', label: t('share.fixed', { days: format.range(days.from, days.to) }) },
              ]}
              {...form.getInputProps('days')}
            />
            {isSided && <SideNames inputOf={form.getInputProps} />}
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
    </Dialog>
  );
}

/** Those that hold for both sides where there are two. */
const firstFilters = ({ sides, search }: Report): string =>
  sides === null ? conditionsOf(search) : (sides.filters ?? '');

const namesOf = (words: Props['words']) => ({ nameA: words?.a ?? '', nameB: words?.b ?? '' });

interface FieldsProps {
  readonly inputOf: (name: 'attribution' | 'nameA' | 'nameB') => object;
}

function AttributionField({ inputOf }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('attribution.title')}
      description={t('attribution.help')}
      data={SHARE_ATTRIBUTIONS.map((value) => ({ value, label: t(`attribution.${value}`) }))}
      {...inputOf('attribution')}
    />
  );
}

function SideNames({ inputOf }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Group grow align="start">
      {(['A', 'B'] as const).map((side) => (
        <TextInput
          key={side}
          label={t(`share.side${side}`)}
          description={t('share.sideText')}
          required
          maxLength={120}
          {...inputOf(`name${side}`)}
        />
      ))}
    </Group>
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
