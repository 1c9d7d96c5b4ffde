/** What is mailed, when, and what becomes of it, round by round. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationRecord } from '../src/chat/records.ts';
import { DAY, MINUTE, openMailStage, type MailStage } from './mail-stage.ts';

let stage: MailStage;
beforeEach(async () => {
  stage = await openMailStage();
});
afterEach(() => stage.close());

const texts = () => stage.letters.map(({ to, text }) => `${to} ${/An answer.*/.exec(text)?.[0] ?? text}`);

/** A visitor who asked, was answered, and has been away for long enough. */
async function answered(email?: string): Promise<ConversationRecord> {
  const about = await stage.asked({}, email);
  await stage.wrote(about, 'An answer');
  stage.now += 10 * MINUTE;
  return about;
}

describe('an answer', () => {
  it('[C61, C63] is mailed when its time has come, once, whatever runs', async () => {
    await answered();
    stage.now -= 1;
    await stage.round();
    expect(stage.letters).toEqual([]);
    stage.now += 1;
    await stage.round();
    await stage.round();
    stage.restart();
    stage.now += DAY;
    await stage.round();
    expect(texts()).toEqual(['zoe@example.org An answer']);
  });

  it('waits from when the visitor was last there', async () => {
    const about = await stage.asked();
    await stage.wrote(about, 'An answer');
    stage.here.add(about.personId);
    stage.now += 30 * MINUTE;
    await stage.round();
    stage.here.clear();
    stage.now += 10 * MINUTE - 1;
    await stage.round();
    expect(stage.letters).toEqual([]);
    stage.now += 1;
    await stage.round();
    expect(stage.letters).toHaveLength(1);
  });

  it('in a language, with the name, the files, and no notes', async () => {
    stage.settings = { ...stage.settings, language: 'ru' };
    const about = await stage.asked();
    await stage.wrote(about, 'Вот прайс', { author: 'Анна <b>' });
    await stage.wrote(about, '', {
      file: { id: 'f1', name: '<price>.pdf', type: 'application/pdf', bytes: 9 },
    });
    await stage.wrote(about, 'сложный случай', { kind: 'note' });
    await stage.wrote(about, 'принят другим', { kind: 'system' });
    stage.now += 10 * MINUTE;
    await stage.round();
    const [letter] = stage.letters;
    expect(letter?.subject).toBe('shop.example: ответ на ваше сообщение');
    expect(letter?.text).toContain('Анна <b>:\nВот прайс');
    expect(letter?.text).toContain('[Файл: <price>.pdf] https://stats.example/chat/v1/files/f1');
    expect(letter?.html).toContain('href="https://stats.example/chat/v1/files/f1"');
    expect(letter?.html).toContain('&lt;price&gt;.pdf');
    expect(letter?.text).not.toMatch(/сложный|принят/);
    expect(letter?.replyTo).toBe('team@shop.example');
  });

  it('is not needed any more where it was read while the SMTP server was away', async () => {
    stage.take = () => ({ outcome: 'down', answer: 'ECONNREFUSED' });
    const about = await answered();
    await stage.round();
    await stage.changed(about, { readByVisitor: 2 });
    stage.take = () => ({ outcome: 'sent', answer: '250' });
    stage.now += 10 * MINUTE;
    await stage.round();
    expect(stage.letters).toEqual([]);
    await stage.wrote(about, 'An answer too');
    stage.now += 10 * MINUTE;
    await stage.round();
    expect(texts()).toEqual(['zoe@example.org An answer too']);
  });

  it('does not go to whoever is there again, is blocked, or gave no plausible address', async () => {
    stage.take = () => ({ outcome: 'down', answer: 'ECONNREFUSED' });
    const here = await answered('here@example.org');
    const blocked = await answered('blocked@example.org');
    const nowhere = await answered('a@example.org,b@example.org');
    await stage.round();
    stage.here.add(here.personId);
    await stage.person(blocked, { blocked: true, email: 'blocked@example.org' });
    stage.take = () => ({ outcome: 'sent', answer: '250' });
    stage.now += 20 * MINUTE;
    await stage.round();
    expect(stage.letters).toEqual([]);
    // Anyone who goes again without reading, and anyone who gives a better address, is mailed after all.
    stage.here.clear();
    await stage.person(nowhere, { email: 'a@example.org' });
    stage.now += 20 * MINUTE;
    await stage.round();
    expect(stage.letters.map(({ to }) => to).toSorted()).toEqual(['a@example.org', 'here@example.org']);
  });
});

describe('the SMTP server', () => {
  it('is down: everything waits, ever longer, and goes in order when it is up', async () => {
    let tries = 0;
    stage.take = () => {
      tries++;
      return { outcome: 'down', answer: 'ECONNREFUSED' };
    };
    await answered('one@example.org');
    stage.now += 1;
    await answered('two@example.org');
    for (let second = 0; second < 60; second++) {
      await stage.round();
      stage.now += 1_000;
    }
    // At once, and after 1, 2, 4, 8, 16 and 32 seconds.
    expect(tries).toBe(6);
    expect(new Set(stage.said)).toEqual(new Set(['The SMTP server takes no e-mail; it waits.']));
    stage.take = () => ({ outcome: 'sent', answer: '250' });
    stage.now += 5 * MINUTE;
    await stage.round();
    expect(texts()).toEqual(['one@example.org An answer', 'two@example.org An answer']);
  });

  it('puts a letter off: it is tried again later, others meanwhile', async () => {
    const tried: number[] = [];
    stage.take = ({ to }) => {
      if (to !== 'grey@example.org') return { outcome: 'sent', answer: '250' };
      tried.push(stage.now);
      return tried.length < 3
        ? { outcome: 'later', answer: '451 greylisted' }
        : { outcome: 'sent', answer: '250' };
    };
    await answered('grey@example.org');
    await answered('white@example.org');
    const start = stage.now;
    for (let minute = 0; minute < 30; minute++) {
      await stage.round();
      stage.now += MINUTE;
    }
    expect(tried.map((at) => (at - start) / MINUTE)).toEqual([0, 1, 6]);
    expect(stage.letters.map(({ to }) => to)).toEqual(['white@example.org', 'grey@example.org']);
  });

  it('refuses a letter: that is noted, and it is not tried again', async () => {
    let tries = 0;
    stage.take = () => {
      tries++;
      return { outcome: 'refused', answer: '550 No such user' };
    };
    const about = await answered();
    await stage.round();
    stage.now += DAY;
    await stage.round();
    expect(tries).toBe(1);
    expect(stage.said).toEqual(['An e-mail was refused, and is not sent again.']);
    await stage.wrote(about, 'An answer too');
    stage.now += 10 * MINUTE;
    await stage.round();
    expect(tries).toBe(2);
  });

  it.each([
    ['it did not answer', 'Timeout'],
    ['this one ended meanwhile', 'crash'],
  ])('had the letter, and %s: what may have been sent is not sent again', async (_name, answer) => {
    stage.take = () => ({ outcome: 'unsure', answer });
    await answered();
    await stage.round().catch(() => undefined);
    stage.take = () => ({ outcome: 'sent', answer: '250' });
    stage.restart();
    stage.now += DAY;
    await stage.round();
    expect(stage.letters).toEqual([]);
    expect(stage.said).toEqual(['An e-mail may have been sent or not; it is not sent again.']);
  });

  it('is given up after days', async () => {
    stage.take = () => ({ outcome: 'later', answer: '451 busy' });
    await answered();
    await stage.round();
    for (let hour = 0; hour < 6 * 24; hour++) {
      stage.now += 60 * MINUTE;
      await stage.round();
    }
    stage.take = () => ({ outcome: 'sent', answer: '250' });
    stage.now += DAY;
    await stage.round();
    expect(stage.letters).toEqual([]);
  });
});

describe('limits', () => {
  it('an address, a visitor and a counter get no more than they may in a time; the rest waits', async () => {
    await stage.close();
    stage = await openMailStage({ perVisitorDay: 2, perCounterHour: 4 });
    for (let n = 0; n < 4; n++) await answered('victim@example.org');
    await stage.round();
    expect(stage.letters).toHaveLength(2);
    await answered('a@example.org');
    await answered('b@example.org');
    await answered('c@example.org');
    await stage.round();
    expect(stage.letters.map(({ to }) => to).slice(2)).toEqual(['a@example.org', 'b@example.org']);
    stage.now += 70 * MINUTE;
    await stage.round();
    expect(stage.letters.at(-1)?.to).toBe('c@example.org');
    stage.now += DAY;
    await stage.round();
    expect(stage.letters.filter(({ to }) => to === 'victim@example.org')).toHaveLength(4);
  });

  it('a visitor who changes the address gets no more for it', async () => {
    await stage.close();
    stage = await openMailStage({ perVisitorDay: 1, perCounterHour: 9 });
    const about = await answered('one@example.org');
    await stage.round();
    await stage.person(about, { email: 'two@example.org' });
    await stage.wrote(about, 'An answer too');
    stage.now += 10 * MINUTE;
    await stage.round();
    expect(texts()).toEqual(['one@example.org An answer']);
  });
});

describe('the team', () => {
  it('gets what was left, and later what followed, each once', async () => {
    stage.online = false;
    const about = await stage.asked({ offline: true, waitingSince: stage.now, state: 'open' });
    await stage.round();
    expect(stage.letters).toMatchObject([{ to: 'team@shop.example', replyTo: 'zoe@example.org' }]);
    await stage.wrote(about, 'And in red?', { kind: 'visitor' });
    await stage.wrote(about, 'Or blue?', { kind: 'visitor' });
    stage.now += 4 * MINUTE;
    await stage.round();
    expect(stage.letters).toHaveLength(1);
    stage.now += MINUTE;
    await stage.round();
    await stage.round();
    expect(stage.letters).toHaveLength(2);
    expect(stage.letters[1]?.text).toMatch(/And in red\?\n\nOr blue\?/);
    expect(stage.letters[1]?.text).not.toContain('A question');
  });

  it('[C46] is there for a conversation while the department is whose it is', async () => {
    stage.answering = ['repairs'];
    const waits = { waitingSince: stage.now, state: 'open' } as const;
    await stage.asked({ ...waits, department: 'sales' });
    await stage.asked({ ...waits, department: 'repairs' }, 'bob@example.org');
    await stage.asked(waits, 'cat@example.org');
    stage.now += 2 * MINUTE;
    await stage.round();
    expect(stage.letters.map(({ replyTo }) => replyTo)).toEqual(['zoe@example.org']);
    stage.answering = [];
    await stage.round();
    expect(stage.letters.map(({ replyTo }) => replyTo)).toEqual(['zoe@example.org', 'bob@example.org']);
  });

  it('gets nothing that was answered, and nothing while it is there', async () => {
    stage.online = true;
    const about = await stage.asked({ waitingSince: stage.now });
    stage.now += 9 * MINUTE;
    await stage.round();
    await stage.changed(about, { waitingSince: null });
    stage.online = false;
    stage.now += 9 * MINUTE;
    await stage.round();
    expect(stage.letters).toEqual([]);
  });
});
