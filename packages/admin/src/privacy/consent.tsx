/** What a visitor must agree to before they are counted, where, and who tells of it. */
import { CONSENT_MODES, CONSENT_SOURCES } from '@goalpost/contract/consent';
import type { Counter } from '@goalpost/contract/management';
import { Code, MultiSelect, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CounterFields, useCounterForm } from '../counters/index.ts';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { WordsField } from '../ui/fields/words-field.tsx';

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

export function Consent({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const form = useCounterForm({
    counter,
    valuesOf: ({ consent }) => consent,
    changeOf: (consent) => ({ consent }),
    fieldOf: (path) => /^consent\.(\w+)/.exec(path)?.[1] ?? '',
  });
  const { fields, setTyping } = form;
  const { mode } = fields.values;
  return (
    <Section title={t('consent.title')} text={t('consent.text')}>
      <CounterFields form={form} apply={t('consent.apply')}>
        <Radio.Group label={t('consent.mode')} {...fields.getInputProps('mode')}>
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
            {...fields.getInputProps('countries')}
            onChange={(codes) =>
              fields.setFieldValue(
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
              {...fields.getInputProps('sources')}
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
          {...fields.getInputProps('gpc', { type: 'checkbox' })}
        />
        <Switch label={t('consent.dnt')} {...fields.getInputProps('dnt', { type: 'checkbox' })} />
      </CounterFields>
    </Section>
  );
}
