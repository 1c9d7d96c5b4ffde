/** Functions as they must not be, to see that the test finds them. */
import type { Target } from './targets.ts';

const only = new URL(import.meta.url).searchParams.get('only');

const ALL: readonly Target[] = [
  {
    name: 'never ends at an empty label',
    take(host) {
      let rest = host;
      for (let dot = 0; dot !== -1; dot = rest.indexOf('.')) {
        if (dot > 0) rest = rest.slice(dot + 1);
        else if (rest.length > 1_000_000) return;
      }
    },
  },
  { name: 'goes back at every slash', take: (text) => text.replace(/[./]+$/, '') },
  { name: 'throws at odd escapes', take: decodeURIComponent },
];

export const TARGETS = only === null ? ALL : ALL.filter(({ name }) => name === only);
