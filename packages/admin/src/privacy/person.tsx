/** What is kept of one person: found, handed out as a file, or erased, with the receipts of what was. */
import {
  LEFT_PLACES,
  PERSON_KEYS,
  type Counter,
  type ErasureLeft,
  type PersonCounts,
  type PersonKey,
} from '@goalpost/contract/management';
import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { erasuresQuery, useErasePerson, useExportPerson, useFindPerson } from '../api/people.ts';
import { ApiFailure } from '../api/http.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';

const KINDS = ['visits', 'hits', 'conversations', 'messages', 'files', 'deliveries', 'letters'] as const;

function useCountsText(): (counts: PersonCounts) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (counts) =>
    KINDS.filter((kind) => counts[kind] > 0)
      .map((kind) => `${t(`person.kinds.${kind}`)}: ${format.number(counts[kind])}`)
      .join(' · ');
}

export function Person({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const [by, setBy] = useState<PersonKey>('email');
  const [value, setValue] = useState('');
  const [asking, setAsking] = useState(false);
  const find = useFindPerson(counter.id);
  const hand = useExportPerson(counter.id);
  const erase = useErasePerson(counter.id);
  const countsText = useCountsText();
  const who = { by, value: value.trim() };
  const failed = [find, hand, erase].find(({ isError }) => isError)?.error;
  const forget = (): void => [find, hand, erase].forEach((one) => one.reset());
  const search = (event: SyntheticEvent): void => {
    event.preventDefault();
    forget();
    find.mutate(who);
  };
  return (
    <Section title={t('person.title')} text={t('person.text')}>
      <form onSubmit={search}>
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('person.by')}
            value={by}
            onChange={(event) => {
              setBy(event.currentTarget.value as PersonKey);
              forget();
            }}
            data={PERSON_KEYS.map((key) => ({ value: key, label: t(`person.keys.${key}`) }))}
          />
          <TextInput
            className="gp-grow"
            label={t(`person.keys.${by}`)}
            value={value}
            maxLength={255}
            onChange={(event) => {
              setValue(event.currentTarget.value);
              forget();
            }}
          />
          <Button type="submit" variant="default" loading={find.isPending} disabled={who.value === ''}>
            {t('person.find')}
          </Button>
        </Group>
      </form>
      {failed !== undefined && failed !== null && (
        <Alert color="red" variant="light" role="alert" mt="md">
          {failed instanceof ApiFailure && failed.status === 404 ? t('person.nobody') : failed.message}
        </Alert>
      )}
      {find.data !== undefined && !erase.isSuccess && (
        <div role="status">
          <p>{countsText(find.data)}</p>
          <Group gap="sm">
            <Button
              variant="default"
              loading={hand.isPending}
              onClick={() => hand.mutate(who, { onSuccess: save })}
            >
              {t('person.export')}
            </Button>
            <Button variant="default" c="var(--gp-bad)" onClick={() => setAsking(true)}>
              {t('person.erase')}
            </Button>
          </Group>
        </div>
      )}
      <Confirm
        opened={asking}
        title={t('person.eraseTitle')}
        text={t('person.eraseText', { counts: find.data === undefined ? '' : countsText(find.data) })}
        action={t('person.erase')}
        pending={erase.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => erase.mutate(who, { onSettled: () => setAsking(false) })}
      />
      <Receipts counterId={counter.id} />
    </Section>
  );
}

function Receipts({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const countsText = useCountsText();
  const erasures = useQuery(erasuresQuery(counterId));
  if (erasures.data === undefined || erasures.data.length === 0) return null;
  return (
    <>
      <h3>{t('person.receipts')}</h3>
      <ul>
        {erasures.data.map((one) => (
          <li key={one.id}>
            {format.moment(one.created_at)} · {t(`person.keys.${one.by}`)} · {one.asked_by} ·{' '}
            {countsText(one.counts)} · {t(`person.states.${one.state}`)}
            {one.waits_for !== '' && <span className="gp-dim"> {one.waits_for}</span>}
            {one.by_hand.length > 0 && <ByHand left={one.by_hand} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Goals count by it, pages show it, others said it: only people can change that. */
function ByHand({ left }: { readonly left: readonly ErasureLeft[] }) {
  const { t } = useTranslation();
  const places = LEFT_PLACES.map((place) => ({ place, ids: left.filter((one) => one.place === place) }));
  return (
    <div className="gp-dim">
      {t('person.byHand')}{' '}
      {places
        .filter(({ ids }) => ids.length > 0)
        .map(({ place, ids }) => `${t(`person.places.${place}`)}: ${ids.map(({ id }) => id).join(', ')}`)
        .join(' · ')}
    </div>
  );
}

/** As a file of the browser's. */
function save(data: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'person.json';
  link.click();
  URL.revokeObjectURL(url);
}
