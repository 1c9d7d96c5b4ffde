import { describe, expect, it } from 'vitest';
import { readForm } from './form.ts';

describe('the form of a hit', () => {
  it('[W2] takes keys from query and body; the query wins', () => {
    const form = readForm('page-url=a&browser-info=b%3Ac', 'page-url=z&page-ref=r%20r&site-info=%7B%7D');
    expect(form).toEqual({
      pageUrl: 'a',
      pageRef: 'r r',
      browserInfo: 'b:c',
      siteInfo: '{}',
      noHit: false,
    });
  });

  it('[W2] the first of two keys wins; broken pairs are nothing', () => {
    const form = readForm('&&=&page-url&page-url=one&page-url=two&page%2Dref=x&nohit=1', '');
    expect(form.pageUrl).toBe('one');
    expect(form.pageRef).toBe('x');
    expect(form.noHit).toBe(true);
  });

  it('reads nothing from nothing', () => {
    expect(readForm('', undefined).pageUrl).toBeUndefined();
  });
});
