import { FILTER_GROUPS } from '@goalpost/contract/reports/filters';
import type { ComboboxItem } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { en } from '../../../i18n/en.ts';
import { ru } from '../../../i18n/ru.ts';
import { nameOf } from '../fields.ts';
import { findsField } from './find-field.ts';

describe.each([
  ['en' as const, en],
  ['ru' as const, ru],
])('the search of a field in %s', (language, { dimension }) => {
  const options = FILTER_GROUPS.map(({ title, fields }) => ({
    group: title[language],
    items: fields.map((field) => ({ value: nameOf(field), label: dimension[field.id] })),
  }));
  const found = (search: string): ComboboxItem[] =>
    findsField({ options, search, limit: Infinity }).flatMap((option) =>
      'group' in option ? (option.items as ComboboxItem[]) : [option],
    );

  it.each(options)('finds all of "$group" by the name of the group', ({ group, items }) => {
    expect(found(` ${group.toLocaleUpperCase()} `)).toEqual(expect.arrayContaining(items));
  });

  it.each(options.flatMap(({ items }) => items))('finds $label by its name and by the API’s', (item) => {
    expect(found(item.label)).toContainEqual(item);
    expect(found(item.value.slice(5))).toContainEqual(item);
  });

  it('finds nothing by what is no field', () => expect(found('zzzz')).toEqual([]));
});
