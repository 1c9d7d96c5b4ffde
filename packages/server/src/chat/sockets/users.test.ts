import { beforeEach, describe, expect, it } from 'vitest';
import { COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import { arrive, attend, exchange, type TestOperator, TestVisitor } from '../test-people.ts';
import { settle } from '../test-wire.ts';

let test: TestChat;
beforeEach(async () => {
  test = await startTestChat();
});

/** A visitor with a conversation, and an operator who sees it. */
async function talking() {
  const visitor = await arrive(test);
  const ann = await attend(test);
  visitor.write('key-00001', 'Hello');
  await exchange(visitor, ann);
  return { visitor, ann, id: visitor.conversationId ?? '' };
}

describe('Users', () => {
  const peopleFrames = (ann: TestOperator) =>
    ann.wire?.received.flatMap((event) => (event.type === 'people' ? [event] : [])) ?? [];

  it('[C40] keeps those who left for 30 seconds more', async () => {
    const ann = await attend(test);
    const visitor = await arrive(test);
    await test.tick('people');
    await exchange(ann);
    expect([...ann.people]).toEqual([visitor.visitor]);
    visitor.disconnect();
    await settle();
    test.pass(29_999);
    await test.tick('people');
    await exchange(ann);
    expect(peopleFrames(ann).at(-1)).toMatchObject({ changed: [{ online: false }], left: [] });
    test.pass(1);
    await test.tick('people');
    await exchange(ann);
    expect(ann.people.size).toBe(0);
  });

  it('names those who said who they are, and what brought them', async () => {
    const ann = await attend(test);
    const jar = { secret: null };
    const anna = new TestVisitor(test, '501', jar);
    const row = async (who: TestVisitor, frame?: object) => {
      who.connect();
      await exchange(who);
      if (frame !== undefined) who.frame(frame);
      await exchange(who);
      await test.tick('people');
      await exchange(ann);
      const people = peopleFrames(ann).flatMap(({ changed }) => changed);
      return people.findLast(({ visitor }) => visitor === who.visitor);
    };
    anna.referrer = 'https://www.google.com/';
    expect(await row(anna)).toMatchObject({ source: 'organic', engine: 'Google', name: '' });
    const contact = { email: 'anna@example.com' };
    expect(await row(anna, { type: 'contact', contact })).toMatchObject({ name: 'anna@example.com' });

    // The next visitor under the same number may be another person.
    anna.disconnect();
    await settle();
    const next = new TestVisitor(test, '501', { secret: null });
    expect(await row(next)).toMatchObject({ name: '', conversationId: null, invited: false });
    next.disconnect();

    // Known from before, under another number and after a restart.
    await test.restart();
    ann.connect();
    await exchange(ann);
    const again = new TestVisitor(test, '502', jar);
    expect(await row(again)).toMatchObject({ source: 'direct', engine: '', name: 'anna@example.com' });
    expect(await row(new TestVisitor(test, '502', { secret: null }))).toMatchObject({
      name: 'anna@example.com',
    });
  });

  it('takes up a visit where this server knows nothing of it, and counts on by itself', async () => {
    const ann = await attend(test);
    const visitor = await arrive(test);
    const hello = (visit: object) => ({
      type: 'hello',
      version: 1,
      visitor: visitor.visitor,
      secret: visitor.jar.secret,
      page: { url: 'https://shop.example/', title: 'Shop', referrer: '' },
      language: 'en',
      phone: false,
      lastSeq: 0,
      visit,
    });
    const shown = async (visit: object) => {
      const tab = test.visitor();
      tab.send(hello(visit));
      tab.deliverUp();
      await settle();
      await test.tick('people');
      await exchange(ann);
      const [person] = peopleFrames(ann).at(-1)?.changed ?? [];
      return [test.clock.now() - (person?.since ?? 0), person?.pages];
    };
    expect(await shown({ age: 60_000, pages: 5 })).toEqual([0, 1]);
    for (const [visit, kept] of [
      [{ age: 1_200_000, pages: 7 }, [1_200_000, 7]],
      [{ age: 48 * 3_600_000 + 1, pages: 7 }, [0, 1]],
      [{ age: -1, pages: 7 }, [0, 1]],
      [{ age: 5, pages: 1_001 }, [0, 1]],
      [{ age: null, pages: 'many' }, [0, 1]],
      ['nonsense', [0, 1]],
    ] as const) {
      await test.restart();
      ann.connect();
      await exchange(ann);
      expect([visit, await shown(visit as object)]).toEqual([visit, kept]);
    }
  });

  it('tells each change once, with what is known of the visitor', async () => {
    const ann = await attend(test);
    const visitor = await arrive(test);
    const page = { url: 'https://shop.example/boots', title: '<script>alert(1)</script>', referrer: '' };
    visitor.frame({ type: 'page', page });
    visitor.frame({ type: 'typing', text: 'Hm' });
    await exchange(visitor);
    for (let second = 0; second < 3; second++) await test.tick('people');
    await exchange(ann);
    expect(peopleFrames(ann)).toEqual([
      {
        type: 'people',
        counterId: COUNTER,
        left: [],
        changed: [
          {
            visitor: visitor.visitor,
            counterId: COUNTER,
            url: page.url,
            title: page.title,
            referrer: '',
            source: 'direct',
            engine: '',
            name: '',
            country: 'DE',
            device: 'desktop',
            browser: '',
            since: test.clock.now(),
            pages: 2,
            visits: 1,
            online: true,
            invited: false,
            conversationId: null,
            typing: 'Hm',
          },
        ],
      },
    ]);
  });

  it('tells how often they have been there, once it is known', async () => {
    const ann = await attend(test);
    await arrive(test);
    await test.tick('visits');
    test.pass(5_000);
    await test.tick('visits');
    await test.tick('people');
    await exchange(ann);
    expect(peopleFrames(ann).at(-1)?.changed).toMatchObject([{ visits: 3 }]);
  });

  it('tells nothing to those who do not watch', async () => {
    const ann = await attend(test);
    ann.frame({ type: 'watch', people: false });
    await exchange(ann);
    await arrive(test);
    await test.tick('people');
    await exchange(ann);
    expect(peopleFrames(ann)).toEqual([]);
  });

  it('shows who is invited and who talks', async () => {
    const { visitor, ann, id } = await talking();
    const other = await arrive(test);
    other.frame({ type: 'invitation', event: 'shown', ruleId: null, text: 'Can I help?' });
    await exchange(other);
    await test.tick('people');
    await exchange(ann);
    const rows = peopleFrames(ann).flatMap(({ changed }) => changed);
    expect(rows.find((row) => row.visitor === visitor.visitor)).toMatchObject({ conversationId: id });
    expect(rows.find((row) => row.visitor === other.visitor)).toMatchObject({ invited: true });
  });

  it('[C4] shows whoever came first under a visitor number, and invites them', async () => {
    const ann = await attend(test);
    const visitor = await arrive(test);
    const thief = new TestVisitor(test, visitor.visitor, { secret: null });
    thief.connect();
    await exchange(thief);
    ann.invite('invite-0001', visitor.visitor, 'Hello');
    await exchange(ann, visitor, thief);
    expect(visitor.memory.messages(visitor.conversationId ?? '')).toHaveLength(1);
    expect(thief.memory.conversations.size).toBe(0);
  });

  it('refuses to invite whoever is not there', async () => {
    const ann = await attend(test);
    ann.invite('invite-0001', '17999999999', 'Hello');
    await exchange(ann);
    expect(ann.refused).toEqual(['not_found']);
  });
});
