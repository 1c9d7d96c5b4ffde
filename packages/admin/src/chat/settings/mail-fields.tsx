/** E-mails that the chat sends. */
import { NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../i18n/i18n.ts';
import { Section } from '../../ui/section.tsx';
import type { SettingsPart } from './settings-part.ts';

export function MailFields({ draft, onChange }: SettingsPart) {
  const { t, i18n } = useTranslation();
  const { mail } = draft;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const change = (changes: Partial<typeof mail>): void => onChange({ mail: { ...mail, ...changes } });
  return (
    <Section title={t('chat.settings.mail')} text={t('chat.settings.mailText')}>
      <Stack gap="md">
        <TextInput
          type="email"
          label={t('chat.settings.team')}
          description={t('chat.settings.teamHint')}
          maxLength={255}
          value={mail.team}
          onChange={(event) => change({ team: event.currentTarget.value.trim() })}
        />
        <div className="gp-fields">
          <NumberInput
            className="gp-grow"
            label={t('chat.settings.answerAfter')}
            description={t('chat.settings.answerAfterHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            min={0}
            max={1_440}
            value={mail.answerAfter}
            onChange={(value) =>
              change({ answerAfter: Math.min(1_440, Math.max(0, Math.round(Number(value) || 0))) })
            }
          />
          <NativeSelect
            className="gp-grow"
            label={t('chat.settings.mailLanguage')}
            value={mail.language}
            data={LANGUAGES.map((code) => ({ value: code, label: names.of(code) ?? code }))}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change({ language: LANGUAGES.find((code) => code === value) ?? 'en' });
            }}
          />
        </div>
      </Stack>
    </Section>
  );
}
