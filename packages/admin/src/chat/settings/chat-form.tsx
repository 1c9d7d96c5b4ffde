/** Look, texts, fields, hours, departments, operators, e-mail: one form, saved as a whole. */
import type { ChatSettings } from '@goalpost/contract/chat';
import type { Counter } from '@goalpost/contract/management';
import { Button } from '@mantine/core';
import { Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NotSaved } from '../../ui/fields/not-saved.tsx';
import { fieldMessages } from '../../api/failures.ts';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { tell } from '../../ui/tell.ts';
import { useSaveChatSettings } from '../api/settings.ts';
import { hoursAreWhole, waitingIsWhole } from './hours.ts';
import { LookFields } from './look-fields.tsx';
import { readySettings } from './ready-settings.ts';
import { TextFields } from './text-fields.tsx';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

/** Below the first screenful. */
const LaterFields = lazyPart(
  withWords(
    ['access', 'chat', 'chatInvitations', 'chatSettings', 'goals', 'settings'],
    () => import('./later-fields.tsx'),
  ),
  'LaterFields',
);

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
      <Suspense>
        <LaterFields {...part} counter={counter} savedTeam={settings.mail.team} />
      </Suspense>
      <div className="gp-save-bar" data-dirty={dirty}>
        <NotSaved
          reasons={Object.entries(errors).map(([path, message]) =>
            path === '' ? message : `${path}: ${message}`,
          )}
        />
        <Button type="submit" loading={save.isPending} disabled={!dirty}>
          {t('word.save')}
        </Button>
        {dirty && <span className="gp-dim gp-small">{t('chat.settings.unsaved')}</span>}
      </div>
    </form>
  );
}
