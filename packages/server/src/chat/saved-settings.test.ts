import { ChatSettings } from '@goalpost/contract';
import { expect, it } from 'vitest';
import { savedSettings, upgraded } from './saved-settings.ts';

const SPAN = { days: [1, 2], from: '09:00', to: '18:00' };
const OLD = { timeZone: 'UTC', ...SPAN };
const NOW = { timeZone: 'UTC', spans: [SPAN] };

it('brings hours of one span into those of many, of departments too', () => {
  const saved = {
    enabled: true,
    color: '#123456',
    hours: OLD,
    departments: [
      { id: 'a', name: 'A', hours: OLD, members: ['ann'] },
      { id: 'b', name: 'B', hours: null, members: [] },
      { id: 'c', name: 'C', hours: NOW },
    ],
  };
  expect(savedSettings(saved)).toEqual(
    ChatSettings.parse({
      enabled: true,
      color: '#123456',
      hours: NOW,
      departments: [
        { id: 'a', name: 'A', hours: NOW, members: ['ann'] },
        { id: 'b', name: 'B', hours: null },
        { id: 'c', name: 'C', hours: NOW },
      ],
    }),
  );
});

it.each([[{ enabled: true }], [{ enabled: true, hours: null }], [{ hours: NOW, departments: [] }]])(
  'leaves %j as it is',
  (saved) => expect(upgraded(saved)).toEqual(saved),
);

it.each([[null], ['nonsense'], [{ enabled: 'perhaps' }], [{ departments: 7 }], [{ hours: { from: 1 } }]])(
  'takes %j for nothing saved',
  (saved) => expect(savedSettings(saved)).toEqual(ChatSettings.parse({})),
);
