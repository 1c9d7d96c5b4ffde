/** Links to reports that stand, each with what it shows and the button that takes it back. */
import type { Counter, Share } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sharesQuery, useRemoveShare } from '../api/sharing/shares.ts';
import { textIn } from '../i18n/text.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import './shared-links.css';

export function SharedLinks({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const shares = useQuery({ ...sharesQuery(counter.id), enabled: may(counter.permission, 'edit') });
  const remove = useRemoveShare(counter.id);
  const [asked, setAsked] = useState<Share | null>(null);
  if (!may(counter.permission, 'edit') || shares.data === undefined) return null;
  return (
    <Section title={t('share.section')} text={t('share.sectionText')}>
      {shares.data.length === 0 ? (
        <p className="gp-dim">{t('share.none')}</p>
      ) : (
        <ul className="gp-shares" aria-label={t('share.section')}>
          {shares.data.map((share) => (
            <Row key={share.id} share={share} onRemove={() => setAsked(share)} />
          ))}
        </ul>
      )}
      <Confirm
        opened={asked !== null}
        title={t('share.removeTitle')}
        text={t('share.removeText')}
        action={t('share.remove')}
        pending={remove.isPending}
        onClose={() => setAsked(null)}
        onConfirm={() => asked && remove.mutate(asked.id, { onSuccess: () => setAsked(null) })}
      />
    </Section>
  );
}

function Row({ share, onRemove }: { readonly share: Share; readonly onRemove: () => void }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const entry = REPORTS.find(({ id }) => id === share.report);
  const reports = entry === undefined ? t('share.allName') : textIn(entry.title, i18n.language);
  const report = share.path === null ? reports : t(`share.kinds.${share.path.kind}`);
  const { period } = share;
  const facts = [
    share.name === '' ? '' : report,
    share.filters,
    period === null ? t('share.anyDays') : format.range(period.date1, period.date2),
    share.has_password ? t('share.withPassword') : '',
    t('share.made_on', { day: format.day(share.create_time) }),
  ];
  return (
    <li>
      <span className="gp-share-words">
        <span>{share.name || report}</span>
        <span className="gp-dim gp-small">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <Button size="xs" variant="default" onClick={onRemove}>
        {t('share.remove')}
      </Button>
    </li>
  );
}
