/** Name, addresses, time zone, currency and the length of a visit. */
import { MAX_VISIT_THRESHOLD, MIN_VISIT_THRESHOLD, type Counter } from '@goalpost/contract/management';
import { Alert, Button, NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpdateCounter } from '../api/counters.ts';
import { fieldMessages } from '../api/failures.ts';
import { currencies, timeZones } from '../counters/index.ts';
import { Section } from '../ui/section.tsx';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { WordsField } from '../ui/fields/words-field.tsx';
import { tell } from '../ui/tell.ts';

const MINUTES = [30, 45, 60, 90, 120, 180, 240, 300, 360];

function formOf(counter: Counter) {
  return {
    name: counter.name,
    site: counter.site2.site,
    mirrors: counter.mirrors2.map(({ site }) => site),
    onlyMirrors: counter.only_mirrors,
    timeZone: counter.time_zone_name,
    currency: counter.currency,
    threshold: String(counter.visit_threshold),
  };
}

/** Choices in seconds; the counter's own is among them. */
function thresholds(current: number): number[] {
  const seconds = [...new Set([...MINUTES.map((minutes) => minutes * 60), current])].toSorted(
    (a, b) => a - b,
  );
  return seconds.filter((value) => value >= MIN_VISIT_THRESHOLD && value <= MAX_VISIT_THRESHOLD);
}

/** The API's paths of fields, as this form calls them. */
function errorsOf(error: unknown): Record<string, string> {
  const messages = fieldMessages(error, 'counter');
  const names: Record<string, string> = {
    'site2.site': 'site',
    time_zone_name: 'timeZone',
    visit_threshold: 'threshold',
  };
  return Object.fromEntries(
    Object.entries(messages).map(([path, message]) => [
      path.startsWith('mirrors2') ? 'mirrors' : (names[path] ?? path),
      message,
    ]),
  );
}

export function SettingsForm({ counter }: { readonly counter: Counter }) {
  const { t, i18n } = useTranslation();
  const update = useUpdateCounter(counter.id);
  const form = useForm({ initialValues: formOf(counter) });
  const [isTyping, setTyping] = useState(false);
  const isEdited = form.isDirty() || isTyping;
  useUnsaved(isEdited);
  const submit = form.onSubmit((values) => {
    update.mutate(
      {
        name: values.name,
        site2: { site: values.site },
        mirrors2: values.mirrors.map((site) => ({ site })),
        only_mirrors: values.onlyMirrors,
        time_zone_name: values.timeZone,
        currency: values.currency,
        visit_threshold: Number(values.threshold),
      },
      {
        onSuccess: (saved) => {
          form.setValues(formOf(saved));
          form.resetDirty(formOf(saved));
          tell(t('word.saved'));
        },
        onError: (error) => form.setErrors(errorsOf(error)),
      },
    );
  });
  return (
    <Section title={t('settings.main')} text={t('settings.changed')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {typeof form.errors[''] === 'string' && (
            <Alert color="red" variant="light" role="alert">
              {t('failure.unsaved', { message: form.errors[''] })}
            </Alert>
          )}
          <TextInput
            label={t('settings.name')}
            required
            withAsterisk={false}
            maxLength={255}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('settings.site')}
            required
            withAsterisk={false}
            {...form.getInputProps('site')}
          />
          <WordsField
            label={t('settings.mirrors')}
            description={t('settings.mirrorsHint')}
            maxTags={100}
            onTyping={setTyping}
            {...form.getInputProps('mirrors')}
          />
          <Switch
            label={t('settings.onlyMirrors')}
            description={t('settings.onlyMirrorsText')}
            {...form.getInputProps('onlyMirrors', { type: 'checkbox' })}
          />
          <div className="gp-fields">
            <Select
              className="gp-grow"
              label={t('settings.timeZone')}
              description={t('settings.timeZoneText')}
              data={timeZones(counter.time_zone_name)}
              searchable
              limit={100}
              allowDeselect={false}
              {...form.getInputProps('timeZone')}
            />
            <Select
              className="gp-grow"
              label={t('settings.currency')}
              description={t('settings.currencyText')}
              data={currencies(i18n.language)}
              searchable
              limit={100}
              allowDeselect={false}
              {...form.getInputProps('currency')}
            />
          </div>
          <NativeSelect
            label={t('settings.threshold')}
            maw={320}
            data={thresholds(counter.visit_threshold).map((seconds) => ({
              value: String(seconds),
              label: t('settings.minutes', { count: Math.round(seconds / 60) }),
            }))}
            {...form.getInputProps('threshold')}
          />
          <div>
            <Button type="submit" loading={update.isPending} disabled={!isEdited}>
              {t('word.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
