import { WEBHOOK_FAULTS } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { alerts as en } from '../i18n/en/alerts.ts';
import { alerts as ru } from '../i18n/ru/alerts.ts';
import { ownFault } from './answer-words.ts';

it.each(Object.entries(WEBHOOK_FAULTS))('[M148] has words for %s in both languages', (fault, written) => {
  expect(ownFault(written)).toEqual({ fault, rest: '' });
  expect(ownFault(`${written}: ECONNRESET`)).toEqual({ fault, rest: ': ECONNRESET' });
  expect(Object.keys(en.alerts.fault)).toContain(fault);
  expect(Object.keys(ru.alerts.fault)).toContain(fault);
  expect(Object.values(ru.alerts.fault).join('')).not.toMatch(/[a-z]/);
});

it('[M148] quotes what the other side said', () => {
  expect(ownFault('410 Gone')).toBeNull();
  expect(ownFault('')).toBeNull();
});
