/**
 * Bytes of memory that an open visitor takes, heap and external together, as the pipeline keeps them. After page
 * views of ever new visitors, as a stranger with random numbers would send them, and after ordinary ones. Prints a
 * JSON line each. Arguments: visitors.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Segment } from '../packages/server/src/collect/run/batch.ts';
import type { HitRecord } from '../packages/server/src/collect/journal-record.ts';
import { createPipeline } from '../packages/server/src/collect/pipeline.ts';
import { compileGoals } from '../packages/server/src/goals/index.ts';

const [visitors = 300_000] = process.argv.slice(2).map(Number);
const A_SEGMENT = 2_000;
const START = Date.UTC(2026, 10, 22, 12);
const AGENTS = ['142', '141', '140', '139'].map(
  (version) =>
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
);
const REFERRERS = [
  '',
  'https://www.google.com/',
  'https://yandex.ru/search/?text=red+sneakers',
  'https://vk.com/',
];

interface Kind {
  readonly name: string;
  readonly visitor: (index: number) => string;
  readonly page: (index: number) => string;
  readonly hits: number;
}

const random = (index: number) => BigInt.asUintN(64, BigInt(index + 1) * 0x9e3779b97f4a7c15n).toString();
const firstParty = (index: number) => `${START / 1_000 - (index % 90_000)}${String(index).padStart(9, '0')}`;
const KINDS: readonly Kind[] = [
  { name: 'random numbers, one page', visitor: random, page: () => '', hits: 1 },
  {
    name: 'ordinary, two of 500 pages',
    visitor: firstParty,
    page: (index) => `catalogue/${index % 500}`,
    hits: 2,
  },
  { name: 'an address for each', visitor: random, page: (index) => `?session=${random(index)}`, hits: 1 },
];

function hit(kind: Kind, index: number, nth: number): HitRecord {
  const at = START + Math.floor(index / A_SEGMENT) * 1_000 + nth * 400;
  const url = `https://shop.example/${kind.page(index * 7 + nth)}`;
  const info = `pv:1:la:en-US:hid:${index}:rn:${index * 10 + nth}:rqn:${nth}:et:${at / 1_000}:u:${kind.visitor(index)}:s:1280x720x24:t:Shop`;
  const query = new URLSearchParams({
    'page-url': url,
    'page-ref': REFERRERS[index % REFERRERS.length] ?? '',
    'browser-info': info,
  });
  return {
    k: 'h',
    c: 1,
    t: at,
    q: query.toString(),
    a: AGENTS[index % AGENTS.length] ?? '',
    v: '1',
    g: 'DE',
  };
}

function segmentOf(kind: Kind, number: number): Segment {
  const from = (number - 1) * A_SEGMENT;
  const records = Array.from({ length: A_SEGMENT * kind.hits }, (_, index) =>
    hit(kind, from + Math.floor(index / kind.hits), index % kind.hits),
  );
  return { number, records };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function used(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

for (const kind of KINDS) {
  const pipeline = createPipeline({
    automaticGoals: { make: () => Promise.resolve(null) },
    history: { lookup: () => Promise.resolve(new Map()) },
    restingVisitors: { lookup: () => Promise.resolve([]) },
    maxOpenVisitors: Number.MAX_SAFE_INTEGER,
    maxRecentHits: 10_000_000,
    compileGoals,
  });
  const segments = Math.ceil(visitors / A_SEGMENT);
  // The first segments fill what does not grow with visitors.
  const warm = 5;
  for (let number = 1; number <= warm; number++) await pipeline.process(segmentOf(kind, number));
  const before = await used();
  for (let number = warm + 1; number <= warm + segments; number++)
    await pipeline.process(segmentOf(kind, number));
  const bytes = (await used()) - before;
  const result = {
    visitors: segments * A_SEGMENT,
    ...kind,
    bytesAVisitor: Math.round(bytes / (segments * A_SEGMENT)),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  // So that it is not collected before it was measured.
  pipeline.revision(1);
}
