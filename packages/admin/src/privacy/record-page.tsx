/** The record of processing, made of the settings that are in force, to read and to print. */
import type { ProcessingRecord } from '@goalpost/contract/management';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { processingRecordQuery } from '../api/privacy/processing-record.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { Section } from '../ui/section.tsx';
import './record.css';

export function RecordPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  const record = useQuery(processingRecordQuery(counter.id));
  if (record.isPending) return <PageSkeleton />;
  if (record.isError) return <Failure error={record.error} onRetry={() => void record.refetch()} />;
  return (
    <div className="gp-narrow gp-record">
      <PageHead title={t('processing.title')}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.6} />}
          onClick={() => window.print()}
          className="gp-no-print"
        >
          {t('processing.print')}
        </Button>
      </PageHead>
      <Parts record={record.data} />
    </div>
  );
}

function Parts({ record }: { readonly record: ProcessingRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counter, places, backups, consent } = record;
  const { site } = counter;
  const yes = (isSo: boolean): string => t(isSo ? 'processing.yes' : 'processing.no');
  const placeOf = (place: ProcessingRecord['places'][number]['place']): string => {
    const found = places.find((one) => one.place === place);
    if (found === undefined || found.host === '') return t(`processing.places.${found?.kind ?? 'none'}`);
    return t(`processing.remote.${found.kind}`, { host: found.host });
  };
  const every =
    backups.every_hours === 0
      ? t('processing.whenAsked')
      : t('processing.everyHours', { count: backups.every_hours });
  return (
    <>
      <p className="gp-dim">{t('processing.text', { site, moment: format.moment(record.made_at) })}</p>
      <Section title={t('processing.kept')} text={t('processing.keptText', { days: record.purge_days })}>
        <Rows
          head={[t('processing.what'), t('processing.where'), t('processing.long')]}
          rows={record.kept.map(({ kind, place, keep }) => [
            <>
              <strong>{t(`keeping.kinds.${kind}`)}</strong>
              <span className="gp-dim">{t(`keeping.kindTexts.${kind}`)}</span>
            </>,
            placeOf(place),
            keep === null
              ? t('processing.forGood')
              : t(keep.unit === 'day' ? 'processing.days' : 'processing.months', { count: keep.keep }),
          ])}
        />
        {record.sums && <p className="gp-plain">{t('processing.sums')}</p>}
        <p className="gp-plain">{t('processing.journal')}</p>
      </Section>
      <Section title={t('processing.rules')}>
        <Rows
          rows={[
            [t('consent.mode'), t(`consent.modes.${modeOf(consent.mode)}`)],
            ...(consent.countries.length === 0
              ? []
              : [[t('consent.countries'), consent.countries.join(', ')]]),
            [t('processing.masking'), yes(record.masking)],
            [t('processing.address'), t('processing.addressText')],
            [t('processing.location'), t(record.cities ? 'processing.city' : 'processing.country')],
            [t('processing.chat'), yes(record.chat)],
          ]}
        />
      </Section>
      <Section title={t('processing.access')}>
        <Rows
          rows={[
            ...record.people.map(({ login, role }) => [
              login,
              t(role === 'own' ? 'processing.owner' : `people.${role}`),
            ]),
            [t('processing.shared'), format.number(record.shared_links)],
            [t('processing.runs'), t('processing.runsText')],
            [t('processing.factor'), yes(record.second_factor_required)],
          ]}
        />
      </Section>
      <Section title={t('processing.leaves')}>
        {record.leaves.length === 0 ? (
          <p className="gp-plain">{t('processing.nothing')}</p>
        ) : (
          <Rows
            head={[t('processing.whatLeaves'), t('processing.to')]}
            rows={record.leaves.map(({ what, to }) => [t(`processing.recipients.${what}`), to])}
          />
        )}
      </Section>
      {record.comes_in.length > 0 && (
        <Section title={t('processing.comesIn')} text={t('processing.comesInText')}>
          <Rows
            rows={record.comes_in.map(({ vendor, signed }) => [
              vendor,
              t(signed ? 'processing.signed' : 'processing.unsigned'),
            ])}
          />
        </Section>
      )}
      <Section title={t('processing.backups')} text={t('processing.backupsText')}>
        <Rows
          rows={
            places.some(({ place, kind }) => place === 'backups' && kind !== 'none')
              ? [
                  [t('processing.where'), placeOf('backups')],
                  [t('processing.often'), every],
                  [t('processing.long'), t('processing.days', { count: backups.keep_days })],
                  [t('processing.encrypted'), yes(backups.encrypted)],
                ]
              : [[t('processing.where'), t('processing.places.none')]]
          }
        />
      </Section>
      <Section title={t('processing.secrets')}>
        <p className="gp-plain">{t(record.secrets_sealed ? 'processing.sealed' : 'processing.unsealed')}</p>
      </Section>
    </>
  );
}

const modeOf = (mode: string): 'cookies' | 'cookieless' | 'ask' =>
  mode === 'cookieless' || mode === 'ask' ? mode : 'cookies';

interface RowsProps {
  readonly head?: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

function Rows({ head, rows }: RowsProps) {
  return (
    <table className="gp-record-table">
      {head !== undefined && (
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(([first, ...others], index) => (
          <tr key={index}>
            <th scope="row">{first}</th>
            {others.map((cell, place) => (
              <td key={place}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
