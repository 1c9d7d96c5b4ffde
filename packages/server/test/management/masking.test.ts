import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openManagementApi, type ManagementApi } from './management-api.ts';

let api: ManagementApi;
beforeAll(async () => {
  api = await openManagementApi();
});
afterAll(() => api.close());

describe('a counter', () => {
  it('[P9] takes masks of its own, and refuses those that would match nearly everything', async () => {
    const id = await api.makeCounter({});
    const change = (masking: unknown) => api.call('PUT', `/counter/${id}`, { counter: { masking } });
    await change({ names: ['promo_*'] });
    const { body } = await change({ shapes: ['ORD-######'] });
    expect(body.counter.masking).toEqual({ on: true, names: ['promo_*'], keep: [], shapes: ['ORD-######'] });
    expect(api.directory.get(id)?.masking).toEqual(body.counter.masking);
    for (const wrong of [
      { names: ['*'] },
      { keep: ['a*'] },
      { shapes: ['promo', '*'] },
      { shapes: ['a*b*c'] },
    ]) {
      const answer = await change(wrong);
      expect([answer.status, JSON.stringify(answer.body).includes('counter.masking.')]).toEqual([400, true]);
    }
    expect((await api.call('GET', `/counter/${id}`)).body.counter.masking).toEqual(body.counter.masking);
  });
});
