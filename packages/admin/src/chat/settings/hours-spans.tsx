/** The hours of some days, and other hours of other days: "Mon–Fri 9–18, Sat 10–14". */
import type { HoursSpan } from '@goalpost/contract/chat';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DaysAndHours } from '../ui/days-and-hours.tsx';
import { nextSpan } from './hours.ts';

const MAX = 14;

interface Props {
  readonly spans: readonly HoursSpan[];
  readonly onChange: (spans: HoursSpan[]) => void;
}

export function HoursSpans({ spans, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="gp-spans">
      {spans.map((span, at) => (
        // Hours have no identity but their place.
        <div key={at} role="group" aria-label={t('chat.settings.span', { n: at + 1 })}>
          <DaysAndHours
            value={span}
            error={span.days.length === 0 ? t('chat.rule.needDays') : undefined}
            onChange={(changes) =>
              onChange(spans.map((known, index) => (index === at ? { ...known, ...changes } : known)))
            }
          >
            {span.to < span.from && <span className="gp-dim gp-small">{t('chat.settings.overNight')}</span>}
            {spans.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('chat.settings.removeSpan', { n: at + 1 })}
                onClick={() => onChange(spans.filter((_, index) => index !== at))}
              >
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            )}
          </DaysAndHours>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={16} />}
        disabled={spans.length >= MAX}
        onClick={() => onChange([...spans, nextSpan(spans)])}
      >
        {t('chat.settings.addSpan')}
      </Button>
    </div>
  );
}
