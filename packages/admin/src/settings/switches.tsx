/** Settings that act at once: automatic goals, robots. */
import type { Counter, CounterUpdate } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { useUpdateCounter } from '../api/counters.ts';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { tell } from '../ui/tell.ts';
import { useWanted } from '../ui/edits/use-wanted.ts';
import { NotSaved } from '../ui/fields/not-saved.tsx';
import '../ui/settings.css';

export function Switches({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const update = useUpdateCounter(counter.id);
  const { wanted, setWanted, settled } = useWanted<CounterUpdate>({});
  const shown = { ...counter, ...wanted };
  const set = (changes: CounterUpdate): void => {
    setWanted(changes);
    update.mutate(changes, { onSuccess: () => tell(t('word.saved')), onSettled: settled });
  };
  return (
    <Section title={t('settings.counting')}>
      <NotSaved reasons={[update.error?.message]} mb="md" />
      <div className="gp-switches">
        <Switch
          label={t('settings.autogoals')}
          description={t('settings.autogoalsText')}
          checked={shown.autogoals_enabled}
          onChange={(event) => set({ autogoals_enabled: event.currentTarget.checked })}
        />
        <Switch
          label={t('settings.robots')}
          description={t('settings.robotsText')}
          checked={shown.filter_robots !== 0}
          onChange={(event) => set({ filter_robots: event.currentTarget.checked ? 1 : 0 })}
        />
      </div>
    </Section>
  );
}
