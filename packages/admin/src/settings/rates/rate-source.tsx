/** The address that rates are fetched from once a day, and how that went. */
import type { Counter } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import type { RateSource } from '@goalpost/contract/notices/rate-source';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../../api/failures.ts';
import { rateSourceQuery, useChangeRateSource } from '../../api/rates/rate-source.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { WordsField } from '../../ui/fields/words-field.tsx';
import { Section } from '../../ui/section.tsx';
import { tell } from '../../ui/tell.ts';
import { RateSourceState } from './rate-source-state.tsx';

export function RateSourceSection({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const edits = may(counter.permission, 'edit');
  const source = useQuery({ ...rateSourceQuery(counter.id), enabled: edits });
  if (!edits || source.data === undefined) return null;
  return (
    <Section title={t('rates.source.title')} text={t('rates.source.text')}>
      <SourceForm key={String(source.data === null)} counter={counter} source={source.data} />
    </Section>
  );
}

const valuesOf = (source: RateSource | null, currency: string) => ({
  url: source?.url ?? '',
  into: source?.into ?? currency,
  currencies: source?.currencies ?? ['USD', 'EUR', 'CNY'].filter((one) => one !== currency),
});

function SourceForm({ counter, source }: { readonly counter: Counter; readonly source: RateSource | null }) {
  const { t } = useTranslation();
  const change = useChangeRateSource(counter.id);
  const [isStopping, setStopping] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const form = useForm({ initialValues: valuesOf(source, counter.currency) });
  useUnsaved(form.isDirty() || isTyping);
  const submit = form.onSubmit(({ url, into, currencies }) =>
    change.mutate(
      {
        url: url.trim(),
        into: into.trim().toUpperCase(),
        currencies: currencies.map((one) => one.toUpperCase()),
      },
      {
        onSuccess(saved) {
          const values = valuesOf(saved, counter.currency);
          form.setValues(values);
          form.resetDirty(values);
          tell(t('word.saved'));
        },
        onError: (error) => form.setErrors(errorsOf(fieldMessages(error, 'source'))),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {source !== null && <RateSourceState source={source} />}
        <TextInput
          label={t('rates.source.url')}
          description={t('rates.source.urlText')}
          placeholder="https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"
          {...form.getInputProps('url')}
        />
        <TextInput label={t('rates.source.into')} maxLength={3} maw={220} {...form.getInputProps('into')} />
        <WordsField
          label={t('rates.source.currencies')}
          description={t('rates.source.currenciesText')}
          onTyping={setTyping}
          {...form.getInputProps('currencies')}
        />
        <Group gap="xs">
          <Button
            type="submit"
            variant="default"
            loading={change.isPending}
            disabled={source !== null && !form.isDirty()}
          >
            {t('rates.source.save')}
          </Button>
          {source !== null && (
            <>
              <Button variant="default" disabled={change.isPending} onClick={() => change.mutate('now')}>
                {t('rates.source.now')}
              </Button>
              <Button variant="default" onClick={() => setStopping(true)}>
                {t('rates.source.stop')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
      <Confirm
        opened={isStopping}
        title={t('rates.source.stop')}
        text={t('rates.source.stopText')}
        action={t('rates.source.stopDone')}
        pending={change.isPending}
        onClose={() => setStopping(false)}
        onConfirm={() => change.mutate(null, { onSuccess: () => setStopping(false) })}
      />
    </form>
  );
}

/** What is wrong with one currency is said beside all of them; what belongs to no field, beside the address. */
function errorsOf(messages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).map(([path, message]) => [(path.split('.')[0] ?? '') || 'url', message]),
  );
}
