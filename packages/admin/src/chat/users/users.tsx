/** Users: everyone on the site now, filterable, with Invite. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys/use-keys.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { useDeskState } from '../client-scope.tsx';
import { usePlace } from '../place.ts';
import { givenName, useCountryName } from '../ui/names.ts';
import { useSourceWord } from '../ui/source-word.ts';
import { findPeople, searchable, TALKS } from './find-people.ts';
import { UsersTable } from './users-table.tsx';
import './users.css';

export function Users() {
  const { t } = useTranslation();
  const { counterId, search, go } = usePlace();
  const people = useDeskState((state) => state.people);
  const counters = useDeskState((state) => state.counters);
  const countryName = useCountryName();
  const sourceWord = useSourceWord();
  const find = search.find ?? '';
  const talk = search.talk ?? 'any';
  const conversations = useDeskState((state) => state.conversations);
  const box = useRef<HTMLInputElement>(null);
  useKeys({ slash: () => box.current?.focus() });
  const here = useMemo(() => findPeople(people, { text: '', counterId, talk: 'any' }), [people, counterId]);
  const found = useMemo(
    () =>
      findPeople(here, { text: find, counterId: null, talk }, (person) =>
        [
          searchable(person),
          givenName(conversations.get(person.conversationId ?? '')?.contact),
          countryName(person.country),
          t(`chat.users.device.${person.device}`),
          sourceWord(person.source),
          person.engine ?? '',
          person.name ?? '',
        ].join('\n'),
      ),
    // The names of countries change with the language only, those of people hardly while one types.
    [here, find, talk, t],
  );
  const [first] = counterId === null ? counters : [counterId];
  return (
    <div className="gp-users">
      <div className="gp-users-head">
        <TextInput
          ref={box}
          type="search"
          leftSection={<IconSearch size={16} stroke={1.6} />}
          aria-label={t('chat.users.find')}
          placeholder={t('chat.users.findHint')}
          value={find}
          onChange={(event) => go('users', { ...search, find: event.currentTarget.value }, { replace: true })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') go('users', { ...search, find: undefined }, { replace: true });
          }}
        />
        <SegmentedControl
          size="xs"
          className="gp-users-talk"
          aria-label={t('chat.users.talk')}
          value={talk}
          onChange={(value) =>
            go('users', { ...search, talk: TALKS.find((known) => known === value) }, { replace: true })
          }
          data={TALKS.map((name) => ({ value: name, label: t(`chat.users.talks.${name}`) }))}
        />
        <p className="gp-dim gp-number" role="status">
          {find === '' && talk === 'any'
            ? t('chat.users.count', { count: here.size })
            : t('chat.users.found', { count: here.size, n: found.size })}
        </p>
      </div>
      {here.size === 0 ? (
        <Empty icon={<IconUsers />} title={t('chat.users.noneTitle')} text={t('chat.users.noneText')}>
          {first !== undefined && (
            <ButtonLink
              to="/counter/$counterId/settings/chat"
              params={{ counterId: String(first) }}
              variant="default"
            >
              {t('chat.users.noneButton')}
            </ButtonLink>
          )}
        </Empty>
      ) : found.size === 0 ? (
        <p className="gp-users-none gp-dim">
          {t('chat.users.noneFound')}{' '}
          <button type="button" className="gp-text-button" onClick={() => go('users', {}, { replace: true })}>
            {t('chat.users.showAll')}
          </button>
        </p>
      ) : (
        // Another search starts again: rows of the old one do not stay in place.
        <UsersTable
          key={`${talk} ${find}`}
          people={found}
          showCounter={counterId === null && counters.length > 1}
          sort={search.sort}
          onSort={(sort) => go('users', { ...search, sort }, { replace: true })}
        />
      )}
    </div>
  );
}
