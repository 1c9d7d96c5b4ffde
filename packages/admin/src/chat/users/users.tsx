/** Users: everyone on the site now, filterable, with Invite. */
import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { useDeskState } from '../desk-scope.tsx';
import { usePlace } from '../place.ts';
import { useCountryName } from '../ui/names.ts';
import { useSourceWord } from '../ui/source-word.ts';
import { findPeople, searchable } from './find-people.ts';
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
  const box = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => box.current?.focus()]]);
  const here = useMemo(() => findPeople(people, '', counterId), [people, counterId]);
  const found = useMemo(
    () =>
      findPeople(here, find, null, (person) =>
        [
          searchable(person),
          countryName(person.country),
          t(`chat.users.device.${person.device}`),
          sourceWord(person.source),
        ].join('\n'),
      ),
    // The names of countries change with the language only.
    [here, find, t],
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
        <p className="gp-dim gp-number" role="status">
          {find === ''
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
      ) : (
        // Another search begins anew: nothing of the old one is held in place.
        <UsersTable key={find} people={found} showCounter={counterId === null && counters.length > 1} />
      )}
    </div>
  );
}
