import { expect, it } from 'vitest';
import { middayZone } from './midday-zone.ts';

const HOUR_MS = 3_600_000;

it('at each hour it is midday there, in summer and in winter', () => {
  for (let hour = 0; hour < 24; hour++) {
    const winter = Date.UTC(2027, 0, 31) + hour * HOUR_MS;
    const zone = middayZone(winter);
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit' });
    for (let day = 0; day < 366; day += 30)
      expect([zone, format.format(winter + day * 24 * HOUR_MS)]).toEqual([zone, '12']);
  }
});
