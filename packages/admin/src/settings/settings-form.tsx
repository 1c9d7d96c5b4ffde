/** Name, addresses, time zone, currency and the length of a visit. */
import { MAX_VISIT_THRESHOLD, MIN_VISIT_THRESHOLD, type Counter } from '@goalpost/contract/management';
import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CounterFields, currencies, timeZones, useCounterForm } from '../counters/index.ts';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { WordsField } from '../ui/fields/words-field.tsx';

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

const changeOf = (values: ReturnType<typeof formOf>) => ({
  name: values.name,
  site2: { site: values.site },
  mirrors2: values.mirrors.map((site) => ({ site })),
  only_mirrors: values.onlyMirrors,
  time_zone_name: values.timeZone,
  currency: values.currency,
  visit_threshold: Number(values.threshold),
});

/** The API's paths of fields, as this form calls them. */
const NAMES: Readonly<Record<string, string>> = {
  'site2.site': 'site',
  time_zone_name: 'timeZone',
  visit_threshold: 'threshold',
};
const fieldOf = (path: string): string => (path.startsWith('mirrors2') ? 'mirrors' : (NAMES[path] ?? path));

export function SettingsForm({ counter }: { readonly counter: Counter }) {
  const { t, i18n } = useTranslation();
  const form = useCounterForm({ counter, valuesOf: formOf, changeOf, fieldOf });
  const { fields, setTyping } = form;
  return (
    <Section title={t('settings.main')} text={t('settings.changed')}>
      <CounterFields form={form} apply={t('word.save')}>
        <TextInput
          label={t('settings.name')}
          required
          withAsterisk={false}
          maxLength={255}
          {...fields.getInputProps('name')}
        />
        <TextInput
          label={t('settings.site')}
          required
          withAsterisk={false}
          {...fields.getInputProps('site')}
        />
        <WordsField
          label={t('settings.mirrors')}
          description={t('settings.mirrorsHint')}
          maxTags={100}
          onTyping={setTyping}
          {...fields.getInputProps('mirrors')}
        />
        <Switch
          label={t('settings.onlyMirrors')}
          description={t('settings.onlyMirrorsText')}
          {...fields.getInputProps('onlyMirrors', { type: 'checkbox' })}
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
            {...fields.getInputProps('timeZone')}
          />
          <Select
            className="gp-grow"
            label={t('settings.currency')}
            description={t('settings.currencyText')}
            data={currencies(i18n.language)}
            searchable
            limit={100}
            allowDeselect={false}
            {...fields.getInputProps('currency')}
          />
        </div>
        <NativeSelect
          label={t('settings.threshold')}
          maw={320}
          data={thresholds(counter.visit_threshold).map((seconds) => ({
            value: String(seconds),
            label: t('settings.minutes', { count: Math.round(seconds / 60) }),
          }))}
          {...fields.getInputProps('threshold')}
        />
      </CounterFields>
    </Section>
  );
}
