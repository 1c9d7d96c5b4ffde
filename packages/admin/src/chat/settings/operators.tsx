/** How those who answer are shown to visitors. */
import type { ChatOperator } from '@goalpost/contract';
import { Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { myIdQuery } from '../api/my-id.ts';
import { safeLink } from '../ui/names.ts';
import { firstLetter } from '../ui/visitor-sign.tsx';
import type { SettingsPart } from './settings-part.ts';

const EMPTY = { name: '', title: '', picture: '' };

export function Operators({ draft, onChange }: SettingsPart) {
  const { t } = useTranslation();
  const me = useQuery(myIdQuery).data;
  const known = draft.operators.some(({ id }) => id === me);
  const shown = me === undefined || known ? draft.operators : [{ id: me, ...EMPTY }, ...draft.operators];
  const change = (operator: ChatOperator, changes: Partial<ChatOperator>): void => {
    const next = { ...operator, ...changes };
    const others = shown.map((one) => (one.id === operator.id ? next : one));
    onChange({ operators: others.filter(({ name, title, picture }) => `${name}${title}${picture}` !== '') });
  };
  return (
    <Section title={t('chat.settings.operators')} text={t('chat.settings.operatorsText')}>
      <Stack gap="md">
        {shown.map((operator) => (
          <div
            key={operator.id}
            className="gp-operator"
            role="group"
            aria-label={operator.id === me ? t('chat.settings.you') : operator.name}
          >
            <Picture operator={operator} />
            <TextInput
              label={operator.id === me ? t('chat.settings.yourName') : t('chat.person.field.name')}
              maxLength={255}
              value={operator.name}
              onChange={(event) => change(operator, { name: event.currentTarget.value })}
            />
            <TextInput
              label={t('chat.settings.operatorTitle')}
              placeholder={t('chat.settings.operatorTitleHint')}
              maxLength={255}
              value={operator.title}
              onChange={(event) => change(operator, { title: event.currentTarget.value })}
            />
            <TextInput
              type="url"
              label={t('chat.settings.picture')}
              placeholder="https://"
              maxLength={2_048}
              value={operator.picture}
              onChange={(event) => change(operator, { picture: event.currentTarget.value })}
            />
          </div>
        ))}
      </Stack>
    </Section>
  );
}

/** The letter stands in for a picture: the admin loads nothing from other servers. */
function Picture({ operator }: { readonly operator: ChatOperator }) {
  const given = safeLink(operator.picture) !== null;
  return (
    <span className="gp-operator-sign" data-given={given} aria-hidden="true">
      {firstLetter(operator.name) || '·'}
    </span>
  );
}
