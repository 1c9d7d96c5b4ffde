/** Adding a site: its address is enough, the rest has good guesses. */
import { Button, Checkbox, Collapse, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCreateCounter } from '../api/counters.ts';
import { fieldMessages } from '../api/failures.ts';
import { ApiFailure } from '../api/http.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { currencies, localCurrency, localTimeZone, timeZones } from './choices.ts';
import { NotSaved } from '../ui/fields/not-saved.tsx';

const MAX_NUMBER = 4_294_967_295;

interface Form {
  site: string;
  name: string;
  timeZone: string | null;
  currency: string | null;
  chosen: boolean;
  number: number | string;
}

const bareSite = (text: string): string =>
  text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '');

export function NewCounterPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateCounter();
  const form = useForm<Form>({
    initialValues: {
      site: '',
      name: '',
      timeZone: localTimeZone(),
      currency: localCurrency(i18n.language),
      chosen: false,
      number: '',
    },
    validate: {
      site: (value) => (/^\S+$/.test(bareSite(value)) ? null : t('newCounter.badSite')),
      number: (value, { chosen }) => {
        const good = Number.isInteger(value) && Number(value) > 0 && Number(value) <= MAX_NUMBER;
        return !chosen || good ? null : t('newCounter.badNumber');
      },
    },
  });
  const release = useUnsaved(form.isDirty());
  const submit = form.onSubmit((values) => {
    const site = bareSite(values.site);
    const counter = {
      site2: { site },
      name: values.name.trim() || site,
      ...(values.timeZone === null ? {} : { time_zone_name: values.timeZone }),
      ...(values.currency === null ? {} : { currency: values.currency }),
      ...(values.chosen ? { id: Number(values.number) } : {}),
    };
    create.mutate(counter, {
      onSuccess: ({ id }) => {
        release();
        void navigate({ to: '/counter/$counterId/install', params: { counterId: String(id) } });
      },
      onError: (error) => {
        const { 'site2.site': wrongSite, id, ...others } = fieldMessages(error, 'counter');
        const taken = error instanceof ApiFailure && error.status === 409;
        form.setErrors({
          ...(wrongSite === undefined ? {} : { site: wrongSite }),
          ...(taken || id !== undefined ? { number: taken ? t('newCounter.taken') : id } : {}),
          ...(others['name'] === undefined ? {} : { name: others['name'] }),
        });
      },
    });
  });
  const unexplained = create.isError && Object.keys(form.errors).length === 0;
  return (
    <div className="gp-narrow gp-centred">
      <PageHead title={t('newCounter.title')} />
      <form onSubmit={submit} noValidate className="gp-panel gp-panel-pad">
        <Stack gap="md">
          <NotSaved reasons={[unexplained && create.error?.message]} />
          <TextInput
            label={t('newCounter.site')}
            placeholder="shop.example"
            description={t('newCounter.siteHint')}
            required
            withAsterisk={false}
            autoFocus
            inputMode="url"
            {...form.getInputProps('site')}
          />
          <TextInput
            label={t('newCounter.name')}
            description={t('newCounter.nameHint')}
            maxLength={255}
            {...form.getInputProps('name')}
          />
          <div className="gp-fields">
            <Select
              className="gp-grow"
              label={t('newCounter.timeZone')}
              description={t('newCounter.timeZoneHint')}
              data={timeZones()}
              searchable
              limit={100}
              allowDeselect={false}
              {...form.getInputProps('timeZone')}
            />
            <Select
              className="gp-grow"
              label={t('newCounter.currency')}
              description={t('newCounter.currencyHint')}
              data={currencies(i18n.language)}
              searchable
              limit={100}
              allowDeselect={false}
              {...form.getInputProps('currency')}
            />
          </div>
          <Checkbox
            label={t('newCounter.advanced')}
            {...form.getInputProps('chosen', { type: 'checkbox' })}
          />
          <Collapse expanded={form.values.chosen}>
            <NumberInput
              label={t('newCounter.number')}
              description={t('newCounter.numberHint')}
              hideControls
              allowDecimal={false}
              allowNegative={false}
              placeholder="12345678"
              {...form.getInputProps('number')}
            />
          </Collapse>
          <Group gap="xs">
            <Button type="submit" loading={create.isPending}>
              {t('newCounter.submit')}
            </Button>
            <ButtonLink to="/counters" variant="default">
              {t('word.cancel')}
            </ButtonLink>
          </Group>
        </Stack>
      </form>
    </div>
  );
}
