/** Visits that are the site's own and are left out: by network address, and by marked browsers. */
import type { Counter } from '@goalpost/contract/management';
import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountBrowser, useOwnVisitLinks, useUpdateCounter } from '../api/counters.ts';
import { fieldMessages } from '../api/failures.ts';
import { CopyBlock } from '../ui/copy-block.tsx';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { WordsField } from '../ui/fields/words-field.tsx';
import { tell } from '../ui/tell.ts';
import './shared-links.css';

/** A message about one address belongs to their list. */
const errorsOf = (error: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldMessages(error, 'counter')).map(([path, message]) => [
      path.startsWith('own_visits') ? 'addresses' : '',
      message,
    ]),
  );

export function OwnVisits({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  return (
    <Section title={t('ownVisits.title')} text={t('ownVisits.text')}>
      <Stack gap="lg">
        <Addresses counter={counter} />
        <Browsers counter={counter} />
      </Stack>
    </Section>
  );
}

function Addresses({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const update = useUpdateCounter(counter.id);
  const form = useForm({ initialValues: { addresses: counter.own_visits.addresses } });
  const [isTyping, setTyping] = useState(false);
  const isEdited = form.isDirty() || isTyping;
  useUnsaved(isEdited);
  const submit = form.onSubmit(({ addresses }) =>
    update.mutate(
      { own_visits: { addresses } },
      {
        onSuccess: (saved) => {
          const kept = { addresses: saved.own_visits.addresses };
          form.setValues(kept);
          form.resetDirty(kept);
          tell(t('word.saved'));
        },
        onError: (error) => form.setErrors(errorsOf(error)),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {typeof form.errors[''] === 'string' && (
          <Alert color="red" variant="light" role="alert">
            {t('failure.unsaved', { message: form.errors[''] })}
          </Alert>
        )}
        <WordsField
          label={t('ownVisits.addresses')}
          description={t('ownVisits.addressesText')}
          maxTags={100}
          onTyping={setTyping}
          {...form.getInputProps('addresses')}
        />
        <Button type="submit" loading={update.isPending} disabled={!isEdited} w="fit-content">
          {t('ownVisits.apply')}
        </Button>
      </Stack>
    </form>
  );
}

function Browsers({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const links = useOwnVisitLinks(counter.id);
  const remove = useCountBrowser(counter.id);
  const failed = links.error ?? remove.error;
  const { browsers } = counter.own_visits;
  const isCookieless = counter.consent.mode === 'cookieless' && counter.consent.countries.length === 0;
  return (
    <Stack gap="sm">
      <h3>{t('ownVisits.browsers')}</h3>
      <p className="gp-dim">{t(isCookieless ? 'ownVisits.cookieless' : 'ownVisits.browsersText')}</p>
      {failed !== null && (
        <Alert color="red" variant="light" role="alert">
          {failed.message}
        </Alert>
      )}
      {links.data === undefined ? (
        <Button variant="default" w="fit-content" loading={links.isPending} onClick={() => links.mutate()}>
          {t('ownVisits.links')}
        </Button>
      ) : (
        <>
          <p className="gp-dim gp-small">
            {t('ownVisits.until', {
              day: format.day(new Date(links.data.expires_at).toISOString().slice(0, 10)),
            })}
          </p>
          <strong>{t('ownVisits.mark')}</strong>
          <CopyBlock text={links.data.mark_url} label={t('ownVisits.mark')} />
          <strong>{t('ownVisits.unmark')}</strong>
          <CopyBlock text={links.data.unmark_url} label={t('ownVisits.unmark')} />
        </>
      )}
      {browsers.length > 0 && (
        <ul className="gp-shares" aria-label={t('ownVisits.marked')}>
          {browsers.toReversed().map(({ mark, at }) => (
            <li key={mark}>
              <span className="gp-share-words">
                <span>{t('ownVisits.browser', { mark: mark.slice(0, 6) })}</span>
                <span className="gp-dim gp-small">{t('ownVisits.markedAt', { at: format.moment(at) })}</span>
              </span>
              <Button
                size="xs"
                variant="default"
                loading={remove.isPending && remove.variables === mark}
                onClick={() => remove.mutate(mark)}
              >
                {t('ownVisits.again')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
