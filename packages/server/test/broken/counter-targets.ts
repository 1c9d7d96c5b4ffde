/** Functions of counters that read what strangers write: sites, and files of rates. */
import { chooseRates } from '../../src/counters/rates/source/chosen-rates.ts';
import { isFault, readRateFile } from '../../src/counters/rates/source/rate-file.ts';
import { parseSite } from '../../src/counters/site.ts';

export const COUNTER_TARGETS = [
  {
    name: 'rates: file',
    take: (text: string) => {
      const file = readRateFile(text);
      if (!isFault(file)) chooseRates(file, { into: 'EUR', currencies: ['USD'], rates: [] }, 0);
    },
  },
  { name: 'rates: XML', take: (text: string) => readRateFile(`<Cube time="2026-11-27">${text}`) },
  { name: 'counters: site', take: parseSite },
];
