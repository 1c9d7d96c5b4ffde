/** Realistic page views and events of many visitors, in segments of a second's worth, for benches of the pipeline. */
import type { Segment } from '../packages/server/src/collect/run/batch.ts';
import type { HitRecord } from '../packages/server/src/collect/journal-record.ts';
import { createPipeline } from '../packages/server/src/collect/pipeline.ts';
import { compileGoals, type GoalDefinition } from '../packages/server/src/goals/index.ts';
import { testGoal } from '../packages/server/src/goals/test-goal.ts';

export const COUNTER = 100_001;
export const START = Date.UTC(2026, 10, 22, 12);

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.10.0.0 Safari/537.36',
];
const ENTRANCES = [
  ['?utm_source=google&utm_medium=cpc&utm_campaign=sneakers&gclid=Cj0KCQ', 'https://www.google.com/'],
  ['', 'https://yandex.ru/search/?text=red+sneakers'],
  ['?utm_source=newsletter&utm_medium=email&utm_campaign=november', ''],
  ['', ''],
  ['', 'https://blog.example/post/17'],
] as const;

export const goal = (id: number, type: GoalDefinition['type'], url: string): GoalDefinition =>
  testGoal({
    id,
    counterId: COUNTER,
    type,
    conditions: [{ type: type === 'url' ? 'contain' : 'exact', url }],
  });

let serial = 0;

/** Each visitor makes eight hits, in one segment or over several. */
function hit(at: number, visitorNumber: number, step: number): HitRecord {
  serial++;
  const seconds = Math.floor(at / 1000);
  const [query, referrer] = ENTRANCES[visitorNumber % ENTRANCES.length] as (typeof ENTRANCES)[number];
  const event = step === 7;
  const page =
    step === 0 ? `https://shop.example/${query}` : `https://shop.example/catalogue/running/${step}`;
  const info =
    `${event ? 'ar' : 'pv'}:1:vf:public:fu:0:en:utf-8:la:en-US:v:25:cn:1:dp:0:ls:618333913282:hid:${visitorNumber}:z:0` +
    `:i:20261122200822:et:${seconds}:c:1:rn:${serial}:rqn:${step}:u:${Math.floor(START / 1000)}${String(visitorNumber).padStart(9, '0')}` +
    `:w:1280x720:s:1280x720x24:sk:1:rqnl:1:st:${seconds}:t:Running shoes`;
  const url = event ? 'goal://shop.example/order_sent' : page;
  const ref = event ? page : step === 0 ? referrer : 'https://shop.example/';
  const params = event ? `&site-info=${encodeURIComponent('{"order_price":10.5,"currency":"RUB"}')}` : '';
  return {
    k: 'h',
    c: COUNTER,
    t: at,
    q:
      `wmode=7&page-url=${encodeURIComponent(url)}&page-ref=${encodeURIComponent(ref)}&charset=utf-8` +
      `&browser-info=${encodeURIComponent(info)}&t=gdpr(14)clc(0-0-0)rqnt(${step})ti(1)${params}`,
    a: AGENTS[visitorNumber % AGENTS.length] as string,
    v: '1',
    g: 'DE',
  };
}

/** Read back from text, as the journal gives them. */
export function segmentOf(number: number, hitsASegment: number): Segment {
  const from = START + number * 1000;
  const records = Array.from({ length: hitsASegment }, (_, index) => {
    const visitor = Math.floor((number * hitsASegment) / 8) + (index % Math.ceil(hitsASegment / 8));
    return hit(
      from + Math.floor((index * 1000) / hitsASegment),
      visitor,
      Math.floor((index * 8) / hitsASegment),
    );
  });
  return { number, records: JSON.parse(JSON.stringify(records)) as HitRecord[] };
}

/** Of the counter whose hits these are. */
const configOf = (goals: readonly GoalDefinition[]): Segment => ({
  number: 0,
  records: [
    {
      k: 'c',
      t: START,
      config: {
        counterId: COUNTER,
        status: 'Active',
        revision: 1,
        hosts: ['shop.example'],
        onlyHosts: false,
        visitTimeout: 1_800,
        autogoals: true,
        filterRobots: true,
        currency: 'RUB',
        goals,
      },
    },
  ],
});

/** A pipeline with these goals whose hits are of visitors without a past. */
export async function pipelineWith(goals: readonly GoalDefinition[], pause: () => Promise<void>) {
  const pipeline = createPipeline({
    automaticGoals: { make: () => Promise.resolve(null) },
    history: { lookup: () => Promise.resolve(new Map()) },
    restingVisitors: { lookup: () => Promise.resolve([]) },
    maxOpenVisitors: 1_000_000,
    maxRecentHits: 10_000_000,
    compileGoals,
    pause,
  });
  await pipeline.process(configOf(goals));
  return pipeline;
}
