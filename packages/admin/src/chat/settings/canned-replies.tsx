/** Canned replies: what operators send by typing `/` and a few letters. */
import type { CannedReply } from '@goalpost/contract/chat';
import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { tell } from '../../ui/tell.ts';
import { cannedQuery, useSaveCanned } from '../api/settings.ts';
import { cannedFaults } from './canned-faults.ts';
import { CannedRow } from './canned-row.tsx';
import { NotSaved } from '../../ui/fields/not-saved.tsx';

export function CannedReplies({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const saved = useQuery(cannedQuery(counterId)).data;
  const save = useSaveCanned(counterId);
  const [draft, setDraft] = useState<readonly CannedReply[] | null>(null);
  useUnsaved(draft !== null);
  const [checked, setChecked] = useState(false);
  useEffect(() => {
    if (location.hash === '#canned') document.getElementById('canned')?.scrollIntoView();
  }, []);
  const list = draft ?? saved ?? [];
  const faults = checked ? cannedFaults(list) : [];
  const change = (at: number, changes: Partial<CannedReply>): void =>
    setDraft(list.map((reply, index) => (index === at ? { ...reply, ...changes } : reply)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (cannedFaults(list).some((fault) => fault !== null)) return;
    save.mutate(list, {
      onSuccess: () => {
        setDraft(null);
        setChecked(false);
        tell(t('word.saved'));
      },
    });
  };
  const faultOf = (at: number): string | undefined => {
    const fault = faults[at];
    return fault === null || fault === undefined ? undefined : t(`chat.settings.canned.${fault}`);
  };
  return (
    <div id="canned">
      <Section title={t('chat.settings.cannedTitle')} text={t('chat.settings.cannedText')}>
        <form onSubmit={submit} noValidate>
          <Stack gap="xs">
            <NotSaved reasons={[save.error?.message]} />
            {list.map((reply, index) => (
              // Replies have no identity but their place while they are edited.
              <CannedRow
                key={index}
                reply={reply}
                error={faultOf(index)}
                onChange={(changes) => change(index, changes)}
                onRemove={() => setDraft(list.filter((_, at) => at !== index))}
              />
            ))}
            <div className="gp-chat-links">
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPlus size={16} />}
                onClick={() => setDraft([...list, { shortcut: '', text: '' }])}
              >
                {t('chat.settings.addCanned')}
              </Button>
              {draft !== null && (
                <Button type="submit" size="xs" loading={save.isPending}>
                  {t('word.save')}
                </Button>
              )}
            </div>
          </Stack>
        </form>
      </Section>
    </div>
  );
}
