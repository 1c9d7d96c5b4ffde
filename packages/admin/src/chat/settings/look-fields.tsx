/** Colour and side of the chat, beside a picture of it. */
import { ColorInput, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { inkOn } from './text-colour.ts';
import { textsOf } from './ready-settings.ts';
import type { SettingsPart } from './settings-part.ts';

const COLORS = ['#1864ab', '#0b7285', '#2b8a3e', '#c92a2a', '#a61e4d', '#5f3dc4', '#364fc7', '#212529'];
const SIDES = ['left', 'right'] as const;
const COLOR = /^#[0-9a-f]{6}$/i;

export function LookFields({ draft, onChange }: SettingsPart) {
  const { t, i18n } = useTranslation();
  const { title, greeting } = textsOf(draft, i18n.language);
  const color = COLOR.test(draft.color) ? draft.color : '#1864ab';
  return (
    <Section title={t('chat.settings.look')}>
      <div className="gp-look">
        <div className="gp-look-fields">
          <ColorInput
            label={t('chat.settings.color')}
            description={t('chat.settings.colorHint')}
            format="hex"
            swatches={COLORS}
            withEyeDropper={false}
            value={draft.color}
            onChange={(value) => onChange({ color: value })}
          />
          <div>
            <span className="gp-label" id="gp-side">
              {t('chat.settings.side')}
            </span>
            <SegmentedControl
              aria-labelledby="gp-side"
              value={draft.side}
              onChange={(value) => onChange({ side: SIDES.find((side) => side === value) ?? 'right' })}
              data={SIDES.map((side) => ({ value: side, label: t(`chat.settings.sides.${side}`) }))}
            />
          </div>
        </div>
        <div className="gp-look-picture" data-side={draft.side} aria-hidden="true">
          <div className="gp-look-window">
            <p style={{ background: color, color: inkOn(color) }}>{title}</p>
            <span>{greeting}</span>
          </div>
          <i style={{ background: color, color: inkOn(color) }} />
        </div>
      </div>
    </Section>
  );
}
