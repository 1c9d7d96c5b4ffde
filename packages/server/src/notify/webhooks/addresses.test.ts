import { describe, expect, it } from 'vitest';
import { addressesOf, isPublicAddress, leadsToPrivate, type Resolve } from './addresses.ts';

const noNames: Resolve = () => Promise.reject(new Error('no name was to be looked up'));
const hostOf = (url: string) => new URL(url).hostname;

describe('every form of an address that is not public is refused', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://%31%32%37.0.0.1/',
    'http://１２７.0.0.1/',
    'http://10.1.2.3/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.0.0.8/',
    'http://192.168.1.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[100::1]/',
    'http://[2001::7f00:1]/',
    'http://[2001:db8::1]/',
    'http://[2002:7f00:1::]/',
    'http://[3fff::1]/',
    'http://[fc00::1]/',
    'http://[fd12:3456::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
  ])('%s', async (url) => {
    expect(await addressesOf(hostOf(url), false, noNames)).toBeNull();
    expect(await addressesOf(hostOf(url), true, noNames)).toHaveLength(1);
  });

  it('[C52] what is no public address in any form is not one', () => {
    expect(isPublicAddress('fe80::1%eth0')).toBe(false);
    expect(isPublicAddress('crm.example')).toBe(false);
  });
});

it.each(['http://8.8.8.8/', 'http://172.32.0.1/', 'http://100.128.0.1/', 'http://[2606:4700::1111]/'])(
  '%s is public',
  async (url) => {
    expect(await addressesOf(hostOf(url), false, noNames)).toHaveLength(1);
  },
);

describe('a name', () => {
  const named =
    (...addresses: string[]): Resolve =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it('is as good as the worst of its addresses', async () => {
    expect(await addressesOf('crm.example', false, named('8.8.8.8', '10.0.0.1'))).toBeNull();
    expect(await addressesOf('crm.example', false, named('8.8.8.8', '::ffff:10.0.0.1'))).toBeNull();
    expect(await addressesOf('localhost', false, named('127.0.0.1'))).toBeNull();
    expect(await addressesOf('crm.example', false, named('8.8.8.8', '8.8.4.4'))).toHaveLength(2);
    expect(await addressesOf('crm.example', true, named('10.0.0.1'))).toHaveLength(1);
  });
});

describe('when it is added [C76]', () => {
  const nowhere: Resolve = () => Promise.reject(new Error('ENOTFOUND'));
  const inside: Resolve = async () => [{ address: '10.0.0.1', family: 4 }];

  it.each([
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://localhost.localdomain/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://router.home.arpa/',
    'http://redis:6379/',
    'http://127.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fe80::1]/',
  ])('%s is refused without looking anything up', async (url) => {
    expect(await leadsToPrivate(hostOf(url), noNames)).toBe(true);
  });

  it('[C52] a name is refused that leads there; one that leads nowhere yet is not', async () => {
    expect(await leadsToPrivate('crm.example', inside)).toBe(true);
    expect(await leadsToPrivate('crm.example', nowhere)).toBe(false);
    expect(await leadsToPrivate('notlocal.example', nowhere)).toBe(false);
    expect(await leadsToPrivate('8.8.8.8', noNames)).toBe(false);
  });
});
