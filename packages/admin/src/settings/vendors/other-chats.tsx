/** Which vendors' chats were seen on the site, since when, and what they tell, each with a switch. */
import type { Counter } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import {
  EITHER_WORDS,
  OUTCOME_NAMES,
  OUTCOME_WORDS,
  type Outcome,
} from '@goalpost/contract/vendors/outcomes';
import type { VendorLine } from '@goalpost/contract/vendors/settings';
import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSwitchVendor, vendorsQuery } from '../../api/vendors/vendors.ts';
import { textIn } from '../../i18n/text.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import { tell } from '../../ui/tell.ts';
import { useWanted } from '../../ui/edits/use-wanted.ts';
import '../../ui/settings.css';
import { NamedEvents } from './named-events.tsx';
import { WebhookDoor } from './webhook-door.tsx';
import { NotSaved } from '../../ui/fields/not-saved.tsx';

export function OtherChats({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const settings = useQuery(vendorsQuery(counter.id));
  const [all, setAll] = useState(false);
  if (settings.data === undefined) return null;
  const { vendors } = settings.data;
  const shown = all ? vendors : vendors.filter((one) => one.first_seen_at !== null || !one.on);
  return (
    <Section title={t('vendors.title')} text={t('vendors.text')}>
      {!counter.tag_modules.chats && (
        <Alert color="yellow" variant="light" mb="md">
          {t('vendors.off')}
        </Alert>
      )}
      {shown.length === 0 && <p className="gp-dim">{t('vendors.none')}</p>}
      <Lines counterId={counter.id} vendors={shown} mayEdit={may(counter.permission, 'edit')} />
      <Button variant="subtle" size="xs" mt="md" onClick={() => setAll(!all)}>
        {all ? t('vendors.showSeen') : t('vendors.showAll')}
      </Button>
      <NamedEvents counter={counter} settings={settings.data} />
    </Section>
  );
}

interface LinesProps {
  readonly counterId: number;
  readonly vendors: readonly VendorLine[];
  readonly mayEdit: boolean;
}

function Lines({ counterId, vendors, mayEdit }: LinesProps) {
  const { t } = useTranslation();
  const describe = useDescription();
  const change = useSwitchVendor(counterId);
  const { wanted, setWanted, settled } = useWanted<Readonly<Record<string, boolean>>>({});
  const set = (vendor: string, on: boolean): void => {
    setWanted((before) => ({ ...before, [vendor]: on }));
    change.mutate({ vendor, on }, { onSuccess: () => tell(t('word.saved')), onSettled: settled });
  };
  return (
    <>
      <NotSaved reasons={[change.error?.message]} mb="md" />
      <div className="gp-switches">
        {vendors.map((vendor) => (
          <div key={vendor.id}>
            <Switch
              label={vendor.name}
              description={describe(vendor)}
              checked={wanted[vendor.id] ?? vendor.on}
              disabled={!mayEdit}
              onChange={(event) => set(vendor.id, event.currentTarget.checked)}
            />
            {vendor.webhook !== null && mayEdit && (
              <WebhookDoor counterId={counterId} vendor={vendor} webhook={vendor.webhook} />
            )}
          </div>
        ))}
      </div>
    </>
  );
}

/** What other widgets than chats end in: that a chat does not tell it goes without saying. */
const OF_OTHERS: readonly Outcome[] = ['callback', 'form', 'quiz', 'booking'];

function useDescription(): (vendor: VendorLine) => ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return ({ first_seen_at: first, last_seen_at: last, tells }) => {
    const dayOf = (at: number): string => format.day(new Date(at).toISOString());
    const wordOf = (name: Outcome): string =>
      textIn(tells[name] === 'either' ? EITHER_WORDS : OUTCOME_WORDS[name], i18n.language);
    const toldNames = OUTCOME_NAMES.filter((name) => tells[name] !== undefined);
    const isChat = toldNames.some((name) => !OF_OTHERS.includes(name));
    const untoldNames = OUTCOME_NAMES.filter(
      (name) => isChat && tells[name] === undefined && !OF_OTHERS.includes(name),
    );
    const wordsOf = (names: readonly Outcome[]): string => names.map(wordOf).join(', ');
    const [told, untold] = [wordsOf(toldNames), wordsOf(untoldNames)] as const;
    const seen =
      first === null || last === null
        ? t('vendors.unseen')
        : dayOf(first) === dayOf(last)
          ? t('vendors.seenOn', { day: dayOf(first) })
          : t('vendors.seen', { first: dayOf(first), last: dayOf(last) });
    const lines = [
      seen,
      told === '' ? t('vendors.tellsNothing') : t('vendors.tells', { events: told }),
      ...(untold === '' ? [] : [t('vendors.tellsNot', { events: untold })]),
    ];
    return lines.map((line) => (
      <span key={line} className="gp-line">
        {line}
      </span>
    ));
  };
}
