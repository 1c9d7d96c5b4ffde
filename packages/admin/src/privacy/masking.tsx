/** What is taken out of hits and messages before they are stored, and what the owner adds to it. */
import type { Counter } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { CounterFields, useCounterForm } from '../counters/index.ts';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { WordsField } from '../ui/fields/words-field.tsx';

const LISTS = ['names', 'keep', 'shapes'] as const;

export function Masking({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const form = useCounterForm({
    counter,
    valuesOf: ({ masking }) => masking,
    changeOf: (masking) => ({ masking }),
    // A message about one item belongs to its list.
    fieldOf: (path) => /^masking\.(\w+)/.exec(path)?.[1] ?? '',
  });
  const { fields, setTyping } = form;
  return (
    <Section title={t('masking.title')} text={t('masking.text')}>
      <CounterFields form={form} apply={t('masking.apply')}>
        <Switch
          label={t('masking.on')}
          description={t('masking.onText')}
          {...fields.getInputProps('on', { type: 'checkbox' })}
        />
        {LISTS.map((list) => (
          <WordsField
            key={list}
            label={t(`masking.${list}`)}
            description={t(`masking.${list}Text`)}
            maxTags={50}
            onTyping={setTyping}
            disabled={!fields.values.on}
            {...fields.getInputProps(list)}
          />
        ))}
      </CounterFields>
    </Section>
  );
}
