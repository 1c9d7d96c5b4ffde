/** E-mails that the chat sends. */
import { Alert, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../i18n/i18n.ts';
import { Section } from '../../ui/section.tsx';
import { mailAvailableQuery } from '../api/mail.ts';
import { MailTest } from './mail-test.tsx';
import type { SettingsPart } from './settings-part.ts';

interface Props extends SettingsPart {
  readonly counterId: number;
  /** The team's address as it is saved. */
  readonly saved: string;
}

const MOST_MINUTES = 1_440;

export function MailFields({ draft, onChange, counterId, saved }: Props) {
  const { t, i18n } = useTranslation();
  const { data: available } = useQuery(mailAvailableQuery(counterId));
  const { mail } = draft;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const change = (changes: Partial<typeof mail>): void => onChange({ mail: { ...mail, ...changes } });
  return (
    <Section title={t('chat.settings.mail.title')} text={t('chat.settings.mail.text')}>
      <Stack gap="md">
        {available === false && (
          <Alert color="gray" variant="light" role="note" title={t('chat.settings.mail.off')}>
            {t('chat.settings.mail.offText')}
          </Alert>
        )}
        <TextInput
          type="email"
          label={t('chat.settings.mail.team')}
          description={t('chat.settings.mail.teamHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={255}
          value={mail.team}
          onChange={(event) => change({ team: event.currentTarget.value.trim() })}
        />
        {available === true && <MailTest counterId={counterId} saved={saved} typed={mail.team} />}
        <div className="gp-fields">
          <NumberInput
            className="gp-grow"
            label={t('chat.settings.mail.answerAfter')}
            description={t('chat.settings.mail.answerAfterHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={0}
            max={MOST_MINUTES}
            allowDecimal={false}
            value={mail.answerAfter}
            onChange={(value) =>
              change({ answerAfter: Math.min(MOST_MINUTES, Math.max(0, Math.round(Number(value) || 0))) })
            }
          />
          <NativeSelect
            className="gp-grow"
            label={t('chat.settings.mail.language')}
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
