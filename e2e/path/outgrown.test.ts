/** The same path on the stores one grows into: PostgreSQL for records, a ClickHouse server for analytics. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestClickHouse } from '../../packages/server/src/stores/olap/test-clickhouse.ts';
import { startTestPostgres } from '../../packages/server/src/stores/records/test-postgres.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { conversions, createApi } from './api.ts';
import { newVisitorId, reach, sendHit } from './wire.ts';

const opened = new AsyncDisposableStack();
let server: TestServer;
beforeAll(async () => {
  const [clickHouse, postgres] = await Promise.all([startTestClickHouse(), startTestPostgres()]);
  opened.defer(() => clickHouse.close());
  opened.defer(() => postgres.close());
  server = await startServer({
    environment: {
      GOALPOST_CLICKHOUSE_URL: clickHouse.url,
      GOALPOST_DATABASE_URL: await postgres.database(),
    },
  });
  opened.defer(() => server.close());
});
afterAll(() => opened.disposeAsync());

it('[S4] a chat event makes its goal, a returning visitor is known, a deleted goal is hidden', async () => {
  const api = createApi(server.url, server.token);
  const counter = await api.createCounter();
  const visitor = newVisitorId();
  await sendHit(server.url, {
    counter,
    visitor,
    pageUrl: 'https://shop.example/',
    pageRef: 'https://www.google.com/',
  });
  await reach(server.url, { counter, visitor }, 'Jivo_Client_initiate_chat');
  await server.flushed();
  expect(await conversions(api, counter)).toEqual({
    'Jivo auto-goal: customer opened chat': [1, 1, 1, 1, 100],
  });
  const sources = await api.stat(counter, { preset: 'sources_summary', lang: 'en' });
  expect(sources.data.map((row) => row.dimensions.map(({ id }) => id))).toEqual([
    ['organic', expect.stringContaining('google')],
  ]);

  const id = (await api.goals(counter))[0]?.id;
  await api.call('DELETE', `/management/v1/counter/${counter}/goal/${id}`);
  expect(await conversions(api, counter)).toEqual({});
});
