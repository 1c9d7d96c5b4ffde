/** How long visitors may wait before the inbox changes the colour of their waiting time. */
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { LEAST_WAIT } from './hours.ts';
import type { SettingsPart } from './settings-part.ts';

const MOST = 86_400;

const seconds = (value: number | string): number =>
  Math.min(MOST, Math.max(0, Math.round(Number(value) || 0)));

export function WaitingFields({ draft, onChange }: SettingsPart) {
  const { t } = useTranslation();
  const { soon, late } = draft.waiting;
  const field = (name: 'soon' | 'late', error: string | undefined) => (
    <NumberInput
      className="gp-waiting-field"
      label={<span data-late={name}>{t(`chat.settings.waiting.${name}`)}</span>}
      suffix={` ${t('chat.settings.waiting.unit')}`}
      min={LEAST_WAIT}
      max={MOST}
      step={10}
      allowDecimal={false}
      clampBehavior="blur"
      error={error}
      value={draft.waiting[name]}
      onChange={(value) => onChange({ waiting: { ...draft.waiting, [name]: seconds(value) } })}
    />
  );
  return (
    <Section title={t('chat.settings.waiting.title')} text={t('chat.settings.waiting.text')}>
      <div className="gp-fields">
        {field('soon', soon < LEAST_WAIT ? t('chat.settings.waiting.least', { n: LEAST_WAIT }) : undefined)}
        {field('late', late < soon ? t('chat.settings.waiting.order') : undefined)}
      </div>
    </Section>
  );
}
