/** A visitor who is on the site now. */
import { Button, Popover } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile, IconMessagePlus } from '@tabler/icons-react';
import { memo } from 'react';
import { shownAddress } from '@goalpost/contract/addresses';
import { useTranslation } from 'react-i18next';
import { NOTHING } from '../../ui/format.ts';
import { AnchorLink } from '../../ui/links.tsx';
import { useDeskState } from '../client-scope.tsx';
import { usePlace } from '../place.ts';
import { useDuration } from '../ui/duration.ts';
import { givenName, shortAddress, useCounterName, useCountryName, useVisitorName } from '../ui/names.ts';
import { useSourceWord } from '../ui/source-word.ts';
import { VisitorSign } from '../ui/visitor-sign.tsx';
import type { Row } from './arrange.ts';
import { InviteBox } from './invite-box.tsx';

interface Props {
  readonly row: Row;
  readonly index: number;
  readonly now: number;
  readonly showCounter: boolean;
  readonly narrow: boolean;
  readonly inviting: boolean;
  readonly onInvite: (open: boolean) => void;
}

export const UserRow = memo(
  User,
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.inviting === after.inviting &&
    before.showCounter === after.showCounter &&
    before.narrow === after.narrow &&
    before.now === after.now,
);

function User({ row, index, now, showCounter, narrow, inviting, onInvite }: Props) {
  const { t } = useTranslation();
  const duration = useDuration();
  const counterName = useCounterName();
  const countryName = useCountryName();
  const visitorName = useVisitorName();
  const { person, gone } = row;
  const contact = useDeskState((state) =>
    person.conversationId === null ? undefined : state.conversations.get(person.conversationId)?.contact,
  );
  // What the conversation says is newer; those without one are named by what is known from before.
  const called = givenName(contact) || (person.name ?? '');
  const name = called || visitorName(undefined, person.visitor);
  const Device = person.device === 'mobile' ? IconDeviceMobile : IconDeviceDesktop;
  const address = shortAddress(person.url);
  const place = countryName(person.country);
  return (
    <div className="gp-user" role="row" aria-rowindex={index} data-gone={gone || !person.online}>
      <span role="cell" data-column="page" className="gp-user-page">
        <VisitorSign visitor={person.visitor} name={called} here={person.online && !gone} />
        <span className="gp-user-words">
          <span className="gp-one-line" title={person.title}>
            {person.title || address}
          </span>
          <span className="gp-one-line gp-dim gp-small" title={shownAddress(person.url)}>
            {[showCounter && counterName(person.counterId), called, address].filter(Boolean).join(' · ')}
          </span>
        </span>
      </span>
      <span role="cell" data-column="time" className="gp-number">
        {duration(Math.max(0, now - person.since))}
      </span>
      <Source person={person} />
      <span role="cell" data-column="place" data-empty={place === ''} className="gp-one-line">
        {place || NOTHING}
      </span>
      <span role="cell" data-column="device" className="gp-one-line">
        <Device size={16} stroke={1.6} role="img" aria-label={t(`chat.users.device.${person.device}`)} />
        <span>{person.browser}</span>
      </span>
      <span role="cell" data-column="visits" className="gp-number" data-name={t('chat.users.column.visits')}>
        <AnchorLink
          inherit
          to="/counter/$counterId/visitors/$visitor"
          params={{ counterId: String(person.counterId), visitor: person.visitor }}
          title={t('timeline.toVisitor')}
          aria-label={`${t('timeline.toVisitor')}: ${person.visits}`}
        >
          {person.visits}
        </AnchorLink>
      </span>
      <span role="cell" data-column="pages" className="gp-number">
        {person.pages}
      </span>
      <span role="cell" data-column="state">
        <State row={row} />
      </span>
      <span role="cell" data-column="tools">
        <Popover
          opened={inviting}
          onChange={onInvite}
          position={narrow ? 'bottom-end' : 'left-start'}
          width={narrow ? 'min(340px, calc(100vw - 24px))' : 340}
          shadow="md"
          trapFocus
          returnFocus
          withinPortal
        >
          <Popover.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconMessagePlus size={16} stroke={1.6} />}
              disabled={gone}
              onClick={() => onInvite(!inviting)}
            >
              {t('chat.users.invite')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('chat.users.inviteTitle', { name })}>
            {inviting && <InviteBox person={person} name={name} onDone={() => onInvite(false)} />}
          </Popover.Dropdown>
        </Popover>
      </span>
    </div>
  );
}

function State({ row: { person, gone } }: { readonly row: Row }) {
  const { t } = useTranslation();
  const { go } = usePlace();
  const { conversationId } = person;
  if (gone || !person.online) return <span className="gp-user-state gp-dim">{t('chat.users.gone')}</span>;
  if (conversationId !== null)
    return (
      <button
        type="button"
        className="gp-text-button gp-user-state"
        data-talk="chatting"
        onClick={() => go('inbox', { conversation: conversationId })}
      >
        {t(person.typing === '' ? 'chat.users.chatting' : 'chat.users.typing')}
      </button>
    );
  return person.invited ? <span className="gp-user-state gp-dim">{t('chat.users.invited')}</span> : null;
}

/** What brought them by name, and its kind. */
function Source({ person: { source, engine = '' } }: Pick<Row, 'person'>) {
  const kind = useSourceWord()(source);
  return (
    <span role="cell" data-column="source" className="gp-user-words" title={kind}>
      <span className="gp-one-line">{engine || kind}</span>
      {engine !== '' && <span className="gp-one-line gp-dim gp-small gp-user-kind">{kind}</span>}
    </span>
  );
}
