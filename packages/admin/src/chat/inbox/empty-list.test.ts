import { describe, expect, it } from 'vitest';
import { conversation } from '../client/test-client.ts';
import { whyEmpty } from './empty-list.ts';
import { listFor, SHOWS } from './filters.ts';

const me = { id: 'me', name: 'Olga' };
const everything = { counterId: null, department: null };
const theirs = conversation({ id: 'theirs', assignedTo: { id: 'you', name: 'Ivan' } });
const closed = conversation({ id: 'closed', state: 'closed' });

describe('an empty list of conversations', () => {
  it('says which of nothing yet, all answered and filtered away it is', () => {
    const why = (asked: Partial<Parameters<typeof whyEmpty>[0]>) =>
      whyEmpty({ views: [], show: 'all', me, scope: everything, hasClosed: false, ...asked });
    expect(why({})).toBe('never');
    expect(why({ hasClosed: undefined })).toBe('unknown');
    expect(why({ hasClosed: true })).toBe('answered');
    expect(why({ views: [closed] })).toBe('answered');
    expect(why({ views: [theirs], show: 'mine' })).toBe('filtered');
    expect(why({ views: [theirs], scope: { counterId: null, department: 'sales' } })).toBe('filtered');
    expect(why({ show: 'closed', views: [closed], scope: { counterId: null, department: 'x' } })).toBe(
      'filtered',
    );
    expect(why({ show: 'closed' })).toBe('never');
  });

  it('never says "nothing yet" while there is a conversation anywhere, whatever hides it', () => {
    for (const view of [theirs, closed])
      for (const show of SHOWS)
        for (const department of [null, 'sales']) {
          const asked = { views: [view], show, me, scope: { counterId: null, department }, hasClosed: true };
          if (listFor(asked.views, show, me, asked.scope).length > 0) continue;
          expect(whyEmpty(asked), `${view.id} ${show} ${department}`).not.toBe('never');
        }
  });
});
