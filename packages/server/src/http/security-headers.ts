/** Security headers of everything Fastify answers; the policy is as narrow as the admin allows. */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { REPORTS_ADDRESS } from './policy-reports/routes.ts';

/** What no page of ours uses, nor anything that would be brought into one [A68]. */
const UNUSED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];
const PERMISSIONS = UNUSED.map((name) => `${name}=()`).join(', ');

/** @param base path below which browsers find this server */
export async function addSecurityHeaders(
  app: FastifyInstance,
  scriptHashes: readonly string[],
  base = '',
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...scriptHashes],
        // The component library sets style attributes and one <style> element at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        reportUri: [base + REPORTS_ADDRESS],
      },
    },
    // Whether the whole domain is HTTPS only is for the owner of the domain to say, at the proxy.
    hsts: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('permissions-policy', PERMISSIONS);
    done();
  });
}
