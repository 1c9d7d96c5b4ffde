/** On which pages and devices the chat shows. */
import { ActionIcon, Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import type { SettingsPart } from './settings-part.ts';

const DEVICES = ['all', 'desktop', 'mobile'] as const;
const OPS = ['contains', 'starts', 'is', 'not_contains'] as const;

export function PlacementFields({ draft, onChange }: SettingsPart) {
  const { t } = useTranslation();
  const { show } = draft;
  const setUrls = (urls: typeof show.urls): void => onChange({ show: { ...show, urls } });
  const change = (at: number, changes: Partial<(typeof show.urls)[number]>): void =>
    setUrls(show.urls.map((url, index) => (index === at ? { ...url, ...changes } : url)));
  return (
    <Section title={t('chat.settings.where')}>
      <Stack gap="md">
        <NativeSelect
          label={t('chat.settings.devices')}
          maw={320}
          value={show.devices}
          data={DEVICES.map((value) => ({ value, label: t(`chat.settings.device.${value}`) }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ show: { ...show, devices: DEVICES.find((known) => known === value) ?? 'all' } });
          }}
        />
        <div role="group" aria-label={t('chat.settings.pages')} className="gp-pages">
          <span className="gp-label">{t('chat.settings.pages')}</span>
          {show.urls.length === 0 && <p className="gp-dim gp-small">{t('chat.settings.everyPage')}</p>}
          {show.urls.map((url, index) => (
            // Rules have no identity but their place.
            <div key={index} className="gp-page-rule">
              <NativeSelect
                aria-label={t('goalForm.operator')}
                value={url.op}
                data={OPS.map((op) => ({ value: op, label: t(`chat.rule.op.${op}`) }))}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  change(index, { op: OPS.find((op) => op === value) ?? 'contains' });
                }}
              />
              <TextInput
                aria-label={t('chat.rule.address')}
                placeholder="/checkout"
                maxLength={2_048}
                value={url.value}
                onChange={(event) => change(index, { value: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('chat.settings.removePage', { n: index + 1 })}
                onClick={() => setUrls(show.urls.filter((_, at) => at !== index))}
              >
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            </div>
          ))}
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={show.urls.length >= 50}
            onClick={() => setUrls([...show.urls, { op: 'contains', value: '' }])}
          >
            {t('chat.settings.addPage')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
