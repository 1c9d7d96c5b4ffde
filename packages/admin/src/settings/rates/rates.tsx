/** Rates by which revenue in other currencies is converted, as a text that can be pasted. */
import type { Counter } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import type { RateTable } from '@goalpost/contract/reports/rates';
import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../../api/failures.ts';
import { ratesQuery, useSetRates } from '../../api/rates/rates.ts';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { Section } from '../../ui/section.tsx';
import { tell } from '../../ui/tell.ts';
import { printRates, readRates } from './rate-lines.ts';

export function Rates({ counter }: { readonly counter: Counter }) {
  const table = useQuery(ratesQuery(counter.id));
  const { t } = useTranslation();
  if (table.data === undefined || !may(counter.permission, 'edit')) return null;
  return (
    <Section title={t('rates.title')} text={t('rates.text')}>
      <RatesForm counter={counter} table={table.data} />
    </Section>
  );
}

const valuesOf = ({ into, rates }: RateTable, currency: string) => ({
  into: into === '' ? currency : into,
  lines: printRates(rates),
});

function RatesForm({ counter, table }: { readonly counter: Counter; readonly table: RateTable }) {
  const { t } = useTranslation();
  const save = useSetRates(counter.id);
  const form = useForm({ initialValues: valuesOf(table, counter.currency) });
  useUnsaved(form.isDirty());
  const lineFault = (line: number, message: string): string => t('rates.lineFault', { line, message });
  const submit = form.onSubmit(({ into, lines }) => {
    const read = readRates(lines);
    if ('wrong' in read) return form.setErrors({ lines: t('rates.wrongLine', { line: read.wrong }) });
    const asked =
      read.rates.length === 0
        ? { into: '', rates: [] }
        : { into: into.trim().toUpperCase(), rates: read.rates };
    save.mutate(asked, {
      onSuccess(saved) {
        const values = valuesOf(saved, counter.currency);
        form.setValues(values);
        form.resetDirty(values);
        tell(t('word.saved'));
      },
      onError: (error) => form.setErrors(errorsOf(fieldMessages(error, 'table'), read.lines, lineFault)),
    });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('rates.into')}
          description={t('rates.intoText')}
          maxLength={3}
          maw={220}
          {...form.getInputProps('into')}
        />
        <Textarea
          label={t('rates.lines')}
          description={t('rates.linesText')}
          placeholder={'USD 2026-01-01 92.5\nUSD 2026-02-01 94'}
          autosize
          minRows={3}
          maxRows={16}
          spellCheck={false}
          {...form.getInputProps('lines')}
        />
        <Button
          type="submit"
          variant="default"
          w="fit-content"
          loading={save.isPending}
          disabled={!form.isDirty()}
        >
          {t('rates.save')}
        </Button>
      </Stack>
    </form>
  );
}

/** What is wrong with a rate is said by the line that it stands in; the rest beside the lines. */
function errorsOf(
  messages: Readonly<Record<string, string>>,
  lines: readonly number[],
  lineFault: (line: number, message: string) => string,
): Record<string, string> {
  const { into, ...others } = messages;
  const [first] = Object.entries(others).map(([path, message]) => {
    const index = /^rates\.(\d+)/.exec(path)?.[1];
    const line = index === undefined ? undefined : lines[Number(index)];
    return line === undefined ? message : lineFault(line, message);
  });
  return { ...(into === undefined ? {} : { into }), ...(first === undefined ? {} : { lines: first }) };
}
