/** What a visitor must agree to before they are counted, where, and who tells of it. */
import { CONSENT_MODES, CONSENT_SOURCES } from '@goalpost/contract/consent';
import type { Counter } from '@goalpost/contract/management';
import { Alert, Button, Code, MultiSelect, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpdateCounter } from '../api/counters.ts';
import { fieldMessages } from '../api/failures.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { WordsField } from '../ui/fields/words-field.tsx';
import { tell } from '../ui/tell.ts';

/** As the products call themselves. */
const NAMES: Readonly<Record<(typeof CONSENT_SOURCES)[number], string>> = {
  tcf: 'IAB TCF v2',
  google: 'Google consent mode',
  cookiebot: 'Cookiebot',
  onetrust: 'OneTrust',
  cookieyes: 'CookieYes',
  usercentrics: 'Usercentrics',
  complianz: 'Complianz',
  osano: 'Osano',
};

const errorsOf = (error: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldMessages(error, 'counter')).map(([path, message]) => [
      /^consent\.(\w+)/.exec(path)?.[1] ?? '',
      message,
    ]),
  );

export function Consent({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const update = useUpdateCounter(counter.id);
  const form = useForm({ initialValues: counter.consent });
  const [isTyping, setTyping] = useState(false);
  const isEdited = form.isDirty() || isTyping;
  useUnsaved(isEdited);
  const { mode } = form.values;
  const submit = form.onSubmit((consent) =>
    update.mutate(
      { consent },
      {
        onSuccess: (saved) => {
          form.setValues(saved.consent);
          form.resetDirty(saved.consent);
          tell(t('word.saved'));
        },
        onError: (error) => form.setErrors(errorsOf(error)),
      },
    ),
  );
  return (
    <Section title={t('consent.title')} text={t('consent.text')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {typeof form.errors[''] === 'string' && (
            <Alert color="red" variant="light" role="alert">
              {t('failure.unsaved', { message: form.errors[''] })}
            </Alert>
          )}
          <Radio.Group label={t('consent.mode')} {...form.getInputProps('mode')}>
            <Stack gap="xs" mt="xs">
              {CONSENT_MODES.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`consent.modes.${one}`)}
                  description={t(`consent.modeTexts.${one}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {mode !== 'cookies' && (
            <WordsField
              label={t('consent.countries')}
              description={t('consent.countriesText')}
              onTyping={setTyping}
              {...form.getInputProps('countries')}
              onChange={(codes) =>
                form.setFieldValue(
                  'countries',
                  codes.map((code) => code.toUpperCase()),
                )
              }
            />
          )}
          {mode === 'ask' && (
            <>
              <MultiSelect
                label={t('consent.sources')}
                description={t('consent.sourcesText')}
                data={CONSENT_SOURCES.map((one) => ({ value: one, label: NAMES[one] }))}
                {...form.getInputProps('sources')}
              />
              <div>
                <p className="gp-dim">{t('consent.call')}</p>
                <Code block>{`ym(${counter.id}, 'consent', true)\nym(${counter.id}, 'consent', false)`}</Code>
              </div>
            </>
          )}
          <Switch
            label={t('consent.gpc')}
            description={t('consent.signalText')}
            {...form.getInputProps('gpc', { type: 'checkbox' })}
          />
          <Switch label={t('consent.dnt')} {...form.getInputProps('dnt', { type: 'checkbox' })} />
          <Button type="submit" loading={update.isPending} disabled={!isEdited} w="fit-content">
            {t('consent.apply')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
