/** Lets many people in at once, and says what became of each address. */
import type { BulkResult } from '@goalpost/contract/management';
import { isLimited, may } from '@goalpost/contract/management/roles';
import { Button, MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAddMany } from '../api/access.ts';
import { countersQuery } from '../api/counters.ts';
import { CopyBlock } from '../ui/copy-block.tsx';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { LimitField } from './limit-of.tsx';
import { pageOrigin } from '../api/address/address.ts';
import { linkFrom } from './link-from.ts';
import { pastedAddresses } from './pasted.ts';
import { permOf, usePermChoices } from './perm-choices.ts';
import { NotSaved } from '../ui/fields/not-saved.tsx';

/** As the server takes them. */
const MOST = 50;

export function AddMany({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const add = useAddMany(counterId);
  const choices = usePermChoices();
  const all = useQuery(countersQuery()).data ?? [];
  const others = all.filter(({ id, permission }) => id !== counterId && may(permission, 'edit'));
  const form = useForm({ initialValues: { text: '', perm: 'view', filters: '', sites: [] as string[] } });
  useUnsaved(form.values.text.trim() !== '');
  const addresses = pastedAddresses(form.values.text);
  const isTooMany = addresses.length > MOST;
  const submit = form.onSubmit(({ perm, filters, sites }) =>
    add.mutate(
      {
        user_logins: addresses,
        perm: permOf(perm),
        filters: isLimited(permOf(perm)) ? filters : '',
        counters: sites.map(Number),
      },
      { onSuccess: () => form.setFieldValue('text', '') },
    ),
  );
  return (
    <>
      <NotSaved reasons={[add.error?.message]} mb="md" />
      {add.data && <Outcomes results={add.data} />}
      <form onSubmit={submit} noValidate aria-label={t('people.many')}>
        <Textarea
          label={t('people.logins')}
          description={
            isTooMany
              ? t('people.loginsMost', { most: MOST })
              : t('people.loginsCount', { count: addresses.length })
          }
          autosize
          minRows={3}
          maxRows={12}
          spellCheck={false}
          {...form.getInputProps('text')}
        />
        <div className="gp-many">
          <NativeSelect
            label={t('people.role')}
            data={choices.map(({ value, label }) => ({ value, label }))}
            {...form.getInputProps('perm')}
          />
          {isLimited(permOf(form.values.perm)) && <LimitField input={form.getInputProps('filters')} />}
          {others.length > 0 && (
            <MultiSelect
              label={t('people.sites')}
              data={others.map(({ id, site }) => ({ value: String(id), label: `${site} · ${id}` }))}
              searchable
              maxValues={20}
              {...form.getInputProps('sites')}
            />
          )}
          <Button type="submit" loading={add.isPending} disabled={addresses.length === 0 || isTooMany}>
            {t('people.letIn')}
          </Button>
        </div>
      </form>
    </>
  );
}

function Outcomes({ results }: { readonly results: readonly BulkResult[] }) {
  const { t } = useTranslation();
  const choices = usePermChoices();
  const sites = new Set(results.map(({ counter_id: id }) => id)).size;
  const links = results.flatMap(({ user_login: login, link }) =>
    link === undefined ? [] : [`${login} ${linkFrom(link.url, pageOrigin())}`],
  );
  const roleOf = (perm: BulkResult['perm']) => choices.find(({ value }) => value === perm)?.label ?? '';
  return (
    <div role="status">
      <ul className="gp-rows" aria-label={t('people.outcomes')}>
        {results.map(({ user_login: login, counter_id: id, outcome, message, perm }) => (
          <li key={`${login} ${id}`}>
            <div>
              <strong>{login}</strong>
              <span className="gp-dim">
                {sites > 1 && `${id} · `}
                {t(`people.outcome.${outcome}`, { why: message, role: roleOf(perm) })}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {links.length > 0 && (
        <CopyBlock text={links.join('\n')} label={t('people.copyAll')} action={t('people.copyAll')} />
      )}
    </div>
  );
}
