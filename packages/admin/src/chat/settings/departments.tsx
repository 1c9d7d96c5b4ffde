/** Departments: what visitors choose from, who belongs to each, and when it answers. */
import type { ChatDepartment } from '@goalpost/contract/chat';
import { ActionIcon, Button, MultiSelect, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { teamQuery } from '../api/team.ts';
import type { SettingsPart } from './settings-part.ts';
import { memberChoices } from './shown-operators.ts';
import { HoursFields } from './working-hours-fields.tsx';

const MAX = 50;

interface Props extends SettingsPart {
  readonly counterId: number;
  readonly timeZone: string;
}

export function Departments({ counterId, draft, onChange, timeZone }: Props) {
  const { t } = useTranslation();
  const { departments, operators } = draft;
  const change = (id: string, changes: Partial<ChatDepartment>): void =>
    onChange({ departments: departments.map((one) => (one.id === id ? { ...one, ...changes } : one)) });
  const team = useQuery(teamQuery(counterId)).data ?? [];
  return (
    <Section title={t('chat.settings.departments')} text={t('chat.settings.departmentsText')}>
      <Stack gap="md">
        {departments.map((one) => (
          <fieldset key={one.id} className="gp-department">
            <legend className="gp-hidden-name">{one.name || t('chat.settings.department')}</legend>
            <div className="gp-department-head">
              <TextInput
                label={t('chat.settings.departmentName')}
                maxLength={255}
                value={one.name}
                onChange={(event) => change(one.id, { name: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('chat.settings.removeDepartment', { name: one.name })}
                onClick={() => onChange({ departments: departments.filter(({ id }) => id !== one.id) })}
              >
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            </div>
            <MultiSelect
              label={t('chat.settings.members')}
              placeholder={one.members.length === 0 ? t('chat.settings.everyone') : ''}
              searchable
              maxValues={200}
              data={memberChoices(one.members, operators, team)}
              value={one.members}
              onChange={(members) => change(one.id, { members })}
            />
            <HoursFields
              label={t('chat.settings.ownHours')}
              hours={one.hours}
              timeZone={timeZone}
              onChange={(hours) => change(one.id, { hours })}
            />
          </fieldset>
        ))}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={departments.length >= MAX}
            onClick={() =>
              onChange({
                departments: [
                  ...departments,
                  { id: crypto.randomUUID(), name: '', hours: null, members: [] },
                ],
              })
            }
          >
            {t('chat.settings.addDepartment')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
