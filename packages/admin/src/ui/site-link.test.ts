import { describe, expect, it } from 'vitest';
import { siteLink } from './site-link.ts';

describe('the link to a site', () => {
  it('asks for TLS', () => {
    for (const site of ['shop.example', 'shop.example:8443', 'localhost.example', '127.example'])
      expect(siteLink(site)).toBe(`https://${site}`);
  });

  it('does not on the owner’s own machine', () => {
    for (const site of ['localhost', 'localhost:8080', '127.0.0.1:8095', '[::1]:3000', 'localhost/shop'])
      expect(siteLink(site)).toBe(`http://${site}`);
  });
});
