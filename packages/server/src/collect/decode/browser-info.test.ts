import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBrowserInfo } from './browser-info.ts';

describe('browser-info', () => {
  it('[W3] reads keys, and the title to the end', () => {
    const info = readBrowserInfo('pv:1:x:9:hid:5:rn:6:rqn:7:u:8:et:9:s:1280x720x24:la:en:t:A: b:c');
    expect(info).toMatchObject({
      view: true,
      artificial: false,
      hid: '5',
      rn: '6',
      rqn: '7',
      visitor: '8',
      et: '9',
      screen: '1280x720x24',
      language: 'en',
      title: 'A: b:c',
    });
  });

  it('[W3] a key said twice keeps its first value', () => {
    expect(readBrowserInfo('rn:1:rn:2:pv:1:pv:0:ar:0:ar:1')).toMatchObject({
      rn: '1',
      view: true,
      artificial: false,
    });
    expect(readBrowserInfo('dl:1:nb:1:ln:1')).toMatchObject({ download: true, notBounce: true, link: true });
  });

  it('[W3] a broken tail is dropped', () => {
    expect(readBrowserInfo('pv:1:rn:5:u')).toMatchObject({ view: true, rn: '5', visitor: '' });
    expect(readBrowserInfo('pv')).toMatchObject({ view: false });
    expect(readBrowserInfo('pv:')).toMatchObject({ view: false });
  });

  it('[W3] reads whatever keys and values came in whatever order', () => {
    const value = fc.stringMatching(/^[a-zA-Z0-9.-]{1,20}$/);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['u', 'hid', 'rn', 'rqn', 'et', 'etms', 's', 'la', 'v', 'z', 'fp']),
        fc.array(value, { minLength: 11, maxLength: 11 }),
        fc.string(),
        (keys, values, title) => {
          const pairs = keys.map((key, index) => `${key}:${values[index]}`);
          const info = readBrowserInfo([...pairs, `t:${title}`].join(':'));
          const expected = (key: string) => (keys.includes(key) ? values[keys.indexOf(key)] : '');
          expect([
            info.visitor,
            info.hid,
            info.rn,
            info.rqn,
            info.et,
            info.etms,
            info.screen,
            info.language,
          ]).toEqual(['u', 'hid', 'rn', 'rqn', 'et', 'etms', 's', 'la'].map(expected));
          expect(info.title).toBe(title);
        },
      ),
    );
  });
});
