/** Look, texts, fields, hours, departments, operators, e-mail: one form, saved as a whole. */
import type { ChatSettings } from '@goalpost/contract/chat';
import type { Counter } from '@goalpost/contract/management';
import { Alert, Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../../api/failures.ts';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { tell } from '../../ui/tell.ts';
import { useSaveChatSettings } from '../api/settings.ts';
import { Departments } from './departments.tsx';
import { hoursAreWhole, waitingIsWhole } from './hours.ts';
import { LookFields } from './look-fields.tsx';
import { MailFields } from './mail-fields.tsx';
import { Operators } from './operators.tsx';
import { PlacementFields } from './placement-fields.tsx';
import { readySettings } from './ready-settings.ts';
import { TextFields } from './text-fields.tsx';
import { WaitingFields } from './waiting-fields.tsx';
import { WorkingHoursFields } from './working-hours-fields.tsx';

interface Props {
  readonly counter: Counter;
  readonly settings: ChatSettings;
}

export function ChatForm({ counter, settings }: Props) {
  const { t } = useTranslation();
  const save = useSaveChatSettings(counter.id);
  const [draft, setDraft] = useState(settings);
  const [dirty, setDirty] = useState(false);
  useUnsaved(dirty);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const change = (changes: Partial<ChatSettings>): void => {
    setDraft((before) => ({ ...before, ...changes }));
    setDirty(true);
    setErrors({});
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The fields say themselves what they lack.
    if (!hoursAreWhole(draft) || !waitingIsWhole(draft)) {
      const fault = document.querySelector('.gp-spans .gp-fault, .gp-waiting-field [aria-invalid="true"]');
      fault?.scrollIntoView({ block: 'center' });
      return;
    }
    // The switch above is saved by itself.
    const ready = readySettings({ ...draft, enabled: settings.enabled });
    save.mutate(ready, {
      onSuccess: (saved) => {
        setDraft(saved);
        setDirty(false);
        tell(t('word.saved'));
      },
      onError: (error) => setErrors(fieldMessages(error, 'settings')),
    });
  };
  const part = { draft, onChange: change };
  return (
    <form onSubmit={submit} noValidate>
      <LookFields {...part} />
      <TextFields {...part} />
      <PlacementFields {...part} />
      <WorkingHoursFields {...part} timeZone={counter.time_zone_name} />
      <Operators {...part} counterId={counter.id} />
      <Departments {...part} counterId={counter.id} timeZone={counter.time_zone_name} />
      <WaitingFields {...part} />
      <MailFields {...part} counterId={counter.id} saved={settings.mail.team} />
      <div className="gp-save-bar" data-dirty={dirty}>
        {Object.keys(errors).length > 0 && (
          <Alert color="red" variant="light" role="alert">
            {Object.entries(errors).map(([path, message]) => (
              <div key={path}>
                {t('failure.unsaved', { message: path === '' ? message : `${path}: ${message}` })}
              </div>
            ))}
          </Alert>
        )}
        <Button type="submit" loading={save.isPending} disabled={!dirty}>
          {t('word.save')}
        </Button>
        {dirty && <span className="gp-dim gp-small">{t('chat.settings.unsaved')}</span>}
      </div>
    </form>
  );
}
