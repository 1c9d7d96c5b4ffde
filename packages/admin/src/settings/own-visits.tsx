/** Visits that are the site's own and are left out: by network address, and by marked browsers. */
import type { Counter } from '@goalpost/contract/management';
import { Alert, Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCountBrowser, useOwnVisitLinks } from '../api/counters.ts';
import { CounterFields, useCounterForm } from '../counters/index.ts';
import { CopyBlock } from '../ui/copy-block.tsx';
import { useFormat } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { WordsField } from '../ui/fields/words-field.tsx';
import './shared-links.css';

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
  const form = useCounterForm({
    counter,
    valuesOf: ({ own_visits: { addresses } }) => ({ addresses }),
    changeOf: ({ addresses }) => ({ own_visits: { addresses } }),
    // A message about one address belongs to their list.
    fieldOf: (path) => (path.startsWith('own_visits') ? 'addresses' : ''),
  });
  return (
    <CounterFields form={form} apply={t('ownVisits.apply')}>
      <WordsField
        label={t('ownVisits.addresses')}
        description={t('ownVisits.addressesText')}
        maxTags={100}
        onTyping={form.setTyping}
        {...form.fields.getInputProps('addresses')}
      />
    </CounterFields>
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
