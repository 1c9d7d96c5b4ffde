/** What every `CounterStore` must do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterSettings, CounterStore } from '../../../counters/index.ts';

export interface CounterFixture {
  readonly counters: CounterStore;
  grant(counterId: number, accountId: string, permission: 'view' | 'edit'): Promise<void>;
  close(): Promise<void>;
}

export const SETTINGS: CounterSettings = {
  name: 'Shop; "quoted" \u{1F6D2}',
  site: 'shop.example',
  mirrors: ['m.shop.example', "o'clock.example"],
  onlyMirrors: true,
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  visitThreshold: 1_800,
  autogoals: true,
  filterRobots: false,
  favorite: true,
  tagModules: { forms: false, routes: true },
  rates: { into: 'RUB', rates: [{ currency: 'USD', day: '2026-03-01', rate: 92.5 }] },
  consent: { mode: 'ask', countries: ['DE'], dnt: false, gpc: true, sources: ['tcf'] },
  ownVisits: { addresses: ['203.0.113.0/24'], browsers: [{ mark: 'a1', at: 5 }] },
  masking: { on: true, names: ['promo'], keep: [], shapes: ['ORD-###'] },
  otherChats: {
    off: ['tawk'],
    events: [{ vendor: 'marquiz', event: 'quiz', by: 'message', what: 'done', origin: 'quiz.example' }],
  },
};

const NOW = 1_790_000_000_123;

export function registerCounterContract(make: () => Promise<CounterFixture>): void {
  describe('counters', () => {
    let fixture: CounterFixture;
    beforeAll(async () => {
      fixture = await make();
    });
    afterAll(() => fixture.close());

    const create = async (owner: string, id: number | null = null): Promise<number> => {
      const made = await fixture.counters.create(owner, id, SETTINGS, NOW);
      if (made === 'taken') throw new Error('taken');
      return made.id;
    };

    it('keeps every setting as it was given', async () => {
      const made = await fixture.counters.create('ann', null, SETTINGS, NOW);
      expect(made).toEqual({
        ...SETTINGS,
        id: expect.any(Number),
        ownerId: 'ann',
        hasUploads: false,
        status: 'Active',
        createdAt: NOW,
        revision: 1,
      });
      expect(await fixture.counters.get((made as { id: number }).id)).toEqual(made);
    });

    it('gives a number of eight digits, or the one that is chosen, up to the largest', async () => {
      expect(String(await create('ann'))).toMatch(/^[1-9]\d{7}$/);
      expect(await create('ann', 4_294_967_295)).toBe(4_294_967_295);
      expect(await fixture.counters.create('ben', 4_294_967_295, SETTINGS, NOW)).toBe('taken');
      expect((await fixture.counters.get(4_294_967_295))?.ownerId).toBe('ann');
    });

    it('gives a chosen number to one of two who ask at once', async () => {
      const both = await Promise.all(
        ['ann', 'ben'].map((owner) => fixture.counters.create(owner, 777, SETTINGS, NOW)),
      );
      expect(both.filter((made) => made === 'taken')).toHaveLength(1);
    });

    it('changes what is named, keeps the rest, and raises the revision', async () => {
      const id = await create('ann');
      const changed = await fixture.counters.update(id, { name: 'New', mirrors: [], autogoals: false });
      expect(changed).toMatchObject({ ...SETTINGS, name: 'New', mirrors: [], autogoals: false, revision: 2 });
      expect(await fixture.counters.get(id)).toEqual(changed);
      expect(await fixture.counters.update(1, { name: 'Nobody' })).toBeNull();
    });

    it('counts every one of many changes at once in the revision', async () => {
      const id = await create('ann');
      await Promise.all(Array.from({ length: 20 }, (_, n) => fixture.counters.update(id, { name: `N${n}` })));
      expect((await fixture.counters.get(id))?.revision).toBe(21);
    });

    it('deletes and restores, and still lists what is deleted', async () => {
      const id = await create('ann');
      expect(await fixture.counters.setStatus(id, 'Deleted')).toMatchObject({
        status: 'Deleted',
        revision: 2,
      });
      expect((await fixture.counters.all()).find((counter) => counter.id === id)?.status).toBe('Deleted');
      expect(await fixture.counters.setStatus(id, 'Active')).toMatchObject({ status: 'Active', revision: 3 });
      expect(await fixture.counters.setStatus(1, 'Deleted')).toBeNull();
    });

    it('knows what an account may do with a counter', async () => {
      const id = await create('carol');
      await fixture.grant(id, 'dave', 'edit');
      await fixture.grant(id, 'erin', 'view');
      const permissions = ['carol', 'dave', 'erin', 'frank'].map((who) =>
        fixture.counters.permission(who, id),
      );
      expect(await Promise.all(permissions)).toEqual(['own', 'edit', 'view', null]);
      expect(await fixture.counters.permission('carol', 1)).toBeNull();
    });

    it('lists the accounts that may do something with a counter, its owner first', async () => {
      const id = await create('zora');
      await create('yves');
      await fixture.grant(id, 'erin', 'view');
      await fixture.grant(id, 'dave', 'edit');
      await fixture.grant(id, 'zora', 'view');
      expect(await fixture.counters.accountsOf(id)).toEqual([
        { accountId: 'zora', permission: 'own' },
        { accountId: 'dave', permission: 'edit' },
        { accountId: 'erin', permission: 'view' },
      ]);
      expect(await fixture.counters.accountsOf(1)).toEqual([]);
    });

    it('lists to an account its own counters and those it was let into, and no others', async () => {
      const own = await create('gina');
      const shared = await create('hugo');
      await create('hugo');
      await fixture.grant(shared, 'gina', 'view');
      await fixture.grant(shared, 'ivan', 'edit');
      const visible = await fixture.counters.visibleTo('gina');
      expect(visible).toHaveLength(2);
      expect(new Map(visible.map(({ counter, permission }) => [counter.id, permission]))).toEqual(
        new Map([
          [own, 'own'],
          [shared, 'view'],
        ]),
      );
      expect(visible[0]?.counter).toEqual(await fixture.counters.get(visible[0]?.counter.id ?? 0));
      expect(await fixture.counters.visibleTo('nobody')).toEqual([]);
    });
  });
}
