/** Masking, which reads everything that strangers send before it is kept. */
import { createMasking } from '../../src/collect/door/masking.ts';
import { COUNTER, testConfig } from '../../src/collect/test-config.ts';

const masking = createMasking('secret');
const hit = { k: 'h', c: COUNTER, t: 0, a: '', v: '1' } as const;

export const MASKING_TARGETS = [
  {
    name: 'masks of a hit',
    take: (text: string) => masking.hit({ ...hit, q: text, b: `page-url=${text}`, r: text }, testConfig()),
  },
  {
    name: 'masks of parameters',
    take(text: string) {
      const params = JSON.stringify({ [text]: [text] });
      return masking.hit({ ...hit, q: `site-info=${encodeURIComponent(params)}` }, testConfig());
    },
  },
];
