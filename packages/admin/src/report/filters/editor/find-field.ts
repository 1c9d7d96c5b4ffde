/** Finds a field by a part of its name, or of the name of its group. Pure. */
import type { ComboboxItem, ComboboxParsedItem, OptionsFilter } from '@mantine/core';

export const findsField: OptionsFilter = ({ options, search }) => {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === '') return options;
  const fits = (text: unknown): boolean => String(text).toLocaleLowerCase().includes(wanted);
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return fits(option.label) ? [option] : [];
    const items: readonly ComboboxItem[] = option.items;
    const found = items.filter(({ label, value }) => fits(label) || fits(value));
    // Those of a group that is meant by its name come after what bears the word itself.
    const rest = fits(option.group) ? items.filter((item) => !found.includes(item)) : [];
    return found.length + rest.length === 0 ? [] : [{ group: option.group, items: [...found, ...rest] }];
  });
};
