/** The texts of the chat in each language, and what is asked of visitors. */
import type { ChatTexts } from '@goalpost/contract/chat';
import { Chip, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { textsOf } from './ready-settings.ts';
import type { SettingsPart } from './settings-part.ts';

const LANGUAGES =
  'en ru de fr es it pt pl nl tr uk kk be cs sv fi da nb hu ro bg el sr hr sk sl lt lv et ka hy az uz ar he fa hi id vi th ko ja zh'.split(
    ' ',
  );
const FIELDS = ['name', 'email', 'phone'] as const;

export function TextFields({ draft, onChange }: SettingsPart) {
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState(i18n.language);
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const texts = textsOf(draft, language);
  const change = (changes: Partial<ChatTexts>): void =>
    onChange({ texts: { ...draft.texts, [language]: { ...texts, ...changes } } });
  return (
    <Section title={t('chat.settings.texts')} text={t('chat.settings.textsText')}>
      <Stack gap="md">
        <Select
          label={t('chat.settings.language')}
          maw={320}
          searchable
          allowDeselect={false}
          data={LANGUAGES.map((code) => {
            const name = names.of(code) ?? code;
            return { value: code, label: draft.texts[code] === undefined ? name : `${name} ✓` };
          })}
          value={language}
          onChange={(value) => setLanguage(value ?? i18n.language)}
        />
        <TextInput
          label={t('chat.settings.windowTitle')}
          lang={language}
          maxLength={255}
          value={texts.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t('chat.settings.greeting')}
          lang={language}
          autosize
          maxLength={1_000}
          value={texts.greeting}
          onChange={(event) => change({ greeting: event.currentTarget.value })}
        />
        <Textarea
          label={t('chat.settings.offlineText')}
          lang={language}
          autosize
          maxLength={1_000}
          value={texts.offlineText}
          onChange={(event) => change({ offlineText: event.currentTarget.value })}
        />
        <div role="group" aria-labelledby="gp-fields-label">
          <span className="gp-label" id="gp-fields-label">
            {t('chat.settings.fields')}
          </span>
          <Group gap="xs">
            {FIELDS.map((field) => (
              <Chip
                key={field}
                size="xs"
                checked={draft.fields.includes(field)}
                onChange={(on) =>
                  onChange({
                    fields: FIELDS.filter((known) => (known === field ? on : draft.fields.includes(known))),
                  })
                }
              >
                {t(`chat.person.field.${field}`)}
              </Chip>
            ))}
          </Group>
        </div>
      </Stack>
    </Section>
  );
}
