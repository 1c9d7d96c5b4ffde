/** How operators are shown to visitors: each member of the team, with a name and a picture. */
import type { ChatOperator, ChatTeamMember } from '@goalpost/contract/chat';
import { Skeleton, Stack, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { fileAddress } from '@goalpost/contract/chat/limits';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../api/address/address.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import { myIdQuery } from '../api/my-id.ts';
import { teamQuery } from '../api/team.ts';
import { safeLink } from '../ui/names.ts';
import { firstLetter } from '../ui/visitor-sign.tsx';
import { shownOperators } from './shown-operators.ts';
import type { SettingsPart } from './settings-part.ts';
import { UploadPicture } from './upload-picture.tsx';

export function Operators({ counterId, draft, onChange }: SettingsPart & { readonly counterId: number }) {
  const { t } = useTranslation();
  const me = useQuery(myIdQuery).data;
  const query = useQuery(teamQuery(counterId));
  const shown = shownOperators(draft.operators, query.data ?? [], me);
  const change = (operator: ChatOperator, changes: Partial<ChatOperator>): void => {
    const others = shown.map((one) => (one.id === operator.id ? { ...operator, ...changes } : one));
    onChange({ operators: others.filter(({ name, title, picture }) => `${name}${title}${picture}` !== '') });
  };
  return (
    <Section title={t('chat.settings.operators')} text={t('chat.settings.operatorsText')}>
      <Stack gap="lg">
        {shown.map((operator) => (
          <OperatorFields
            key={operator.id}
            counterId={counterId}
            operator={operator}
            member={query.data?.find(({ id }) => id === operator.id)}
            mine={operator.id === me}
            onChange={(changes) => change(operator, changes)}
          />
        ))}
        {query.isPending && <Skeleton height={60} />}
        <div>
          <ButtonLink
            to="/counter/$counterId/people"
            params={{ counterId: String(counterId) }}
            variant="default"
            size="xs"
            leftSection={<IconUserPlus size={16} stroke={1.6} />}
          >
            {t('people.addLink')}
          </ButtonLink>
        </div>
      </Stack>
    </Section>
  );
}

interface Props {
  readonly counterId: number;
  readonly operator: ChatOperator;
  /** Undefined: not of the team any more, or not known yet. */
  readonly member: ChatTeamMember | undefined;
  readonly mine: boolean;
  readonly onChange: (changes: Partial<ChatOperator>) => void;
}

function OperatorFields({ counterId, operator, member, mine, onChange }: Props) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  const who = member?.email ?? '';
  return (
    <div
      className="gp-operator"
      role="group"
      aria-label={mine ? t('chat.settings.you') : who || operator.name}
    >
      <Picture operator={operator} />
      <p className="gp-operator-who gp-one-line">
        {mine && <strong>{t('chat.settings.you')}</strong>} <span className="gp-dim">{who}</span>
      </p>
      <TextInput
        label={mine ? t('chat.settings.yourName') : t('chat.person.field.name')}
        placeholder={operator.name === '' ? (member?.name ?? '') : ''}
        maxLength={255}
        value={operator.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('chat.settings.operatorTitle')}
        placeholder={t('chat.settings.operatorTitleHint')}
        maxLength={255}
        value={operator.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        type="url"
        label={t('chat.settings.picture')}
        placeholder="https://"
        maxLength={2_048}
        value={operator.picture}
        error={problem}
        rightSection={
          <UploadPicture
            counterId={counterId}
            onPicture={(picture) => onChange({ picture })}
            onProblem={setProblem}
          />
        }
        onChange={(event) => {
          setProblem(null);
          onChange({ picture: event.currentTarget.value });
        }}
      />
    </div>
  );
}

/** A letter stands in for pictures elsewhere: the admin loads nothing from other servers. */
function Picture({ operator }: { readonly operator: ChatOperator }) {
  if (operator.picture.startsWith(whole(fileAddress(''))))
    return <img className="gp-operator-sign" src={operator.picture} alt="" />;
  const given = safeLink(operator.picture) !== null;
  return (
    <span className="gp-operator-sign" data-given={given} aria-hidden="true">
      {firstLetter(operator.name) || '·'}
    </span>
  );
}
