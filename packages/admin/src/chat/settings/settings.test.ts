import { ChatSettings } from '@goalpost/contract/chat';
import { describe, expect, it } from 'vitest';
import { safeLink } from '../ui/names.ts';
import { cannedFaults } from './canned-faults.ts';
import { inkOn } from './text-colour.ts';
import { builtIn, readySettings, textsOf } from './ready-settings.ts';

const plain = ChatSettings.parse({});

describe('texts', () => {
  it('are the built-in ones until the owner writes others', () => {
    expect(textsOf(plain, 'ru')).toEqual(builtIn('ru'));
    expect(textsOf(plain, 'fr')).toEqual(builtIn('en'));
  });

  it('are sent only where they differ, and never empty', () => {
    const texts = {
      en: builtIn('en'),
      ru: { title: ' ', greeting: 'Привет', offlineText: '' },
      fr: { ...builtIn('en') },
    };
    expect(readySettings({ ...plain, texts }).texts).toEqual({
      ru: { ...builtIn('ru'), greeting: 'Привет' },
      fr: builtIn('en'),
    });
  });
});

it('leaves out departments and page rules that say nothing', () => {
  const ready = readySettings({
    ...plain,
    departments: [
      { id: 'a', name: ' ', hours: null, members: [] },
      { id: 'b', name: 'Sales', hours: null, members: [] },
    ],
    show: { devices: 'all', urls: [{ op: 'is', value: '' }] },
  });
  expect(ready.departments.map(({ id }) => id)).toEqual(['b']);
  expect(ready.show.urls).toEqual([]);
});

it('finds canned replies that are empty or there twice', () => {
  const list = ['hi', 'HI', ''].map((shortcut) => ({ shortcut, text: 'text' }));
  expect(cannedFaults([...list, { shortcut: 'x', text: ' ' }])).toEqual([null, 'twice', 'empty', 'empty']);
});

it('writes on a colour in what can be read on it', () => {
  expect(inkOn('#1864ab')).toBe('#ffffff');
  expect(inkOn('#ffff00')).toBe('#000000');
  expect(inkOn('#000000')).toBe('#ffffff');
});

it('makes links only of addresses that open as pages', () => {
  expect(safeLink('https://a.example/x')).toBe('https://a.example/x');
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', '/x', '', undefined])
    expect(safeLink(bad)).toBeNull();
});
