/** What every store of channels, alerts and what they tell does, whatever the database. */
import { expect, it } from 'vitest';
import type { AlertRecord, AlertStore, KeptHappening } from '../../../alerts/index.ts';
import type { AnnotationRecord, AnnotationStore } from '../../../annotations/index.ts';
import type { AuditStore } from '../../../audit/index.ts';
import type { ChannelRecord, NoticeStore } from '../../../notify/index.ts';
import type { ScheduleRecord, ScheduleStore } from '../../../schedules/index.ts';

const NOW = 1_790_000_000_000;
const message = { subject: 's', text: 't', html: '', data: {}, attachments: [] };

const channel = (id: string, counterId = 1): ChannelRecord => ({
  id,
  counterId,
  kind: 'telegram',
  name: 'Team',
  config: { token: '1:secret', chat_id: '5' },
  createdAt: NOW,
  failing: false,
  lastAnswer: '',
  lastAt: null,
});

const alert = (id: string, changes: Partial<AlertRecord> = {}): AlertRecord => ({
  id,
  counterId: 1,
  settings: {
    kind: 'tag_silent',
    goal_id: null,
    minutes: 15,
    channels: ['a'],
    language: 'en',
    enabled: true,
  },
  createdAt: NOW,
  nextAt: NOW,
  lookedAt: NOW,
  ...changes,
});

const happening = (id: string, changes: Partial<KeptHappening> = {}): KeptHappening => ({
  id,
  alertId: 'one',
  goalId: null,
  begin: NOW,
  found: NOW + 5,
  over: null,
  settled: false,
  observed: 0,
  expected: 12.5,
  ...changes,
});

export function registerNoticeContract(
  make: () => Promise<{
    readonly notices: NoticeStore;
    readonly alerts: AlertStore;
    readonly schedules: ScheduleStore;
    readonly annotations: AnnotationStore;
    readonly audit: AuditStore;
    close(): Promise<void>;
  }>,
): void {
  it('[A38] a message waits for its channel, is claimed by one node, and ends with what became of it', async () => {
    const { notices, close } = await make();
    expect(await notices.addChannel(channel('a'))).toBe(true);
    expect(await notices.channels(1)).toEqual([channel('a')]);
    const notice = { id: 'n', counterId: 1, channelId: 'a', message };
    await notices.add([notice, { ...notice }], NOW);
    expect(await notices.due(NOW - 1, 10, 'x')).toEqual([]);
    const [due] = await notices.due(NOW, 10, 'x');
    expect(due).toMatchObject({ id: 'n', attempts: 0, message });
    expect(await notices.claim(['n'], NOW, { node: 'x', until: NOW + 60_000 })).toEqual(['n']);
    expect(await notices.claim(['n'], NOW, { node: 'y', until: NOW + 60_000 })).toEqual([]);
    const noted = { attempts: 1, nextAt: NOW + 10, lastAnswer: '403 blocked', at: NOW + 1 };
    await notices.noted(due!, { ...noted, status: 'waiting' });
    expect(await notices.channels(1)).toMatchObject([
      { failing: true, lastAnswer: '403 blocked', lastAt: NOW + 1 },
    ]);
    expect([...(await notices.waiting(1))]).toEqual([['a', 1]]);
    await notices.handed('n');
    expect(await notices.due(NOW + 20, 10, 'x')).toEqual([]);
    await notices.noted(due!, { ...noted, status: 'delivered', lastAnswer: 'ok' });
    expect(await notices.channels(1)).toMatchObject([{ failing: false, lastAnswer: 'ok' }]);
    await notices.prune(NOW + 1);
    expect([await notices.removeChannel(2, 'a'), await notices.removeChannel(1, 'a')]).toEqual([false, true]);
    await close();
  });

  it('[M106] what an alert found is written with what it tells, and goes with the alert', async () => {
    const { alerts, notices, close } = await make();
    expect(await alerts.add(alert('one'))).toBe(true);
    expect(await alerts.add(alert('off', { settings: { ...alert('off').settings, enabled: false } }))).toBe(
      true,
    );
    expect((await alerts.due(NOW, 10, 'x')).map(({ id }) => id)).toEqual(['one']);
    expect(await alerts.claim(['one', 'off'], NOW, { node: 'x', until: NOW + 60_000 })).toEqual(['one']);
    await notices.addChannel(channel('a'));
    await alerts.looked(alert('one'), {
      began: [happening('h')],
      ended: [],
      notices: [{ id: 'n', counterId: 1, channelId: 'a', message }],
      now: NOW,
      nextAt: NOW + 100,
      lookedAt: NOW + 50,
    });
    expect(await alerts.happenings(['one'])).toEqual([happening('h')]);
    expect(await notices.due(NOW, 10, 'x')).toHaveLength(1);
    expect(await alerts.due(NOW + 99, 10, 'y')).toEqual([]);
    expect(await alerts.due(NOW + 100, 10, 'y')).toMatchObject([{ lookedAt: NOW + 50 }]);
    await alerts.looked(alert('one'), {
      began: [],
      ended: [happening('h', { over: NOW + 70 })],
      notices: [],
      now: NOW,
      nextAt: NOW + 200,
      lookedAt: NOW + 150,
    });
    expect(await alerts.happenings(['one'])).toMatchObject([{ over: NOW + 70 }]);
    expect(await alerts.replace(alert('one', { counterId: 2 }))).toBe(false);
    expect([await alerts.remove(2, 'one'), await alerts.remove(1, 'one')]).toEqual([false, true]);
    expect(await alerts.happenings(['one'])).toEqual([]);
    await close();
  });

  it('[M107] an issue and what it sends are written together, and one node makes it', async () => {
    const { schedules, notices, close } = await make();
    const one: ScheduleRecord = {
      id: 'one',
      counterId: 1,
      settings: {
        name: '',
        report: 'traffic',
        metrics: '',
        levels: [],
        filters: '',
        segment: '',
        period: 'daily',
        hour: 9,
        format: 'csv',
        picture: 'svg',
        channels: ['a'],
        language: 'en',
        enabled: true,
      },
      createdAt: NOW,
      nextAt: NOW,
      sentKey: '2026-03-01',
      lastAt: null,
      lastFault: '',
    };
    expect(await schedules.add(one)).toBe(true);
    expect(await schedules.list(1)).toEqual([one]);
    expect(await schedules.due(NOW, 10, 'x')).toEqual([one]);
    expect(await schedules.claim(['one'], NOW, { node: 'x', until: NOW + 60_000 })).toEqual(['one']);
    expect(await schedules.due(NOW, 10, 'y')).toEqual([]);
    await notices.addChannel(channel('a'));
    const outcome = { nextAt: NOW + 100, sentKey: '2026-03-02', lastAt: NOW, lastFault: '' };
    await schedules.done(one, outcome, [{ id: 'n', counterId: 1, channelId: 'a', message }], NOW);
    expect(await notices.due(NOW, 10, 'x')).toHaveLength(1);
    expect(await schedules.due(NOW + 100, 10, 'y')).toEqual([{ ...one, ...outcome }]);
    expect([await schedules.remove(2, 'one'), await schedules.remove(1, 'one')]).toEqual([false, true]);
    await close();
  });

  it('[M109] notes are listed by their days, beside what the audit log and silences tell', async () => {
    const { annotations, alerts, audit, close } = await make();
    const note: AnnotationRecord = {
      id: 'one',
      counterId: 1,
      day: '2026-03-05',
      text: 'Sale',
      author: 'ann@example.com',
      createdAt: NOW,
    };
    expect(await annotations.add(note)).toBe(true);
    expect(await annotations.list(1, '2026-03-05', '2026-03-05')).toEqual([note]);
    expect(await annotations.list(1, '2026-03-06', '2026-03-09')).toEqual([]);
    expect(await annotations.replace(2, 'one', '2026-03-06', 'x')).toBeNull();
    expect(await annotations.replace(1, 'one', '2026-03-06', 'x')).toMatchObject({
      day: '2026-03-06',
      text: 'x',
    });
    const change = {
      at: NOW,
      accountId: 'ann',
      login: 'ann@example.com',
      address: '',
      subject: 'goal',
      verb: 'made',
      counterId: 1,
      target: '7',
      details: 'name: Order',
    } as const;
    await audit.add(change);
    for (const other of [{ subject: 'token' }, { counterId: 2 }, { at: NOW + 100 }] as const)
      await audit.add({ ...change, ...other });
    await alerts.add(alert('one'));
    await alerts.looked(alert('one'), {
      began: [happening('h'), happening('late', { begin: NOW + 100 })],
      ended: [],
      notices: [],
      now: NOW,
      nextAt: NOW,
      lookedAt: NOW,
    });
    expect(await annotations.occurrences(1, NOW, NOW + 100)).toEqual([
      { kind: 'goal', verb: 'made', target: '7', details: 'name: Order', author: 'ann@example.com', at: NOW },
      { kind: 'tag_silent', verb: 'made', target: '', details: '', author: '', at: NOW },
    ]);
    expect([await annotations.remove(2, 'one'), await annotations.remove(1, 'one')]).toEqual([false, true]);
    await close();
  });
}
