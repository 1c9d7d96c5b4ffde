/** What every `AccessStore` must do. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessStore, InvitationRecord } from '../../../access/index.ts';
import type { CounterStore } from '../../../counters/index.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';

export interface AccessFixture {
  readonly access: AccessStore;
  readonly counters: CounterStore;
  close(): Promise<void>;
}

const NOW = 1_790_000_000_123;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export function registerAccessContract(make: () => Promise<AccessFixture>): void {
  describe('access', () => {
    let fixture: AccessFixture;
    let access: AccessStore;
    beforeAll(async () => {
      fixture = await make();
      ({ access } = fixture);
    });
    afterAll(() => fixture.close());

    async function counter(): Promise<number> {
      const made = await fixture.counters.create('ann', null, SETTINGS, NOW);
      if (made === 'taken') throw new Error('taken');
      return made.id;
    }

    const grant = (accountId: string, createdAt = NOW) => ({
      accountId,
      permission: 'view' as const,
      filters: "ym:s:lastsignTrafficSource=='ad'",
      comment: 'from sales',
      createdAt,
    });

    const invitation = (counterId: number, login: string): InvitationRecord => ({
      id: randomUUID(),
      counterId,
      login,
      permission: 'edit',
      filters: "ym:s:regionCountry=='225'",
      comment: '',
      createdBy: 'ann',
      createdAt: NOW,
      expiresAt: NOW + 10,
    });

    it('keeps a grant as it was given, once, and the permission follows it', async () => {
      const id = await counter();
      expect(await access.addGrant(id, grant('ben', NOW + 1))).toBe(true);
      expect(await access.addGrant(id, { ...grant('ben'), permission: 'edit' })).toBe(false);
      expect(await access.addGrant(id, grant('carl'))).toBe(true);
      expect(await access.grants(id)).toEqual([grant('carl'), grant('ben', NOW + 1)]);
      expect(await access.grant(id, 'ben')).toEqual(grant('ben', NOW + 1));
      expect(await fixture.counters.permission('ben', id)).toBe('view');
    });

    it('changes what is named of a grant, and takes it away, of this counter and account only', async () => {
      const [id, other] = [await counter(), await counter()];
      for (const one of [id, other])
        for (const who of ['ben', 'carl']) await access.addGrant(one, grant(who));
      expect(await access.changeGrant(id, 'ben', { permission: 'edit' })).toEqual({
        ...grant('ben'),
        permission: 'edit',
      });
      expect(await access.changeGrant(id, 'ben', { comment: '' })).toMatchObject({ permission: 'edit' });
      expect(await access.changeGrant(id, 'dora', { comment: '' })).toBeNull();
      expect(await access.removeGrant(id, 'ben')).toBe(true);
      expect(await access.removeGrant(id, 'ben')).toBe(false);
      expect(await access.grants(id)).toEqual([grant('carl')]);
      expect(await access.grants(other)).toHaveLength(2);
    });

    it('keeps one invitation of an address to a counter: a new one stops the link of the old one', async () => {
      const [id, other] = [await counter(), await counter()];
      const [first, second] = [invitation(id, 'eve@x.example'), invitation(id, 'eve@x.example')];
      await access.putInvitation(first, hashOf(first.id));
      await access.putInvitation(invitation(other, 'eve@x.example'), hashOf('elsewhere'));
      await access.putInvitation({ ...second, permission: 'view' }, hashOf(second.id));
      expect(await access.invitations(id)).toEqual([{ ...second, permission: 'view' }]);
      expect(await access.invitationByHash(hashOf(first.id))).toBeNull();
      expect(await access.invitationByHash(hashOf(second.id))).toMatchObject({ id: second.id });
    });

    it('gives an invitation to one of those who take it at once, and not after its time', async () => {
      const id = await counter();
      const [fresh, old] = [invitation(id, 'fay@x.example'), invitation(id, 'guy@x.example')];
      for (const one of [fresh, old]) await access.putInvitation(one, hashOf(one.id));
      const taken = await Promise.all(
        [1, 2, 3].map(() => access.takeInvitation(hashOf(fresh.id), fresh.expiresAt - 1)),
      );
      expect(taken.filter((one) => one !== null)).toEqual([fresh]);
      expect(await access.takeInvitation(hashOf(old.id), old.expiresAt)).toBeNull();
      expect(await access.invitations(id)).toEqual([old]);
    });

    it('takes an invitation back by its id or its address, of this counter only', async () => {
      const [id, other] = [await counter(), await counter()];
      const all = ['h@x.example', 'i@x.example'].map((login) => invitation(id, login));
      for (const one of all) await access.putInvitation(one, hashOf(one.id));
      const [first, second] = all as [InvitationRecord, InvitationRecord];
      expect(await access.removeInvitation(other, { id: first.id })).toBe(false);
      expect(await access.removeInvitation(id, { id: first.id })).toBe(true);
      expect(await access.removeInvitation(id, { login: second.login })).toBe(true);
      expect(await access.removeInvitation(id, { login: second.login })).toBe(false);
    });

    it('lets one link for a password be taken, once, in time, and with it all of the account', async () => {
      const link = { accountId: 'jim', madeBy: 'ann', createdAt: NOW, expiresAt: NOW + 10 };
      for (const secret of ['a', 'b']) await access.addPasswordLink(link, hashOf(secret));
      const mailed = { ...link, accountId: 'kim', madeBy: null };
      await access.addPasswordLink(mailed, hashOf('c'));
      expect(await access.passwordLink(hashOf('a'))).toEqual(link);
      expect(await access.takePasswordLink(hashOf('a'), NOW + 10)).toBeNull();
      const taken = await Promise.all([1, 2].map(() => access.takePasswordLink(hashOf('a'), NOW + 9)));
      expect(taken.filter((one) => one !== null)).toEqual([link]);
      expect(await access.passwordLink(hashOf('b'))).toBeNull();
      expect(await access.passwordLink(hashOf('c'))).toEqual(mailed);
      await access.addPasswordLink({ ...link, createdAt: NOW + 11, expiresAt: NOW + 20 }, hashOf('d'));
      expect(await access.passwordLink(hashOf('c'))).toBeNull();
    });

    it('[A64] keeps one link for a new address of an account, taken once, in time', async () => {
      const link = {
        accountId: 'lou',
        email: 'new@x.example',
        passwordMark: 'm',
        createdAt: NOW,
        expiresAt: NOW + 10,
      };
      await access.putEmailLink({ ...link, email: 'first@x.example' }, hashOf('first'));
      await access.putEmailLink(link, hashOf('second'));
      await access.putEmailLink({ ...link, accountId: 'max' }, hashOf('other'));
      expect(await access.emailLink(hashOf('first'))).toBeNull();
      expect(await access.emailLink(hashOf('second'))).toEqual(link);
      expect(await access.takeEmailLink(hashOf('second'), NOW + 10)).toBeNull();
      const taken = await Promise.all([1, 2].map(() => access.takeEmailLink(hashOf('second'), NOW + 9)));
      expect(taken.filter((one) => one !== null)).toEqual([link]);
      await access.putEmailLink({ ...link, createdAt: NOW + 11, expiresAt: NOW + 20 }, hashOf('late'));
      expect(await access.emailLink(hashOf('other'))).toBeNull();
    });

    it('[A65] forgets the links for a password of one account', async () => {
      const link = { accountId: 'ned', madeBy: null, createdAt: NOW, expiresAt: NOW + 10 };
      for (const secret of ['n1', 'n2']) await access.addPasswordLink(link, hashOf(secret));
      await access.addPasswordLink({ ...link, accountId: 'oda' }, hashOf('o1'));
      await access.dropPasswordLinks('ned');
      expect(await access.passwordLink(hashOf('n1'))).toBeNull();
      expect(await access.passwordLink(hashOf('n2'))).toBeNull();
      expect(await access.passwordLink(hashOf('o1'))).not.toBeNull();
    });
  });
}
