/** Goals of links, downloads, searches and payments [G35–G43], through the whole pipeline. */
import { describe, expect, it } from 'vitest';
import { catalogueEntry, type CatalogueEntry, type GoalDefinition } from '../../goals/index.ts';
import { testGoal } from '../../goals/test-goal.ts';
import type { AutomaticGoals } from '../ports.ts';
import type { JournalRecord } from '../journal-record.ts';
import {
  actionGoal,
  collect,
  config,
  COUNTER,
  event,
  finalVisits,
  hit,
  hitRows,
  processAll,
  testPipeline,
} from '../test-journal.ts';

const PAGE = 'https://shop.example/';
const link = (at: number, url: string, kind = 'ln:1') => hit({ at, kind, url, ref: PAGE });

/** Makes each goal at its first asking. */
function maker() {
  const made: GoalDefinition[] = [];
  const automaticGoals: AutomaticGoals = {
    make(counterId, entryId) {
      const known = made.find(({ autoEntry }) => autoEntry === entryId);
      const { names, type, conditions } = catalogueEntry(entryId) as CatalogueEntry;
      const goal = testGoal({
        id: 100 + made.length,
        counterId,
        name: names.en,
        type,
        conditions,
        source: 'auto',
        autoEntry: entryId,
      });
      if (known === undefined) made.push(goal);
      return Promise.resolve(known ?? goal);
    },
  };
  return { made, automaticGoals };
}

async function counted(records: readonly JournalRecord[], autogoals = true) {
  const { made, automaticGoals } = maker();
  const pipeline = testPipeline({ automaticGoals });
  const batches = await processAll(pipeline, [[config({ autogoals, goals: [] }), ...records]]);
  const name = (id: number) => made.find((goal) => goal.id === id)?.autoEntry;
  return { hits: batches.flatMap(hitRows), visits: finalVisits(batches), name, made };
}

describe('[G42] what visitors do', () => {
  it('[G35] [G37] [G38] [G45] [G46] [G47] [G48] makes the goal of its kind, once, and counts from the first', async () => {
    const { hits, name, made } = await counted([
      hit({ at: 0, url: `${PAGE}?q=boots`, ref: 'https://www.paypal.com/return' }),
      link(1, 'tel:+74951234567'),
      link(2, 'mailto:info@shop.example'),
      link(3, 'https://t.me/shop'),
      link(4, 'https://vk.com/shop'),
      link(5, 'https://shop.example/price.pdf', 'dl:1:ln:1'),
      link(6, 'tel:+74951234567'),
      link(7, 'https://else.example/'),
      link(8, 'form://shop.example/?i=lead', 'ar:1'),
      link(9, 'btn://shop.example/?t=Buy', 'ar:1'),
      link(10, 'btn://shop.example/?t=Call&h=tel%3A112', 'ar:1'),
      link(11, 'contact://shop.example/?k=email&s=0', 'ar:1'),
      link(12, 'contact://shop.example/?k=email&s=1', 'ar:1'),
    ]);
    expect(hits.map(({ goal_ids: ids }) => ids.map(name))).toEqual([
      ['search', 'payment_system'],
      ['phone'],
      ['email'],
      ['messenger'],
      ['social'],
      ['file'],
      ['phone'],
      [],
      ['form'],
      ['button'],
      [],
      ['contact_data'],
      ['contact_data_sent'],
    ]);
    expect(made.map((goal) => goal.name)).toContain('Auto-goal: click on phone number');
  });

  it('[G55] an order makes one goal, also while the switch is off; an event of a purchase another', async () => {
    const order = { __ym: { ecommerce: [{ purchase: { actionField: { id: 'T' }, products: [] } }] } };
    const records = [hit({ at: 0, kind: 'pa:1', params: order }), event('ym-purchase', { at: 5 })];
    expect((await counted(records)).made.map(({ name }) => name)).toEqual([
      'Ecommerce: purchase',
      'Auto-goal: purchase',
    ]);
    expect((await counted(records, false)).made.map(({ name }) => name)).toEqual(['Ecommerce: purchase']);
  });

  it('makes none while the switch is off', async () => {
    const { hits } = await collect([link(0, 'tel:1')], { autogoals: false, goals: [] });
    expect(hits.map(({ goal_ids: ids }) => ids)).toEqual([[]]);
  });
});

describe('[G43] the bounds of a visit', () => {
  const ofVisit = async (records: readonly JournalRecord[], goals: readonly GoalDefinition[]) => {
    const { visits } = await collect(records, { goals });
    const count = (id: number) =>
      visits.flatMap((visit) => visit.goal_ids).filter((one) => one === id).length;
    return goals.map(({ id }) => count(id));
  };
  const calls = testGoal({
    id: 2,
    counterId: COUNTER,
    type: 'phone',
    conditions: [],
    source: 'auto',
    autoEntry: 'phone',
  });
  const many = <T>(count: number, one: (place: number) => T): T[] =>
    Array.from({ length: count }, (_, place) => one(place));

  it('behaviours use up nothing of what the other goals have', async () => {
    const records = [
      ...many(150, (place) => link(place * 2, 'tel:1')),
      ...many(410, (place) => event('lead', { at: 300 + place * 2 })),
    ];
    expect(await ofVisit(records, [actionGoal(1, 'lead'), calls])).toEqual([400, 100]);
  });

  it('and end where the others have used up all', async () => {
    const records = [
      ...many(410, (place) => event('lead', { at: place * 2 })),
      ...many(10, (place) => link(900 + place * 2, 'tel:1')),
    ];
    expect(await ofVisit(records, [actionGoal(1, 'lead'), calls])).toEqual([400, 0]);
  });
});

describe('goals of the owner', () => {
  const of = (type: GoalDefinition['type'], changes: Partial<GoalDefinition>) =>
    testGoal({ id: 7, counterId: COUNTER, type, conditions: [], ...changes });
  const placesOf = async (records: readonly JournalRecord[], goal: GoalDefinition) => {
    const { hits } = await collect(records, { goals: [goal] });
    return hits.flatMap(({ goal_ids: ids }, place) => (ids.length > 0 ? [place] : []));
  };

  it('[G36] a number counts however it is written', async () => {
    const goal = of('phone', { conditions: [{ type: 'exact', url: '8 (495) 123-45-67' }] });
    expect(await placesOf([link(0, 'tel:+74951234567'), link(5, 'tel:112')], goal)).toEqual([0]);
  });

  it('[G41] a visit that lasts, once', async () => {
    const goal = of('visit_duration', { fields: { duration: 60 } });
    const records = [0, 30, 60, 90, 10_000, 10_059, 10_061].map((at) => hit({ at }));
    expect(await placesOf(records, goal)).toEqual([2, 6]);
  });

  it('[G2] a click on a link is a step', async () => {
    const goal = of('step', {
      steps: [
        { name: '', type: 'url', conditions: [{ type: 'exact', url: '/contacts' }] },
        { name: '', type: 'phone', conditions: [] },
      ],
    });
    const records = [link(0, 'tel:1'), hit({ at: 2, url: `${PAGE}contacts` }), link(4, 'tel:1')];
    expect(await placesOf(records, goal)).toEqual([2]);
  });
});
