/** Of a server and a counter where nothing is set, the record says that nothing leaves and nothing comes in. */
import { expect, it } from 'vitest';
import { NO_PERIODS } from '../retention/periods.ts';
import { recordOf, type CounterFacts, type ServerFacts } from './record.ts';

const SERVER: ServerFacts = {
  places: [{ place: 'analytics', kind: 'embedded', host: '' }],
  backups: { keep_days: 30, every_hours: 0, encrypted: false },
  mailHost: null,
  identityProvider: null,
  cities: false,
  secondFactorRequired: false,
  secretsSealed: false,
};
const COUNTER: CounterFacts = {
  counter: {
    id: 1,
    name: 'Shop',
    site: 'shop.example',
    masking: { on: true },
    consent: { mode: 'cookies', countries: [] },
  } as unknown as CounterFacts['counter'],
  periods: NO_PERIODS,
  purgeDays: 90,
  people: [],
  sharedLinks: 0,
  hasChat: false,
  webhooks: [],
  team: '',
  comesIn: [],
  channels: [],
};

it('[P30], [P35] names who gets something, and nobody where nobody does', () => {
  const leaving = (server: Partial<ServerFacts>, facts: Partial<CounterFacts>) =>
    recordOf({ ...SERVER, ...server }, { ...COUNTER, ...facts }, 1).leaves;
  expect(leaving({}, {})).toEqual([]);
  // Without a mail server no letter goes out, whatever address is set.
  expect(leaving({}, { team: 'team@shop.example' })).toEqual([]);
  expect(leaving({ mailHost: 'mail.example' }, { team: 'team@shop.example' })).toEqual([
    { what: 'letters', to: 'mail.example' },
    { what: 'team_letters', to: 'team@shop.example' },
  ]);
});
