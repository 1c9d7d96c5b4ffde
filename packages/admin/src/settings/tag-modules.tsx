/** What the tag collects: one switch for each of its modules. They act at once, on pages within the hour. */
import { TAG_SWITCHES, type TagSwitch } from '@goalpost/contract/tag-modules';
import type { Counter } from '@goalpost/contract/management';
import { useTranslation } from 'react-i18next';
import { useUpdateCounter } from '../api/counters.ts';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { tell } from '../ui/tell.ts';
import { useWanted } from '../ui/edits/use-wanted.ts';
import { NotSaved } from '../ui/fields/not-saved.tsx';
import '../ui/settings.css';

export function TagModules({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const update = useUpdateCounter(counter.id);
  const { wanted, setWanted, settled } = useWanted<Partial<Record<TagSwitch, boolean>>>({});
  const shown = { ...counter.tag_modules, ...wanted };
  const set = (name: TagSwitch, isOn: boolean): void => {
    setWanted((before) => ({ ...before, [name]: isOn }));
    update.mutate(
      { tag_modules: { [name]: isOn } },
      { onSuccess: () => tell(t('word.saved')), onSettled: settled },
    );
  };
  return (
    <Section title={t('tagModules.title')} text={t('tagModules.text')}>
      <NotSaved reasons={[update.error?.message]} mb="md" />
      <div className="gp-switches">
        {TAG_SWITCHES.map((name) => (
          <Switch
            key={name}
            label={t(`tagModules.${name}`)}
            description={t(`tagModules.${name}Text`)}
            checked={shown[name]}
            onChange={(event) => set(name, event.currentTarget.checked)}
          />
        ))}
      </div>
    </Section>
  );
}
