/** What names a person beside their own rows: what others wrote of them, reports under way, days that are closed. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { createOlap, engineTarget } from '../../packages/server/src/stores/olap/index.ts';
import { lines, visitRow } from '../../packages/server/src/stores/olap/test-rows.ts';
import { createClosedDays } from '../../packages/server/src/visitors/index.ts';
import { awaitingDeletions } from '../../packages/server/src/visitors/test-closed-days.ts';
import type { Api } from './api.ts';

export interface Named {
  readonly name: string;
  readonly visitor: string;
  readonly userId: string;
  readonly email: string;
  readonly phone: string;
}

/** Filters, names and notes of the owner, and what the audit log says of them. */
export async function mention(api: Api, counter: number, { visitor, userId, email, phone }: Named) {
  const at = (rest: string) => `/api/v1/counters/${counter}${rest}`;
  const filters = `ym:s:clientID=='${visitor}'`;
  const make = async (path: string, body: object): Promise<Record<string, { id?: string }>> => {
    const { status, body: made } = await api.call<Record<string, { id?: string }>>('POST', path, body);
    expect([path, status, JSON.stringify(made)]).toEqual([path, 200, expect.any(String)]);
    return made;
  };
  await make(`/management/v1/counter/${counter}/apisegment/segments`, {
    segment: {
      name: `Visits of ${email}`,
      expression: `ym:s:userClientUserId!='${userId}' AND ${filters}`,
    },
  });
  await make(at('/shares'), { share: { report: 'traffic', name: `For ${phone}`, filters } });
  await make(at('/annotations'), {
    annotation: { day: new Date().toISOString().slice(0, 10), text: `${email} rang from ${phone}` },
  });
  const question = { counter_id: counter, kind: 'number', metric: 'ym:s:visits', filters };
  await make('/api/v1/boards', {
    board: { name: 'Wall', shared: false, widgets: [{ ...question, title: `Of ${email}` }] },
  });
  const { channel } = await make(at('/channels'), {
    channel: { kind: 'webhook', name: 'Crm', url: 'http://127.0.0.1:9/reports' },
  });
  await make(at('/schedules'), {
    schedule: {
      report: 'traffic',
      period: 'weekly',
      filters,
      channels: [channel?.id ?? ''],
      name: `Of ${email}`,
    },
  });
}

/** A report that waits for its channel, as it stands in the outbox, with what its file says of a person. */
export function leaveReport(dataDir: string, counter: number, { email }: Named): void {
  const records = new DatabaseSync(join(dataDir, 'records.db'));
  const schedule = records.prepare('SELECT id FROM schedules WHERE counter_id = ?').get(counter)?.['id'];
  const channel = records.prepare('SELECT id FROM channels WHERE counter_id = ?').get(counter)?.['id'];
  const message = {
    subject: 'A report',
    text: `with ${email}`,
    html: '',
    data: { event: 'report', schedule: { id: schedule } },
    attachments: [{ name: 'report.csv', type: 'text/csv', bytes: Buffer.from(email).toString('base64') }],
  };
  const far = Date.now() + 86_400_000;
  records
    .prepare(
      `INSERT INTO notices (id, counter_id, channel_id, message, status, attempts, next_at, last_answer, created_at)
VALUES (?, ?, ?, ?, 'waiting', 1, ?, '', ?)`,
    )
    .run(
      `report-of-${email.length}-${far}`,
      counter,
      String(channel),
      JSON.stringify(message),
      far,
      Date.now(),
    );
  records.close();
}

/** What became of the reports that waited. */
export function reportsLeft(dataDir: string): unknown[] {
  const records = new DatabaseSync(join(dataDir, 'records.db'), { readOnly: true });
  const rows = records.prepare('SELECT status, message, last_answer FROM notices').all();
  records.close();
  return rows;
}

const DAY_MS = 86_400_000;
const LOOK_MS = 660_000;
/** Over for long enough to be closed. Where the counter is, it was midday then, of the same date. */
const CLOSED_AT = Date.now() - 9 * DAY_MS;
export const CLOSED_DAY = new Date(CLOSED_AT).toISOString().slice(0, 10);

/** Two rows a visit on a day long ago, which is closed then: the older one of each is deleted by itself [M77]. */
export async function closeDay(dataDir: string, counter: number, visitors: readonly string[]): Promise<void> {
  const olap = createOlap(engineTarget(dataDir));
  const rows = visitors.flatMap((visitor, index) =>
    [1, 2].map((version) =>
      visitRow({
        counter_id: counter,
        visitor_id: visitor,
        visit_id: String(7_000_000 + index),
        opened_on: CLOSED_DAY,
        started_at: Math.floor(CLOSED_AT / 1_000),
        segment: 1,
        version,
      }),
    ),
  );
  for (const [index, row] of rows.entries()) await olap.insert('visits', lines([row]), `closed-${index}`);
  let now = Date.now();
  const days = createClosedDays(awaitingDeletions(olap), { now: () => now });
  for (let look = 0; look < 4; look += 1) {
    await days.close();
    now += LOOK_MS;
  }
  const [open] = await olap.query<{ day: string }>('SELECT max(day) AS day FROM closed_days', {});
  expect([open?.day ?? '', CLOSED_DAY].toSorted()).toEqual([CLOSED_DAY, open?.day]);
  const [left] = await olap.query<{ n: string }>(
    'SELECT count() AS n FROM visits WHERE counter_id = {counter:UInt32} AND opened_on = {day:Date}',
    { counter, day: CLOSED_DAY },
  );
  expect(left?.n).toBe(String(visitors.length));
  await olap.close();
}
